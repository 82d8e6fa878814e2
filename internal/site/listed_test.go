package site_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/france/catalogue"
	"vigie/internal/value/cal"
)

// recatalogued changes the rows of the collected catalogue, as a next visit might.
func recatalogued(change func(c *collected.Collected, decision string, r *collected.Row)) func(*corpus.Corpus) {
	return func(read *corpus.Corpus) {
		c, ok := collected.LastBy(catalogue.Reader, read.Collected)
		if !ok {
			return
		}
		for i := range c.Rows {
			r := &c.Rows[i]
			r.Cells = slices.Clone(r.Cells)
			change(c, c.Cell(*r, "decision"), r)
		}
	}
}

const emptySection = "pas encore décrites ici"

func TestAQualificationShowsTheCopyInWhichAProgramReadIt(t *testing.T) {
	s := real(t, nil)
	pages := sections(t, s, "/offres/outscale-iaas-cloud-on-demand/", "/en/offers/outscale-iaas-cloud-on-demand/", "/qualifications/")
	for address, html := range pages {
		if address == "/qualifications/" {
			continue // its table leads to the page of each offer, which has the copies
		}
		for _, want := range []string{"p. 63, l. 14", "0294649a3215eb40e6379f8d3cb74a0193489316d75a02e53fcdb29e816deb07"} {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %q", address, want)
			}
		}
		if strings.Contains(html, "dit autre chose") || strings.Contains(html, "says otherwise") {
			t.Errorf("%s: the record and its row do not agree", address)
		}
	}
	if strings.Contains(pages["/qualifications/"], emptySection) {
		t.Error("the real catalogue has a row without record")
	}
}

func TestWhatTheCatalogueSaysOtherwiseIsShownBesideTheRecord(t *testing.T) {
	s := changed(t, nil, recatalogued(func(c *collected.Collected, decision string, r *collected.Row) {
		if decision == "2023-2118" {
			r.Cells[c.Index("fin")] = "2029-11-30"
		}
	}))
	for address, want := range map[string]string{
		"/offres/outscale-iaas-cloud-on-demand/":    "dernier jour, ici 30\u00a0novembre 2026, au catalogue 30\u00a0novembre 2029.",
		"/en/offers/outscale-iaas-cloud-on-demand/": "last day, here 30\u00a0November 2026, in the catalogue 30\u00a0November 2029.",
	} {
		if html := sections(t, s, address)[address]; !strings.Contains(html, want) {
			t.Errorf("%s lacks %q", address, want)
		}
	}
}

func TestARowThatIsGoneIsNotedOnItsQualification(t *testing.T) {
	s := changed(t, nil, recatalogued(func(c *collected.Collected, decision string, r *collected.Row) {
		if decision == "2024-1369" {
			r.GoneSince = cal.NewDay(2026, 11, 23)
			c.State.Documents[0].SHA256 = copyDigest // the next copy, without it
		}
	}))
	html := sections(t, s, "/offres/whaller-donjon/")["/offres/whaller-donjon/"]
	for _, want := range []string{"n’est plus sur la liste", "ne la cite plus depuis le 23\u00a0novembre 2026", "absente de la liste", copyDigest} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestARowWithoutRecordHasItsPlaceOnThePageOfQualifications(t *testing.T) {
	s := changed(t, nil, recatalogued(func(c *collected.Collected, decision string, r *collected.Row) {
		if decision == "2025-918" {
			r.Cells[c.Index("decision")], r.Cells[c.Index("debut")], r.Cells[c.Index("service")] = "2026-1", "2026-01-02", "Un <nuage> neuf"
		}
	}))
	html := sections(t, s, "/qualifications/")["/qualifications/"]
	_, section, _ := strings.Cut(html, emptySection)
	for _, want := range []string{"Un &lt;nuage&gt; neuf", "Cloud Temple, IaaS", "du 2\u00a0janvier 2026 au 30\u00a0mai 2028", "p. 63, l. 2"} {
		if !strings.Contains(section, want) {
			t.Errorf("the section lacks %q", want)
		}
	}
}
