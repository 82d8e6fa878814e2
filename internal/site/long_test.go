package site_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"vigie/internal/config"
	"vigie/internal/site"
)

// heaviest is how many bytes of HTML a page has at most, whatever is known.
const heaviest = 300_000

func TestAPartOfAListIsThatOfItsWhole(t *testing.T) {
	for address, want := range map[string]string{
		"/preuves/page-2/": "/preuves/", "/preuves/example/page-12/": "/preuves/example/", "/preuves/": "/preuves/",
		"/preuves/page-1/": "/preuves/page-1/", "/preuves/page-x/": "/preuves/page-x/", "/page-two/": "/page-two/"} {
		if got := site.WholeOf(address); got != want {
			t.Errorf("%s is a part of %s, and %s was wanted", address, got, want)
		}
	}
}

// manyBodies are made-up records: so many bodies, each with a documented service, and as many points of a series.
func manyBodies(t *testing.T, bodies int) map[string]string {
	t.Helper()
	files := oneOfEach(t)
	series := "measure: example-orders\nperimeter: example-all-buyers\nunit: eur\n" +
		"basis: {stage: ordered, tax: unknown, accumulation: year}\ntitle: {fr: Commandes, en: Orders}\nobservations:\n"
	for i := range bodies {
		id := fmt.Sprintf("many-%03d", i)
		files["data/organisations/"+id+".yaml"] = fmt.Sprintf("name: {fr: Ville %s, en: Town %s}\nkind: region\n", id, id)
		files["data/migrations/"+id+"-app.yaml"] = fmt.Sprintf(`organisation: %s
service: {fr: Service %s, en: Service %s}
tier: dedicated
tier_from: deduced-from-offer
providers: [example-host]
offer: example-cloud
hosting_qualification: [{scheme: secnumcloud, standing: qualified}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - {id: %s-claim, source: example-report, read: 2026-10-01}
`, id, id, id, id)
		series += fmt.Sprintf("  - period: \"%d-%02d\"\n    claims:\n"+
			"      - {id: %s-orders, value: %d, source: example-report, read: 2026-10-01}\n", 2000+i/12, i%12+1, id, i+1)
	}
	files["data/series/many-orders.yaml"] = series
	files["data/tiers/dedicated.yaml"] = strings.ReplaceAll(files["data/tiers/external.yaml"], "{id: ", "{id: dedicated-")
	return files
}

// rowsOn are what a pattern finds on the pages of a list, page by page, and how many pages have it.
func rowsOn(pages map[string]string, first, pattern string) (found map[string]int, of int) {
	found, row := map[string]int{}, regexp.MustCompile(pattern)
	for address, page := range pages {
		if site.WholeOf(address) != first {
			continue
		}
		of++
		for _, m := range row.FindAllStringSubmatch(page, -1) {
			found[m[1]]++
		}
	}
	return found, of
}

func TestLongListsAreCutIntoLightPages(t *testing.T) {
	s := siteOf(t, manyBodies(t, 205))
	pages := pagesOf(t, s)
	for address, page := range pages {
		if len(page) > heaviest {
			t.Errorf("%s has %d bytes, and a page has %d at most", address, len(page), heaviest)
		}
	}
	next := regexp.MustCompile(`<link rel="next" href="([^"]+)">`)
	prev := regexp.MustCompile(`<link rel="prev" href="([^"]+)">`)
	for address, page := range pages {
		if m := next.FindStringSubmatch(page); m != nil {
			back := prev.FindStringSubmatch(pages[m[1]])
			if back == nil || back[1] != address {
				t.Errorf("%s leads on to %s, which does not lead back", address, m[1])
			}
		}
	}
	files := map[string]string{}
	for f := range s.Extras() {
		files["/"+f.Path] = string(f.Data)
	}
	for _, list := range []struct {
		first, row string
		rows       int // at least
	}{
		{"/preuves/", `<li data-words="figures/([^"]+)">`, 380},
		{"/sources/example-report/", `<li id="(many-[^"]+)"`, 410},
		{"/fournisseurs/example-host/", `<li data-words="migrations/([^"]+)">`, 205},
		{"/offres/example-cloud/", `<li data-words="migrations/([^"]+)">`, 205},
		{"/niveaux/dedie/", `<li data-words="migrations/([^"]+)">`, 205},
		{"/organismes/", `<li><p class="what"><a href="/organismes/(many-[^"/]+)/">`, 205},
		{"/questions-ouvertes/", `<p class="note" data-words="migrations/(many-[^"]+)">`, 205},
		{"/recherche/v/", `<p class="what"><a href="/organismes/(many-[^"/]+)/">`, 205},
		{"/plan-du-site/", `<li><a href="/organismes/(many-[^"/]+)/">`, 205},
		{"/preuves/indicator/bodies-with-migration/live/region/",
			`<li><a href="/organismes/(many-[^"/]+)/">`, 205},
	} {
		found, of := rowsOn(pages, list.first, list.row)
		if len(found) < list.rows || of < 2 {
			t.Errorf("%s shows %d rows on %d pages, and %d were wanted on several", list.first, len(found), of, list.rows)
		}
		for row, n := range found {
			if n != 1 {
				t.Errorf("%s shows %s %d times", list.first, row, n)
			}
		}
	}
	listed, _ := rowsOn(pages, "/preuves/", `<li data-words="figures/([^"]+)">`)
	whole := files["/preuves/proofs.csv"]
	for id := range listed {
		if !strings.Contains(whole, "\n"+id+",") {
			t.Errorf("the proof of %s is not in the whole", id)
		}
	}
	if lines := strings.Count(whole, "\r\n") - 1; lines != len(listed) {
		t.Errorf("the whole has %d proofs, the pages %d", lines, len(listed))
	}
	lead := regexp.MustCompile(`href="(/sources/example-report/(?:page-[0-9]+/)?)#(many-[^"]+)"`)
	led := 0
	for address, page := range pages {
		for _, m := range lead.FindAllStringSubmatch(page, -1) {
			led++
			if !strings.Contains(pages[m[1]], `<li id="`+m[2]+`"`) {
				t.Fatalf("%s leads to the claim %s on %s, where it is not", address, m[2], m[1])
			}
		}
	}
	if led == 0 {
		t.Error("no page leads to a claim")
	}
}

// Of the two regions that the made-up list holds, a record describes the first.
func TestEachListedBodyHasAPageWhereTheSettingsWantIt(t *testing.T) {
	const place, described = "/organismes/region-54/", "/organismes/region-53/"
	if pages := pagesOf(t, siteOf(t, oneOfEach(t))); pages[place] != "" {
		t.Errorf("%s is there, and only documented bodies are wanted", place)
	}
	s := siteOf(t, oneOfEach(t))
	s.Config.Pages.Organisations = config.AllBodies
	pages := pagesOf(t, s)
	for _, want := range []string{"Exemple du Nord", "Aucun hébergement connu", "<dd>54</dd>", "/sources/example-regions/",
		`href="/en/organisations/region-54/"`} {
		if !strings.Contains(pages[place], want) {
			t.Errorf("%s lacks %q:\n%s", place, want, pages[place])
		}
	}
	if !strings.Contains(pages[described], `href="/organismes/example-region/"`) ||
		strings.Contains(pages[described], "Aucun hébergement connu") {
		t.Errorf("%s does not lead to the record that describes it:\n%s", described, pages[described])
	}
}
