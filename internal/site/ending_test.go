package site_test

import (
	"regexp"
	"strings"
	"testing"

	"vigie/internal/value/cal"
)

// ending is the made-up project with a qualification that ends on 1 March 2027 by
// the catalogue of 15 September 2026.
func ending(t *testing.T, day cal.Day) map[string]string {
	t.Helper()
	s := siteOn(t, oneOfEach(t), day)
	pages := pagesOf(t, s)
	for _, file := range []string{"calendrier.ics", "en/calendar.ics", "donnees/qualifications.csv"} {
		text := extras(s)[file]
		if text == "" {
			t.Fatalf("no file %s", file)
		}
		pages[file] = strings.ReplaceAll(text, "\r\n ", "")
	}
	return pages
}

// TestAnEndIsReadByTheEditionThatItIsKnownBy stops the clock the day before the last
// day, on it, the day after and half a year later; pages are read as they are
// without scripts.
func TestAnEndIsReadByTheEditionThatItIsKnownBy(t *testing.T) {
	const (
		passed = "terme passé d’après ce que nous avons lu <span class=\"rests\">(catalogue du 15 septembre 2026) ; un renouvellement a pu être publié depuis</span>"
		today  = "se termine aujourd’hui d’après ce que nous avons lu <span class=\"rests\">(catalogue du 15 septembre 2026) ; un renouvellement a pu être publié depuis</span>"
	)
	lists := []string{"/qualifications/", "/offres/", "/offres/example-cloud/", "/fournisseurs/example-host/", "/choisir-un-niveau/"}
	zero := regexp.MustCompile(`\b0[ \x{a0}](jours?|days?)\b`)
	last := cal.NewDay(2027, 3, 1)
	for _, one := range []struct {
		name       string
		day        cal.Day
		want, left string
		home       bool
		row        string
	}{
		{"the day before", last.AddDays(-1), "en vigueur", ">demain</data>", true, ",1,ahead,"},
		{"the day", last, today, ">aujourd’hui</data>", true, ",0,ends-today,"},
		{"the day after", last.AddDays(1), passed, "", true, ",-1,ended-unread,"},
		{"half a year later", last.AddDays(184), passed, "", false, ",-184,ended-unread,"},
	} {
		t.Run(one.name, func(t *testing.T) {
			pages := ending(t, one.day)
			for _, address := range lists {
				page := plainSpaces.Replace(pages[address])
				if !strings.Contains(page, one.want) || !strings.Contains(page, one.left) {
					t.Errorf("%s does not read %q with %q", address, one.want, one.left)
				}
			}
			if strings.Contains(pages["/"], "/offres/example-cloud/") != one.home {
				t.Errorf("the home page names it: %v, and should: %v", !one.home, one.home)
			}
			for address, page := range pages {
				if m := zero.FindString(page); m != "" && address != "donnees/qualifications.csv" {
					t.Errorf("%s reads %q", address, m)
				}
			}
			if !strings.Contains(pages["donnees/qualifications.csv"], one.row) {
				t.Errorf("the table does not hold %q", one.row)
			}
			for file, words := range map[string]string{"calendrier.ics": "un renouvellement a pu être publié depuis", "en/calendar.ics": "a renewal may have been published since"} {
				if text := plainSpaces.Replace(pages[file]); !strings.Contains(text, words) || !strings.Contains(text, "15 ") {
					t.Errorf("%s does not say by which edition the day is known", file)
				}
			}
		})
	}
}

// TestAPassedTermIsNeverShownWithoutWhatItIsKnownBy reads every page for the words
// of that state: an edition always stands beside them.
func TestAPassedTermIsNeverShownWithoutWhatItIsKnownBy(t *testing.T) {
	shown := 0
	for address, page := range ending(t, cal.NewDay(2027, 3, 2)) {
		page = plainSpaces.Replace(page)
		for _, standing := range regexp.MustCompile(`<p class="standing expired">.*?</p>`).FindAllString(page, -1) {
			shown++
			if !strings.Contains(standing, "catalogue ") {
				t.Errorf("%s: %s", address, standing)
			}
		}
		for _, cell := range regexp.MustCompile(`<td[^>]*>(terme passé|ended)[^<]*</td>`).FindAllString(page, -1) {
			shown++
			if !strings.Contains(cell, "catalogue ") {
				t.Errorf("%s: %s", address, cell)
			}
		}
	}
	if shown < 10 {
		t.Errorf("%d passed terms are shown: the test holds little", shown)
	}
}
