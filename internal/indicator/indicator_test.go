package indicator_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func TestWhatTheDataLacksIsUnknownAndBreaksNothing(t *testing.T) {
	for _, r := range indicator.Results(read(t, "", "2026-06-01")) {
		sound(t, r)
		for _, l := range r.Lines {
			for _, p := range l.Points {
				if p.Figure.Known() && p.Figure.Nature != figure.Counted {
					t.Errorf("%s says %s of nothing", r.ID, show(p.Figure))
				}
			}
		}
	}
	check(t, read(t, "", "2026-06-01"), "ugap-orders", "all: 2026=unknown not-collected")
	check(t, read(t, "", "2026-06-01"), "savings", "documented: 2026=unknown not-collected")
	gone := strings.Replace(orders, "perimeter: all\nnote:", "perimeter: all\nwithdrawn: {on: 2026-01-01, reason: {fr: Erreur., en: Mistake.}}\nnote:", 1)
	check(t, read(t, gone, "2026-06-01"), "ugap-orders", "state: 2024=32400000", "computed: 2022=20100000")
}

// TestTheRealDataAnswersEveryQuestion prints the answers with -v, for a reader
// who asks whether a journalist would stake a story on them.
func TestTheRealDataAnswersEveryQuestion(t *testing.T) {
	c, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	start, _ := cal.ParseDay("2026-11-23")
	for month := range 37 { // every month of three years
		for _, r := range indicator.Results(dataset.New(c, start.AddMonths(month))) {
			sound(t, r)
			if month == 0 {
				t.Logf("%s: %s\n%d of %d %s\n%s%s", r.ID, r.Title.FR, r.Coverage.Known, r.Coverage.Total, r.Coverage.Of.FR, grid(r), notes(r))
			}
		}
	}
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// roles are the names that lines may give to the palette of charts.
var roles = regexp.MustCompile(`^(tier-internal|tier-(dedicated|external)(-deduced)?|own-means|unknown|disputed|series[1-8]|accent|target|spoken-of)$`)

// sound checks what holds of every answer, whatever the data.
func sound(t *testing.T, r indicator.Result) {
	t.Helper()
	if !kebab.MatchString(r.ID) || r.Shape == "" || len(r.Lines) == 0 && r.Shape != indicator.Spans {
		t.Errorf("%q, shape %q, %d lines", r.ID, r.Shape, len(r.Lines))
	}
	both(t, r.ID, append([]lang.Text{r.Title, r.Question, r.Method}, r.Notes...)...)
	if c := r.Coverage; c.Unknown && c.Total != 0 || !c.Unknown && c.Known > c.Total {
		t.Errorf("%s covers %d of %d, unknown: %v", r.ID, c.Known, c.Total, c.Unknown)
	}
	figures := map[string]string{}
	for _, l := range r.Lines {
		both(t, r.ID+"/"+l.Key, l.Label)
		if !roles.MatchString(l.Role) {
			t.Errorf("%s/%s has the role %q", r.ID, l.Key, l.Role)
		}
		seen := map[string]bool{}
		for _, p := range l.Points {
			at := r.ID + "/" + l.Key + "/" + p.Key
			if seen[p.Key] {
				t.Errorf("%s stands twice", at)
			}
			seen[p.Key] = true
			both(t, at, p.Label, p.Figure.Label)
			if r.Shape == indicator.Through && p.Period.IsZero() && p.Key != "undated" {
				t.Errorf("%s has no period", at)
			}
			if former, twice := figures[p.Figure.ID]; p.Figure.ID == "" || twice && former != show(p.Figure) {
				t.Errorf("%s: the figure %q is %s and %s", at, p.Figure.ID, former, show(p.Figure))
			}
			figures[p.Figure.ID] = show(p.Figure)
			rests(t, at, p.Figure)
		}
	}
}

// rests checks that a figure can be followed to what it rests on.
func rests(t *testing.T, at string, f figure.Figure) {
	t.Helper()
	switch {
	case !f.Known() && f.Reason == "":
		t.Errorf("%s is unknown without a reason", at)
	case !f.Known():
	case f.Nature == figure.Counted && f.Value.Low.String() != strconv.Itoa(len(f.Rests.Records)):
		t.Errorf("%s counts %s and names %d records", at, f.Value, len(f.Rests.Records))
	case f.Nature != figure.Counted && len(f.Rests.Claims) == 0:
		t.Errorf("%s rests on no claim", at)
	case f.Nature == figure.Computed && f.Rests.Words.IsZero():
		t.Errorf("%s is computed, without saying how", at)
	}
}

func both(t *testing.T, at string, texts ...lang.Text) {
	t.Helper()
	for _, s := range texts {
		if s.FR == "" || s.EN == "" {
			t.Errorf("%s: %q in French, %q in English", at, s.FR, s.EN)
		}
	}
}
