package edition_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"vigie/internal/edition"
)

func FuzzAManifestIsHeldToItsSeal(f *testing.F) {
	f.Add([]byte("{\n  \"format\": 1,\n  \"day\": \"2026-01-15\",\n  \"former\": \"\",\n  \"files\": [\n  ],\n  \"seal\": \"\"\n}\n"), "2026-01-15.json")
	f.Add([]byte(`{"format":1,"files":[{"path":"../x","sha256":"","size":-1}]}`), "2026-01-16.json")
	f.Add([]byte(`[]`), "x.json")
	f.Fuzz(func(t *testing.T, content []byte, name string) {
		name = "data/editions/" + name
		if !fs.ValidPath(name) {
			return
		}
		project := fstest.MapFS{name: {Data: content}}
		store, found, err := edition.Load(project, "data")
		if err != nil {
			return // no such name can be
		}
		if len(store.Editions()) > 0 && len(found) == 0 {
			// One in 2^256: the seal is right. Nothing of it may lead out.
			for _, e := range store.Editions() {
				for _, file := range e.Files {
					if _, err := store.Read(file); err == nil {
						t.Errorf("%s is read, and is not there", file.Path)
					}
				}
			}
		}
		if _, _, err := store.Verify(); err != nil {
			t.Error(err)
		}
	})
}
