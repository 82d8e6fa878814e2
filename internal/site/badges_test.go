package site_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"vigie/internal/dataset"
)

func TestABadgeSaysUntilWhenAndAsOfWhichDay(t *testing.T) {
	s := real(t, nil)
	files := extras(s)
	qualified, waiting, none := 0, 0, 0
	for _, p := range s.Data.Every.Providers {
		var held, asked bool
		for _, q := range p.Qualifications {
			held = held || q.Counts()
			asked = asked || q.Standing == dataset.StandingInProgress
		}
		for l, words := range map[string][4]string{"fr": {"service qualifié ", " en cours", "aucune qualification en vigueur connue", ", au 30\u00a0novembre 2026"},
			"en": {"service qualified under ", " in progress", "no qualification known to be in force", ", as of 30\u00a0November 2026"}} {
			raw := files["badges/providers/"+p.ID+"."+l+".svg"]
			var svg struct {
				Title string   `xml:"title"`
				Text  []string `xml:"g>text"`
			}
			if err := xml.Unmarshal([]byte(raw), &svg); err != nil || len(svg.Text) != 2 {
				t.Fatalf("%s: %v in %q", p.ID, err, raw)
			}
			want := words[2]
			switch {
			case held:
				want = words[0]
				qualified++
			case asked:
				want = words[1]
				waiting++
			default:
				none++
			}
			if !strings.Contains(svg.Text[0], want) || !strings.HasSuffix(svg.Text[1], words[3]) ||
				!strings.HasPrefix(svg.Title, p.Name.FR) && !strings.HasPrefix(svg.Title, p.Name.EN) || !strings.Contains(svg.Title, svg.Text[0]) {
				t.Errorf("%s in %s says %q, titled %q; want %q", p.ID, l, svg.Text, svg.Title, want)
			}
			if strings.Contains(raw, "<script") || !strings.Contains(raw, "prefers-color-scheme:dark") {
				t.Errorf("%s: a script, or no dark colours", p.ID)
			}
		}
	}
	if qualified == 0 || waiting == 0 || none == 0 {
		t.Errorf("%d qualified, %d waiting, %d without: a case is missing", qualified, waiting, none)
	}
	if !strings.Contains(files["badges/data.fr.svg"], "données lues jusqu’au ") {
		t.Errorf("the badge of the data is %q", files["badges/data.fr.svg"])
	}
}
