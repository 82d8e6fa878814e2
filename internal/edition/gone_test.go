package edition_test

import (
	"strings"
	"testing"

	"vigie/internal/edition"
	"vigie/internal/value/lang"
)

func TestAFigureThatIsGoneKeepsItsLastValue(t *testing.T) {
	p := newProject(t)
	p.create("2026-01-15")
	p.create("2026-02-15")
	now := p.present("2026-04-01")
	h, found := p.compare("2026-04-01")
	if len(found) > 0 {
		t.Error(found)
	}
	stands := map[string]bool{}
	for _, f := range now.Data.Figures() {
		stands[f.ID] = true
	}
	for _, r := range now.Indicators {
		for _, l := range r.Lines {
			for _, one := range l.Points {
				stands[one.Figure.ID] = true
			}
		}
	}
	var ids []string
	last := map[string]edition.Gone{}
	for _, g := range h.Gone(func(id string) bool { return stands[id] || strings.HasPrefix(id, "claim/") }) {
		ids = append(ids, g.Figure.ID)
		last[g.Figure.ID] = g
	}
	const month = "indicator/expiries-ahead/ending/"
	if got := strings.Join(ids, " "); got != month+"2026-01 "+month+"2026-02 "+month+"2026-03" {
		t.Errorf("gone: %s", got)
	}
	for id, on := range map[string]string{month + "2026-01": "2026-01-15", month + "2026-02": "2026-02-15", month + "2026-03": "2026-02-15"} {
		g := last[id]
		if g.Last != day(on) || g.Figure.Exact() != "0" || g.Figure.Period.String() != strings.TrimPrefix(id, month) || !strings.HasPrefix(g.Figure.Label.FR, "Qualifications à leur terme") {
			t.Errorf("%s was last in the edition of %s: %s, of %s, %q", id, g.Last, g.Figure.Exact(), g.Figure.Period, g.Figure.Label.FR)
		}
	}
	if f := last[month+"2026-02"].Figure; f.Text(lang.EN) != now.Indicators[0].Lines[0].Points[0].Figure.Unit.ID && !strings.HasPrefix(f.Text(lang.EN), "0") {
		t.Errorf("%q", f.Text(lang.EN))
	}
	if none := (*edition.History)(nil).Gone(func(string) bool { return false }); none != nil {
		t.Error("a tree without editions has nothing that is gone")
	}
}

func TestTheFigureOfTheDayIsNewsWhenItsValueIs(t *testing.T) {
	const today = "indicator/qualified-offers/all/as-of"
	p := newProject(t)
	p.create("2026-01-15")
	h, _ := p.compare("2026-02-20")
	if got := h.OfFigure(today); len(got) > 0 {
		t.Errorf("that the day moved is listed: %+v", got)
	}
	p.replace("data/qualifications/cirrus.yaml", "stage: granted\n", "stage: granted\nlistings: [{edition: \"2026-01-01\", listed: \"yes\", source: court}]\n")
	p.create("2026-02-20")
	h, _ = p.compare("2028-06-10") // its term has passed
	got := h.OfFigure(today)
	if len(got) == 0 || got[0].Type != edition.Time || got[0].Key != "value" || got[0].Was.Exact != "at least 1" || len(got[0].Because) > 0 {
		t.Errorf("%+v", got)
	}
}
