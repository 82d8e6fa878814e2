package edition_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/indicator"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// project is a made-up project on the disk, on which tests change one thing.
type project struct {
	*testing.T
	dir    string
	tables []edition.Fresh // that an edition is to hold beside its own
}

func newProject(t *testing.T) project {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/corpus.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p := project{t, t.TempDir(), nil}
	for _, f := range archive.Files {
		p.write(f.Name, string(f.Data))
	}
	for name, content := range smallproject.Judged(t, "../..") {
		p.write(name, string(content))
	}
	for name, words := range smallproject.Vocabularies(t, "../..") {
		p.write(name, string(words))
	}
	p.write(smallproject.SchemesFile, smallproject.Schemes)
	return p
}

func (p project) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p project) write(name, content string) {
	p.Helper()
	if err := os.MkdirAll(filepath.Dir(p.path(name)), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(p.path(name), []byte(content), 0o644); err != nil {
		p.Fatal(err)
	}
}

func (p project) read(name string) string {
	p.Helper()
	content, err := os.ReadFile(p.path(name))
	if err != nil {
		p.Fatal(err)
	}
	return string(content)
}

func (p project) remove(name string) {
	p.Helper()
	if err := os.Remove(p.path(name)); err != nil {
		p.Fatal(err)
	}
}

// replace changes what must be there once.
func (p project) replace(name, old, now string) {
	p.Helper()
	before := p.read(name)
	if strings.Count(before, old) != 1 {
		p.Fatalf("%s holds %q %d times", name, old, strings.Count(before, old))
	}
	p.write(name, strings.Replace(before, old, now, 1))
}

// store reads the editions, whose manifests must be sound.
func (p project) store() *edition.Store {
	p.Helper()
	s, found, err := edition.Load(os.DirFS(p.dir), "data")
	if err != nil || len(found) > 0 {
		p.Fatal(err, found)
	}
	return s
}

// present is what the tree says, which must read without a fault.
func (p project) present(asOf string) edition.Present {
	p.Helper()
	day, err := cal.ParseDay(asOf)
	if err != nil {
		p.Fatal(err)
	}
	c, found, err := corpus.Load(os.DirFS(p.dir), "data", lang.Composed())
	if err != nil || len(found) > 0 {
		p.Fatal(err, found)
	}
	ds := dataset.New(c, day)
	return edition.Present{Project: os.DirFS(p.dir), Corpus: c, Data: ds, Indicators: indicator.Results(ds)}
}

// compare gives the history of the tree, and what is amiss in it.
func (p project) compare(asOf string) (*edition.History, problem.List) {
	p.Helper()
	h, found, err := edition.Compare(p.store(), p.present(asOf))
	if err != nil {
		p.Fatal(err)
	}
	return h, found
}

// create makes an edition, which must be without a problem.
func (p project) create(asOf string) edition.Created {
	p.Helper()
	store := p.store()
	tables := append(p.tables, edition.Fresh{Path: "donnees/orders.csv", Data: []byte("made,up\r\n")})
	content, found, err := edition.Freeze(store, p.present(asOf), tables)
	if err != nil || found.Errors() > 0 {
		p.Fatal(err, found)
	}
	done, err := store.Create(context.Background(), p.path("data/editions"), content)
	if err != nil {
		p.Fatal(err)
	}
	return done
}

// lines writes changes in short, one a line, those of the indicators apart.
func lines(changes []edition.Change) string {
	var b strings.Builder
	for _, c := range changes {
		if strings.HasPrefix(c.Figure, "indicator/") {
			continue
		}
		fmt.Fprintf(&b, "%s %s", c.Type, c.Target)
		if c.Key != "" {
			fmt.Fprintf(&b, " %s", c.Key)
		}
		if c.Was.Exact != "" || c.Now.Exact != "" {
			fmt.Fprintf(&b, ": %s → %s", c.Was.Text.EN, c.Now.Text.EN)
		}
		if c.Cause != "" {
			fmt.Fprintf(&b, " (%s)", c.Cause)
		}
		if len(c.Because) > 0 {
			fmt.Fprintf(&b, " because of %s", strings.Join(c.Because, ", "))
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// declare writes a declared change.
func (p project) declare(id, cause string, targets ...string) {
	p.Helper()
	p.write("data/changes/"+id+".yaml", "on: 2026-02-01\ncause: "+cause+"\ntargets:\n  - "+strings.Join(targets, "\n  - ")+
		"\nreason: {fr: Parce que., en: Because.}\n")
}
