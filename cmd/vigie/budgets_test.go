package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"vigie/internal/test/browser"
)

// budget is what one page may cost who opens it: bytes, a number of requests, and
// the sum of the shifts of its layout as browsers count them.
type budget struct {
	HTML     int     `yaml:"html"`
	Wire     int     `yaml:"wire"`
	Scripts  int     `yaml:"scripts"`
	Requests int     `yaml:"requests"`
	Shift    float64 `yaml:"shift"`
}

// budgets are those of doc/budgets.yaml.
type budgets struct {
	Every budget               `yaml:"every"`
	Kinds map[string]yaml.Node `yaml:"kinds"` // what differs, by kind of page
}

// readBudgets reads them, for a site of these kinds of pages, none of which may be too long.
func readBudgets(t *testing.T, kinds []kindOfPage) budgets {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "doc/budgets.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	reader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithKnownFields())
	if err != nil {
		t.Fatal(err)
	}
	var b budgets
	if err := reader.Load(&b); err != nil {
		t.Fatal(err)
	}
	for name := range b.Kinds {
		if !slices.ContainsFunc(kinds, func(k kindOfPage) bool { return k.kind == name }) {
			t.Errorf("doc/budgets.yaml: there is no page of the kind %q", name)
		}
	}
	for _, k := range kinds {
		if most := b.of(t, k.kind).HTML; k.bytes > most {
			t.Errorf("%s has %d bytes of HTML, and a page of the kind %q has %d at most (doc/budgets.yaml)",
				k.page, k.bytes, k.kind, most)
		}
	}
	return b
}

// of gives the budget of one kind of page.
func (b budgets) of(t *testing.T, kind string) budget {
	t.Helper()
	limits := b.Every
	if differs, some := b.Kinds[kind]; some {
		if err := differs.Load(&limits, yaml.WithKnownFields()); err != nil {
			t.Fatalf("doc/budgets.yaml: %s: %v", kind, err)
		}
	}
	return limits
}

// hold wants a page that was just opened, on a phone that has kept nothing of an
// earlier visit, to cost no more than its kind may.
func (b budgets) hold(t *testing.T, page *browser.Page) {
	t.Helper()
	err := page.Wait(`document.readyState === "complete" && document.fonts.status === "loaded"`)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := browser.Evaluate[string](page, `document.body.className`)
	if err != nil {
		t.Fatal(err)
	}
	kind, _, _ := strings.Cut(strings.TrimPrefix(shown, "page-"), " ")
	cost := budget{Shift: shifted(t, page)}
	for _, answer := range page.Answers() {
		cost.Requests++
		cost.Wire += answer.Bytes
		if answer.Kind == "Script" {
			cost.Scripts += answer.Bytes
		}
	}
	t.Logf("%s: %d bytes, %d of them scripts, %d requests", kind, cost.Wire, cost.Scripts, cost.Requests)
	if cost.Requests < 4 || cost.Wire < 20_000 { // itself, its style and two fonts at the least
		t.Errorf("only %d answers of %d bytes were seen", cost.Requests, cost.Wire)
	}
	if most := b.of(t, kind); cost.Wire > most.Wire || cost.Scripts > most.Scripts ||
		cost.Requests > most.Requests || cost.Shift > most.Shift {
		t.Errorf("the page, of the kind %q, costs %+v and may cost %+v (doc/budgets.yaml). What moved: %s",
			kind, cost, most, whatMoved(t, page))
	}
}
