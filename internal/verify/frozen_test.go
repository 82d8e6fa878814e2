package verify_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"vigie/internal/edition"
	"vigie/internal/value/cal"
)

const (
	liveChart   = "embed/expiries-ahead/index.html"
	frozenChart = "embed/expiries-ahead/2026-09-10/index.html"
	frozenFile  = "editions/2026-09-10/charts/expiries-ahead.fr.json"
)

func TestAChartOfAnEditionStaysAsItWas(t *testing.T) {
	_, site := twoEditions(t)
	const month = "septembre 2026" // in the window of that day only
	live, frozen := string(site[liveChart].Data), string(site[frozenChart].Data)
	if !strings.Contains(frozen, month) || strings.Contains(live, month) {
		t.Errorf("the frozen chart shows %s: %v; that of today: %v", month, strings.Contains(frozen, month), strings.Contains(live, month))
	}
	for _, want := range []string{`<time datetime="2026-09-10">`, `<meta name="robots" content="noindex">`, "édition du 10\u00a0septembre 2026"} {
		if !strings.Contains(frozen, want) {
			t.Errorf("the frozen chart does not hold %q", want)
		}
	}
	if strings.Contains(frozen, "<script") {
		t.Error("a script stands in the frame of others")
	}
	if page := string(site["indicateurs/expiries-ahead/index.html"].Data); !strings.Contains(page, "SITE/embed/expiries-ahead/2026-10-10/") {
		t.Error("the page of the chart does not offer the last edition of it")
	}
}

func TestAChartOfAnEditionIsProvenByThatEdition(t *testing.T) {
	project, site := twoEditions(t)
	for name, c := range map[string]struct{ file, old, now, what string }{
		"a digit of the table":     {frozenChart, "<td>0\u00a0", "<td>7\u00a0", "words that are not those of the data"},
		"a word of the drawing":    {frozenChart, ">0</text>", ">7</text>", "a drawing is not the one that the edition keeps"},
		"another day":              {frozenChart, `<time datetime="2026-09-10">10`, `<time datetime="2026-09-10">11`, "a day that the data do not hold"},
		"the file that proves all": {frozenFile, `"text": "0`, `"text": "7`, "not that which the data make"},
	} {
		found := false
		report := run(t, with(t, site, c.file, c.old, c.now), project)
		for _, f := range report.Faults {
			found = found || f.File == c.file && strings.Contains(f.What, c.what)
		}
		if !found {
			t.Errorf("%s is not caught: %v", name, report.Faults)
		}
	}
}

func TestAChartOfAnEditionThatKeepsAnotherNumberIsCaught(t *testing.T) {
	const kept = "charts/expiries-ahead.fr.json"
	project := withEdition(t, small(t), cal.NewDay(2026, 9, 10), func(c *edition.Content) {
		c.Files = slices.DeleteFunc(c.Files, func(f edition.Fresh) bool { return strings.HasPrefix(f.Path, "charts/") && f.Path != kept })
		at := slices.IndexFunc(c.Files, func(f edition.Fresh) bool { return f.Path == kept })
		c.Files[at].Data = bytes.Replace(c.Files[at].Data, []byte(`"text": "0`), []byte(`"text": "7`), 1)
	})
	site := built(t, project)
	if !caught(run(t, site, project).Faults, frozenFile, "indicator/expiries-ahead/") {
		t.Error("a chart that does not show the figure of its edition is not caught")
	}
	for _, none := range []string{"embed/tier-adoption/2026-09-10/index.html", "en/embed/expiries-ahead/2026-09-10/index.html"} {
		if site[none] != nil {
			t.Errorf("%s shows a chart that the edition does not keep", none)
		}
	}
	if page := string(site["indicateurs/tier-adoption/index.html"].Data); strings.Contains(page, "Code du cadre figé") {
		t.Error("a frozen frame is offered of a chart that no edition keeps")
	}
}
