package indicator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The data of these tests are made up.

// gazette is the source of every claim of the fixtures.
const gazette = `
-- data/sources/gazette.yaml --
title: Article of the gazette
publisher: Gazette
url: https://example.org/gazette
kind: article
quality: press
licence: unknown
redistributable: false
cadence: once
-- data/units/eur.yaml --
kind: money
symbol: €
-- data/units/percent.yaml --
kind: percent
-- data/units/virtual-machine.yaml --
kind: count
one: {fr: machine virtuelle, en: virtual machine}
many: {fr: machines virtuelles, en: virtual machines}
-- data/measures/measure.yaml --
title: Measure
definition: {fr: Ce qui est mesuré., en: What is measured.}
-- data/perimeters/all.yaml --
title: {fr: Marché commun, en: Common contract}
counts: {fr: Tout., en: Everything.}
leaves_out: {fr: Les achats directs., en: Direct purchases.}
`

// read links the records of an archive, which must be without fault, as of a day.
func read(t *testing.T, archive, asOf string) *dataset.Dataset {
	t.Helper()
	files := fstest.MapFS{smallproject.SchemesFile: &fstest.MapFile{Data: []byte(smallproject.Schemes)}}
	for _, f := range txtar.Parse([]byte(gazette + archive)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for name, words := range smallproject.Vocabularies(t, "../..") {
		if files[name] == nil {
			files[name] = &fstest.MapFile{Data: words}
		}
	}
	declared, err := filepath.Glob("../../data/indicators/*.yaml")
	if err != nil || len(declared) == 0 {
		t.Fatalf("no indicator is declared: %v", err)
	}
	for _, name := range declared { // ours, over made-up records; an archive may declare its own
		if files["data/indicators/"+filepath.Base(name)] != nil {
			continue
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files["data/indicators/"+filepath.Base(name)] = &fstest.MapFile{Data: content}
	}
	c, problems, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("fixture: %s:%d: %s", p.File, p.Line, p.Message)
	}
	day, err := cal.ParseDay(asOf)
	if err != nil {
		t.Fatal(err)
	}
	return dataset.New(c, day)
}

// answer computes one indicator.
func answer(t *testing.T, ds *dataset.Dataset, id string) indicator.Result {
	t.Helper()
	for _, i := range indicator.Indicators(ds) {
		if i.ID == id {
			return indicator.Result{Indicator: i, Answer: i.Compute(ds)}
		}
	}
	t.Fatalf("no indicator %q", id)
	return indicator.Result{}
}

// show is a figure on one line: "3", "at least 2", "44/51.6 disputed",
// "unknown not-published".
func show(f figure.Figure) string {
	if !f.Known() {
		return "unknown " + string(f.Reason)
	}
	s := f.Exact()
	if f.Value.Sense != "" {
		s = string(f.Value.Sense) + " " + s
	}
	if f.State != figure.Sure {
		s += " " + string(f.State)
	}
	return s
}

// grid is an answer as text, one line per line: "all: 2023=34.5 2024=…".
func grid(r indicator.Result) string {
	var b strings.Builder
	for _, l := range r.Lines {
		b.WriteString(l.Key + ":")
		for _, p := range l.Points {
			b.WriteString(" " + p.Key + "=" + show(p.Figure))
			if p.State != "" {
				b.WriteString("[" + p.State + "]")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// check compares the grid of an indicator to lines written by hand.
func check(t *testing.T, ds *dataset.Dataset, id string, want ...string) indicator.Result {
	t.Helper()
	r := answer(t, ds, id)
	if got := strings.TrimSpace(grid(r)); got != strings.Join(want, "\n") {
		t.Errorf("%s\n got: %s\nwant: %s", id, strings.ReplaceAll(got, "\n", "\n      "), strings.Join(want, "\n      "))
	}
	return r
}

// covers checks how many cases an answer could decide, out of how many.
func covers(t *testing.T, r indicator.Result, known, total int) {
	t.Helper()
	if r.Coverage.Known != known || r.Coverage.Total != total {
		t.Errorf("%s covers %d of %d, want %d of %d", r.ID, r.Coverage.Known, r.Coverage.Total, known, total)
	}
}

// notes joins the French notes of an answer.
func notes(r indicator.Result) string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, n.FR)
	}
	return strings.Join(all, "\n")
}

// records lists what a counted figure counts.
func records(f figure.Figure) string {
	var all []string
	for _, r := range f.Rests.Records {
		all = append(all, r.ID)
	}
	return strings.Join(all, " ")
}
