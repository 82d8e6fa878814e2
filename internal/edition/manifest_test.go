package edition_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"vigie/internal/edition"
)

// sealed writes a manifest by hand, as somebody who means harm would: its seal is right.
func sealed(head, files string) string {
	text := "{\n" + head + "  \"files\": [\n" + files + "  ],\n  \"seal\": \"\"\n}\n"
	sum := sha256.Sum256([]byte(text))
	return strings.Replace(text, `"seal": ""`, `"seal": "`+hex.EncodeToString(sum[:])+`"`, 1)
}

func TestAManifestIsHostileUntilItIsRead(t *testing.T) {
	const head = "  \"format\": 1,\n  \"day\": \"2026-01-15\",\n  \"former\": \"\",\n"
	digest := strings.Repeat("a", 64)
	file := func(path, digest, size string) string {
		return "    {\"path\": \"" + path + "\", \"sha256\": \"" + digest + "\", \"size\": " + size + "}"
	}
	for name, c := range map[string]struct{ text, says string }{
		"one that is sound":          {sealed(head, file("data/a.yaml", digest, "1")+"\n"), ""},
		"a path that leaves":         {sealed(head, file("../../secret", digest, "1")+"\n"), `it names "../../secret", which an edition cannot hold`},
		"a path of the whole system": {sealed(head, file("/etc/passwd", digest, "1")+"\n"), `it names "/etc/passwd", which an edition cannot hold`},
		"a digest that leaves":       {sealed(head, file("data/a.yaml", "../../../../secret", "1")+"\n"), "the digest or the size of data/a.yaml is none"},
		"a size below nothing":       {sealed(head, file("data/a.yaml", digest, "-1")+"\n"), "the digest or the size of data/a.yaml is none"},
		"a path that is there twice": {sealed(head, file("data/a.yaml", digest, "1")+",\n"+file("data/a.yaml", digest, "1")+"\n"), "data/a.yaml is out of order"},
		"another format":             {sealed(strings.Replace(head, "1", "2", 1), ""), "its format is 2; this program reads 1"},
		"another day":                {sealed(strings.Replace(head, "01-15", "01-14", 1), ""), "it is the edition of 2026-01-14"},
		"a key too many":             {strings.Replace(sealed(head, ""), "{\n", "{\n  \"x\": 1,\n", 1), "it is no manifest"},
		"something after it":         {sealed(head, "") + "\n", "it is not what was sealed"},
		"no JSON":                    {"sealed", "it is no manifest"},
		"a former that is not there": {sealed(strings.Replace(head, `"former": ""`, `"former": "`+digest+`"`, 1), ""), "the chain is broken"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newProject(t)
			p.write("data/editions/2026-01-15.json", c.text)
			_, found, err := edition.Load(os.DirFS(p.dir), "data")
			if err != nil {
				t.Fatal(err)
			}
			if c.says == "" && len(found) > 0 || c.says != "" && (len(found) != 1 || !strings.Contains(found[0].Message, c.says)) {
				t.Errorf("got %v, want %q", found, c.says)
			}
		})
	}
}

func TestTheCheckNamesAnObjectThatWasAltered(t *testing.T) {
	p := threeEditions(t)
	last, _ := p.store().Last()
	figures, _ := last.File(edition.FiguresFile)
	object := p.store().Object(figures)
	p.write(object, strings.Replace(p.read(object), "34500000", "34500001", 1))
	h, found := p.compare("2026-03-15")
	if h != nil || len(found) != 1 || found[0].File != object || !strings.Contains(found[0].Message, "it holds figures.csv, and was altered") {
		t.Errorf("got %v", found)
	}
}
