package draw_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What we keep of others must be what script/vendor.sh wrote, nothing more.
func TestVendoredFilesAreThoseOfTheList(t *testing.T) {
	list, err := os.ReadFile(vendor + "SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	known := []string{"README.md", "SHA256SUMS"}
	for line := range strings.Lines(string(list)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		known = append(known, name)
		content, err := os.ReadFile(vendor + name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := sha256.Sum256(content); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s is not the file of the list: run make vendor, or take it back from git", name)
		}
	}
	files, err := filepath.Glob(vendor + "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !slices.Contains(known, filepath.Base(f)) {
			t.Errorf("%s is not in SHA256SUMS", filepath.Base(f))
		}
	}
}

func TestTheReadmeListsTheVersionsOfTheBundle(t *testing.T) {
	readme, err := os.ReadFile(vendor + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := os.Open(vendor + "echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	defer bundle.Close()
	first, err := bufio.NewReader(bundle).ReadBytes('\n')
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"ECharts 6.1.0", "zrender 6.1.0", "tslib 2.3.0"} {
		if !bytes.Contains(readme, []byte(word)) || !bytes.Contains(first, []byte(word)) {
			t.Errorf("%s: want it in the README and in the bundle's first line", word)
		}
	}
}
