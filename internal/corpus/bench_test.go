package corpus_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/value/lang"
)

// many are 50,000 records: those of the project, with its vocabulary, then its services under other names.
func many(b *testing.B) fstest.MapFS {
	b.Helper()
	project, files := os.DirFS("../.."), fstest.MapFS{}
	err := fs.WalkDir(project, "data", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".yaml") ||
			strings.HasPrefix(name, "data/collected") || strings.HasPrefix(name, "data/editions") {
			return err
		}
		content, err := fs.ReadFile(project, name)
		files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	services, err := fs.Glob(project, "data/migrations/*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; len(files) < 50_000; i++ {
		from := services[i%len(services)]
		name := strings.TrimSuffix(path.Base(from), ".yaml")
		files[fmt.Sprintf("data/migrations/%s-%d.yaml", name, i)] = files[from]
	}
	return files
}

// BenchmarkFiftyThousandRecords holds the reading of records against a plain parse of the same files with
// the same library, which keeps no place, knows no key and checks nothing.
func BenchmarkFiftyThousandRecords(b *testing.B) {
	files := many(b)
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			for name := range files {
				loader, err := yaml.NewLoader(bytes.NewReader(files[name].Data))
				if err != nil {
					b.Fatal(err)
				}
				var document yaml.Node
				if err := loader.Load(&document); err != nil {
					b.Fatal(name, err)
				}
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := corpus.Load(files, "data", lang.Composed()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
