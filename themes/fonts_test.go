package themes_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strings"
	"testing"

	"vigie/themes"
)

// The fonts are what script/fonts.sh wrote, each with its licence, and light enough for a phone.
func TestTheFontsAreThoseOfTheList(t *testing.T) {
	fonts, err := fs.Sub(themes.Files(), "assets/fonts")
	if err != nil {
		t.Fatal(err)
	}
	list, err := fs.ReadFile(fonts, "SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{"SHA256SUMS": "", "README.md": ""}
	for line := range strings.Lines(string(list)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		sums[name] = sum
	}
	files, err := fs.ReadDir(fonts, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(sums) {
		t.Errorf("%d files, and SHA256SUMS lists %d with itself and the README", len(files), len(sums))
	}
	weight := 0
	for _, f := range files {
		data, err := fs.ReadFile(fonts, f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, listed := sums[f.Name()]; !listed {
			t.Errorf("%s is not in SHA256SUMS", f.Name())
		}
		if got := sha256.Sum256(data); sums[f.Name()] != "" && hex.EncodeToString(got[:]) != sums[f.Name()] {
			t.Errorf("%s is not the file of the list: run script/fonts.sh, or take it back from git", f.Name())
		}
		family, font := strings.CutSuffix(f.Name(), ".woff2")
		if !font {
			continue
		}
		weight += len(data)
		licence, err := fs.ReadFile(fonts, family+".OFL.txt")
		if err != nil || !strings.Contains(string(licence), "SIL OPEN FONT LICENSE Version 1.1") {
			t.Errorf("%s has no licence beside it (%v)", f.Name(), err)
		}
	}
	if weight == 0 || weight > 80_000 {
		t.Errorf("the fonts weigh %d bytes, want at most 80,000 in all", weight)
	}
}
