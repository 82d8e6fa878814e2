package site_test

import (
	"strconv"
	"strings"
	"testing"

	"vigie/internal/site"
)

func TestEveryDocumentedServiceStandsOnceOnTheQuestionsPageUnderItsCount(t *testing.T) {
	s := real(t, nil)
	for p := range s.Pages() {
		if p.Key != "findings" {
			continue
		}
		body := p.Body.(site.FindingsPage)
		seen := map[string]int{}
		for _, verdict := range body.Verdicts {
			for _, c := range verdict.Cases {
				services := 0
				for _, why := range c.Whys {
					for _, b := range why.Bodies {
						for _, one := range b.Services {
							services++
							seen[one.Service.Href]++
						}
					}
				}
				if c.Figure.Exact != strconv.Itoa(services) {
					t.Errorf("%s, %s: %d services under the figure %s", p.Lang, c.ID, services, c.Figure.Exact)
				}
			}
		}
		for _, m := range s.Data.Migrations {
			ends := 0
			for href, n := range seen {
				if strings.HasSuffix(href, "#"+m.ID) {
					ends += n
				}
			}
			if ends != 1 && !m.IsWithdrawn(asOf) {
				t.Errorf("%s stands %d times on the page in %s", m.ID, ends, p.Lang)
			}
		}
		page := read(whole(t, s, p))
		for _, group := range body.Counts {
			sum := 0
			for _, c := range group.Parts {
				if id := strings.TrimPrefix(c.Title.Href, "#"); !page.ids[id] {
					t.Errorf("%s: a count leads to %s, which is not there", p.Lang, id)
				}
				n, _ := strconv.Atoi(c.Figure.Exact)
				sum += n
			}
			if group.Figure.Exact != strconv.Itoa(sum) {
				t.Errorf("%s: %s counts %s, and its parts %d", p.Lang, group.Title, group.Figure.Exact, sum)
			}
		}
		if m := body.Missing; m == nil || m.Words == "" || m.Figure.Exact == "0" {
			t.Errorf("%s: the page does not open with what is missing most", p.Lang)
		}
		for _, e := range body.Eras {
			if !page.ids[e.ID] || len(e.Rules) == 0 {
				t.Errorf("%s: the rules of %s are not there", p.Lang, e.Period)
			}
		}
	}
}

func TestAnOrganisationShowsWhatCanBeSaidOfEachOfItsServices(t *testing.T) {
	s := real(t, nil)
	shown := 0
	for p := range s.Pages() {
		body, ok := p.Body.(site.OrganisationPage)
		if !ok {
			continue
		}
		for _, m := range body.Migrations {
			shown++
			if m.Finding == nil || m.Finding.Why == "" || m.Finding.Verdict == "" {
				t.Errorf("%s says nothing of %s", p.Address, m.ID)
			}
		}
	}
	if shown == 0 {
		t.Error("no organisation has a service")
	}
}
