package site_test

import (
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// withList gives the list in progress of the site rows that nobody published, as if
// they had been collected; the catalogue is the real one.
func withList(t *testing.T, s *site.Site, rows ...[]string) {
	t.Helper()
	list := source(t, s, "anssi-en-cours")
	c := &collected.Collected{Columns: []collected.Column{
		{Name: "prestataire", Kind: collected.Text, Key: true, Title: true, Label: lang.Text{FR: "Prestataire", EN: "Provider"}},
		{Name: "service", Kind: collected.Text, Key: true, Title: true, Label: lang.Text{FR: "Service", EN: "Service"}},
	}, State: collected.State{Source: list.ID, Standing: collected.Good, Reader: "anssi-en-cours", Version: 1,
		Documents: []collected.Document{{URL: "https://example.org/", SHA256: strings.Repeat("0", 64), Read: cal.NewDay(2026, 11, 20)}}}}
	for _, r := range rows {
		c.Rows = append(c.Rows, collected.Row{Cells: r, FirstSeen: cal.NewDay(2026, 11, 20), At: "item"})
	}
	list.Collected = c
}

func source(t *testing.T, s *site.Site, id string) *dataset.Source {
	t.Helper()
	for _, src := range s.Data.Sources {
		if src.ID == id {
			return src
		}
	}
	t.Fatalf("there is no source %s", id)
	return nil
}

// sections are the pages of some addresses, without the frame.
func sections(t *testing.T, s *site.Site, addresses ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for p := range s.Pages() {
		for _, a := range addresses {
			if p.Address == a {
				html, err := s.Theme.Render(p.Lang, p.Template, p.Body)
				if err != nil {
					t.Fatal(err)
				}
				out[a] = string(html)
			}
		}
	}
	if len(out) != len(addresses) {
		t.Fatalf("of the pages %q, there are %d", addresses, len(out))
	}
	return out
}

func TestPagesSayWhatTheCatalogueHasOvertaken(t *testing.T) {
	pages := []string{"/sources/anssi-en-cours/", "/en/sources/anssi-en-cours/", "/qualifications/", "/en/qualifications/"}
	s := real(t, nil)
	for address, html := range sections(t, s, pages...) {
		if strings.Contains(html, `class="overtaken"`) {
			t.Errorf("%s: the list was never collected, and something of it is overtaken", address)
		}
	}
	withList(t, s, []string{"Fictif", "Nuage"})
	for address, html := range sections(t, s, pages...) {
		if strings.Contains(html, `class="overtaken"`) {
			t.Errorf("%s: the list and the catalogue have nothing in common, and something of it is overtaken", address)
		}
	}
	withList(t, s, []string{"Outscale SAS", "IaaS Cloud on Demand"}, []string{"OVH", "Un <b>autre"}, []string{"Fictif", "Nuage"})
	for address, html := range sections(t, s, pages...) {
		same, rival := "le même service, déjà au catalogue", "même fournisseur au catalogue"
		if strings.HasPrefix(address, "/en/") {
			same, rival = "the same service, already in the catalogue", "same provider in the catalogue"
		}
		_, section, _ := strings.Cut(html, `class="overtaken"`)
		for _, want := range []string{"Outscale SAS — IaaS Cloud on Demand", same, "Outscale — IaaS Cloud on Demand", "OVH — Un &lt;b&gt;autre", rival, "OVH — Hosted Private Cloud powered by VMware"} {
			if !strings.Contains(section, want) {
				t.Errorf("%s lacks %q:\n%s", address, want, section)
			}
		}
		if strings.Contains(section, "Fictif") {
			t.Errorf("%s: a provider that the catalogue does not know is overtaken", address)
		}
	}
}
