package edition_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigie/internal/edition"
	"vigie/internal/value/problem"
)

func TestOneAlteredByteIsNamed(t *testing.T) {
	p := threeEditions(t)
	first := p.store().Editions()[0]
	series, _ := first.File(orders)
	object := p.store().Object(series)
	for name, c := range map[string]struct {
		alter func()
		file  string
		says  string
	}{
		"in an object":              {func() { p.replace(object, "51.6 M", "51.7 M") }, object, "it was altered: its SHA-256 is not its name, or its size is another; it holds 2026-01-15 " + orders},
		"an object that is missing": {func() { p.remove(object) }, object, "it is missing; it holds 2026-01-15 " + orders},
		"in the first manifest":     {func() { p.replace(first.Path, `"day": "2026-01-15"`, `"day": "2026-01-14"`) }, first.Path, "it is not what was sealed: something in it was altered"},
		"in the last manifest":      {func() { p.replace("data/editions/2026-03-15.json", "\"files\": [", "\"files\":  [") }, "data/editions/2026-03-15.json", "it is not what was sealed"},
		"a manifest that is gone":   {func() { p.remove("data/editions/2026-02-15.json") }, "data/editions/2026-03-15.json", "the chain is broken: it follows the manifest"},
		"a file too many":           {func() { p.write("data/editions/objects/00/readme", "x") }, "data/editions/objects/00/readme", "no edition names it"},
	} {
		t.Run(name, func(t *testing.T) {
			before := snapshot(t, p.path("data/editions"))
			defer restore(t, p.path("data/editions"), before)
			c.alter()
			store, found, err := edition.Load(os.DirFS(p.dir), "data")
			if err != nil {
				t.Fatal(err)
			}
			_, more, err := store.Verify()
			if found = append(found, more...); err != nil || len(found) != 1 || found[0].File != c.file || !strings.Contains(found[0].Message, c.says) || found[0].Severity != problem.Error {
				t.Errorf("got %v, %v, want %s: %s", found, err, c.file, c.says)
			}
		})
	}
}

func TestAnAlteredObjectIsNeverPublished(t *testing.T) {
	p := threeEditions(t)
	last, _ := p.store().Last()
	table, ok := last.File("donnees/orders.csv")
	if !ok {
		t.Fatal("no table")
	}
	p.replace(p.store().Object(table), "made,up", "made,uq")
	for f := range p.store().Published() {
		_, err := f.Read()
		if wrong := strings.HasSuffix(f.Path, "donnees/orders.csv"); wrong != (err != nil) {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

func TestPublishedFilesAreThoseOfTheManifest(t *testing.T) {
	p := threeEditions(t)
	var got []string
	for f := range p.store().Published() {
		if path, ok := strings.CutPrefix(f.Path, "editions/2026-02-15/"); ok {
			got = append(got, path)
			if content, err := f.Read(); err != nil || len(content) == 0 {
				t.Errorf("%s: %v", f.Path, err)
			}
		}
	}
	slices.Sort(got)
	if want := "changes.json data.zip donnees/orders.csv figures.csv manifest.json"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestAnInterruptedEditionLeavesNothing(t *testing.T) {
	p := threeEditions(t)
	before := snapshot(t, p.path("data/editions"))
	p.write("data/providers/altus.yaml", "name: Altus\n")
	content, _, err := edition.Freeze(p.store(), p.present("2026-04-15"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for stop := range 40 {
		ctx := &stopping{Context: context.Background(), after: stop}
		_, err := p.store().Create(ctx, p.path("data/editions"), content)
		if err == nil {
			if stop < 10 {
				t.Errorf("it was asked only %d times whether to go on", stop)
			}
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if after := snapshot(t, p.path("data/editions")); !same(before, after) {
			t.Fatalf("interrupted after %d steps, it left something", stop)
		}
	}
	if _, found, err := p.store().Verify(); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// stopping is a context that is cancelled once it was asked a number of times.
type stopping struct {
	context.Context
	after int
}

func (s *stopping) Err() error {
	if s.after--; s.after < 0 {
		return context.Canceled
	}
	return nil
}

func TestWhatAKilledRunLeftIsCleared(t *testing.T) {
	p := threeEditions(t)
	p.write("data/editions/.new-killed/abc", "x")
	p.create("2026-04-15")
	if _, err := os.Stat(p.path("data/editions/.new-killed")); !os.IsNotExist(err) {
		t.Error("it is still there")
	}
	if _, found, err := p.store().Verify(); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func TestThereIsOneEditionADay(t *testing.T) {
	p := threeEditions(t)
	for _, asOf := range []string{"2026-03-15", "2026-03-14"} {
		if _, err := p.store().Create(context.Background(), p.path("data/editions"), edition.Content{Day: day(asOf)}); !errors.Is(err, edition.ErrExists) {
			t.Errorf("%s: %v", asOf, err)
		}
	}
}

func TestAPathThatCannotBePublishedIsRefused(t *testing.T) {
	p := newProject(t)
	for _, path := range []string{"../out", "data/é.yaml", "manifest.json", "", "/etc/passwd", "a//b", "data/.hidden"} {
		_, err := p.store().Create(context.Background(), p.path("data/editions"), edition.Content{Day: day("2026-01-15"), Files: []edition.Fresh{{Path: path}}})
		if err == nil {
			t.Errorf("%q was taken", path)
		}
	}
}

// snapshot reads a folder whole.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			out[name] = "a folder"
			return nil
		}
		content, err := os.ReadFile(name)
		out[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(a, b map[string]string) bool {
	for name, content := range a {
		if b[name] != content {
			return false
		}
	}
	return len(a) == len(b)
}

// restore puts a folder back as it was.
func restore(t *testing.T, dir string, before map[string]string) {
	t.Helper()
	for name, content := range snapshot(t, dir) {
		if was, stood := before[name]; content != "a folder" && !stood {
			os.Remove(name)
		} else if was != content && was != "a folder" {
			_ = os.WriteFile(name, []byte(was), 0o644)
		}
	}
	for name, content := range before {
		if content != "a folder" {
			if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
