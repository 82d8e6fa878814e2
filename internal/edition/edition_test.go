package edition_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"vigie/internal/edition"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// threeEditions makes three editions with a change of each kind between them.
func threeEditions(t *testing.T) project {
	t.Helper()
	p := newProject(t)
	p.create("2026-01-15")

	p.replace(orders, "76 M", "34.5 M") // the gazette printed the sum of two years
	p.declare("gazette-revised", "revised", `{target: claims/orders-2023, was: "76000000", now: "34500000"}`)
	p.write("data/providers/nimbus.yaml", "name: Nimbus\n")
	p.create("2026-02-15")

	p.replace("data/collected/register.csv", "Aisne,2026-01-01,,", "Aisne,2026-01-01,2026-03-01,")
	p.replace(orders, "at: p. 3", "at: page 3")
	p.write("data/migrations/portal.yaml", "withdrawn: {on: 2026-03-01, reason: {fr: Doublon., en: Twice.}}\n"+p.read("data/migrations/portal.yaml"))
	p.create("2026-03-15")
	return p
}

func day(s string) cal.Day {
	d, err := cal.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestThreeEditionsMakeAChainAndAHistory(t *testing.T) {
	p := threeEditions(t)
	store := p.store()
	done, found, err := store.Verify()
	if err != nil || len(found) > 0 || done.Editions != 3 {
		t.Fatalf("%+v, %v, %v", done, found, err)
	}
	all := store.Editions()
	for i, e := range all {
		if i > 0 && (e.Former != all[i-1].Sum || e.Former == "") || i == 0 && e.Former != "" {
			t.Errorf("the edition of %s follows %q", e.Day, e.Former)
		}
	}
	h, found := p.compare("2026-03-15")
	if len(found) > 0 {
		t.Error(found)
	}
	want := map[string]string{
		"2026-01-15 2026-02-15": "revised claims/orders-2023 value: €76M → €34.5M (gazette-revised)\n" +
			"revised figures/calculation/growth value: −32.1% → 49.6% (gazette-revised) because of claims/orders-2023\n" +
			"revised figures/orders-per-year/2023 value: €76M → €34.5M (gazette-revised) because of claims/orders-2023\n" +
			"new providers/nimbus\n",
		"2026-02-15 2026-03-15": "withdrawn migrations/portal withdrawn:  → 2026-03-01\n" +
			"no-longer-listed collected/register 02:  → 2026-03-01\n" +
			"wording claims/orders-2023 at: p. 3 → page 3\n",
	}
	want["2026-01-15 "] = want["2026-02-15 2026-03-15"] + want["2026-01-15 2026-02-15"]
	for days, changes := range want {
		from, to, _ := strings.Cut(days, " ")
		until := cal.Day{}
		if to != "" {
			until = day(to)
		}
		if got := lines(h.Between(day(from), until)); got != changes {
			t.Errorf("from %s to %q:\n%s\nwant:\n%s", from, to, got, changes)
		}
	}
	if got := h.Of(record.Ref{Kind: record.SeriesKind, ID: "orders-per-year"}); len(got) != 3 || got[0].Type != edition.Wording || got[2].Reason.EN != "Because." {
		t.Errorf("of the series: %+v", got)
	}
	for figure, days := range map[string][2]string{
		"orders-per-year/2023": {"2026-02-15", "2026-01-15"}, "claim/orders-2023": {"2026-02-15", "2026-01-15"},
		"orders-per-year/2024": {"", "2026-01-15"}, "nothing/2024": {"", ""},
	} {
		if changed, first := h.LastChanged(figure); changed.String() != days[0] || first.String() != days[1] {
			t.Errorf("%s changed on %q, first on %q", figure, changed, first)
		}
	}
	if got := h.OfFigure("claim/orders-2023"); len(got) != 1 || got[0].Was.Exact != "76000000" || got[0].Now.Exact != "34500000" || got[0].To != day("2026-02-15") {
		t.Errorf("of the figure of the claim: %+v", got)
	}
}

func TestACauseServesOnce(t *testing.T) {
	p := threeEditions(t)
	p.replace(orders, "34.5 M", "35 M")
	if _, found := p.compare("2026-03-20"); found.Errors() != 1 || !strings.Contains(found[0].Message, `was "34500000" in the edition of 2026-03-15, and is "35000000" now: no declared cause`) {
		t.Errorf("got %v", found)
	}
}

func TestACauseThatWasPublishedStays(t *testing.T) {
	p := threeEditions(t)
	p.remove("data/changes/gazette-revised.yaml")
	if _, found := p.compare("2026-03-15"); found.Errors() != 1 || found[0].File != "data/changes/gazette-revised.yaml" || found[0].Rule != "vanished" {
		t.Errorf("got %v", found)
	}
}

func TestAnUndeclaredChangeMakesNoEdition(t *testing.T) {
	p := threeEditions(t)
	p.replace(orders, "34.5 M", "35 M")
	content, found, err := edition.Freeze(p.store(), p.present("2026-04-15"), nil)
	if err != nil || found.Errors() == 0 || len(content.Files) > 0 {
		t.Errorf("%d files, %v, %v", len(content.Files), found, err)
	}
	hint := "on: 2026-04-15\ncause: correction # or revised, method, perimeter, new\ntargets:\n  - {target: claims/orders-2023, key: \"value\", was: \"34500000\", now: \"35000000\"}\n"
	if !strings.Contains(found[0].Hint, hint) {
		t.Errorf("the hint is\n%s", found[0].Hint)
	}
}

func TestWhatDidNotChangeCostsNoObject(t *testing.T) {
	p := newProject(t)
	first := p.create("2026-01-15")
	if first.Objects != len(first.Edition.Files) {
		t.Errorf("%d objects for %d files", first.Objects, len(first.Edition.Files))
	}
	second := p.create("2026-01-16")
	var came []string
	for _, f := range second.Edition.Files {
		if old, ok := first.Edition.File(f.Path); !ok || old.SHA256 != f.SHA256 {
			came = append(came, f.Path)
		}
	}
	if second.Objects != len(came) || slices.ContainsFunc(came, func(path string) bool { return strings.HasPrefix(path, "data/") }) {
		t.Errorf("%d new objects for %v", second.Objects, came)
	}
}

func TestATreeWithoutEditionHasNoHistory(t *testing.T) {
	p := newProject(t)
	h, found := p.compare("2026-01-15")
	if h != nil || len(found) > 0 || len(h.Changes()) > 0 || h.Store() != nil || len(h.Store().Editions()) > 0 {
		t.Errorf("%+v, %v", h, found)
	}
	for f := range h.Store().Published() {
		t.Errorf("publishes %s", f.Path)
	}
}

func TestWhatTheDayAloneChangedIsListed(t *testing.T) {
	p := newProject(t)
	p.create("2026-01-15")
	h, found := p.compare("2027-01-15")
	kinds := map[edition.Type]int{}
	for _, c := range h.Changes() {
		kinds[c.Type]++
	}
	if len(found) > 0 || kinds[edition.Time] == 0 || len(kinds) != 1 {
		t.Errorf("%v, %v", kinds, found)
	}
}

func TestDaysLeftAreNoNews(t *testing.T) {
	p := newProject(t)
	p.create("2026-01-15")
	const left = "indicator/qualification-calendar/dated/cirrus"
	h, _ := p.compare("2027-01-15")
	if changed, first := h.LastChanged(left); first != day("2026-01-15") || !changed.IsZero() || len(h.OfFigure(left)) > 0 {
		t.Errorf("days left are listed: first %s, changed %s, %+v", first, changed, h.OfFigure(left))
	}
	h, _ = p.compare("2028-06-01")
	if got := h.OfFigure(left); len(got) != 1 || got[0].Was.Text.EN != "867\u00a0days" || got[0].Now.Text.EN != "unknown" {
		t.Errorf("that none are left is not listed: %+v", got)
	}
}

func TestAFigureThatIsComputedOtherwiseNeedsACause(t *testing.T) {
	p := newProject(t)
	before := p.present("2026-01-15")
	otherwise(t, before)
	content, found, err := edition.Freeze(p.store(), before, nil)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if _, err := p.store().Create(context.Background(), p.path("data/editions"), content); err != nil {
		t.Fatal(err)
	}
	h, found := p.compare("2026-01-15")
	if found.Errors() != 1 || !strings.Contains(found[0].Message, `was "1234" in the edition of 2026-01-15`) ||
		!strings.Contains(found[0].Message, "from the same records and the same day") || h.Changes()[0].Type != edition.Undeclared {
		t.Errorf("%v, %+v", found, h.Changes())
	}
	figure := h.Changes()[0].Figure
	indicator := strings.Split(figure, "/")[1]
	p.declare("counted-otherwise", "method", "{target: indicators/"+indicator+"}")
	if h, found = p.compare("2026-01-15"); len(found) > 0 || h.Changes()[0].Type != edition.Method || h.Changes()[0].Cause != "counted-otherwise" {
		t.Errorf("%v, %+v", found, h.Changes())
	}
}

// otherwise makes one figure what no code of today makes it.
func otherwise(t *testing.T, p edition.Present) {
	t.Helper()
	for i := range p.Indicators {
		for j := range p.Indicators[i].Lines {
			for k := range p.Indicators[i].Lines[j].Points {
				if f := &p.Indicators[i].Lines[j].Points[k].Figure; f.Known() {
					f.Value = quantity.Int(1234)
					return
				}
			}
		}
	}
	t.Fatal("no figure is known")
}

// What is to be pasted is in the languages of the site.
func TestTheCauseToPasteIsInTheLanguagesOfTheSite(t *testing.T) {
	p := threeEditions(t)
	p.replace(orders, "34.5 M", "35 M")
	now := p.present("2026-04-15")
	now.Corpus.Languages = lang.Languages{lang.EN}
	_, found, err := edition.Compare(p.store(), now)
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	if hint := found[0].Hint; !strings.Contains(hint, `reason: {en: "…"}`) {
		t.Errorf("the hint is\n%s", hint)
	}
}
