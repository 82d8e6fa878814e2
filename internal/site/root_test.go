package site_test

import (
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"vigie/internal/output"
	"vigie/internal/site"
)

func TestEveryFileHasWordsAndAPublishablePath(t *testing.T) {
	for path, text := range extras(withAddress(t)) {
		if err := output.CheckPath(path); err != nil {
			t.Error(err)
		}
		if i := strings.Index(text, "⟦"); i >= 0 {
			t.Errorf("%s: words.yaml has no %s", path, text[i:min(len(text), i+40)])
		}
	}
}

func TestFilesThatNeedAnAddressOrAContactWaitForThem(t *testing.T) {
	files := extras(real(t, nil))
	for _, path := range []string{"sitemap.xml", ".well-known/security.txt"} {
		if _, ok := files[path]; ok {
			t.Errorf("%s is there", path)
		}
	}
	for _, path := range []string{"robots.txt", "humans.txt", "llms.txt", ".nojekyll", "_headers", "CITATION.cff", "datapackage.json", "flux/evenements.atom", "en/flux/events.atom", "calendrier.ics"} {
		if _, ok := files[path]; !ok {
			t.Errorf("%s is not there", path)
		}
	}
	if strings.Contains(files["robots.txt"], "Sitemap") {
		t.Error("robots.txt names a site map that does not exist")
	}
}

func TestTheSiteMapListsEveryPageOnce(t *testing.T) {
	s := withAddress(t)
	var file struct {
		URL []struct {
			Loc     string `xml:"loc"`
			Lastmod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(extras(s)["sitemap.xml"]), &file); err != nil {
		t.Fatal(err)
	}
	newest := asOf.String() // the data go on being read after the day on which tests stand
	for _, source := range s.Data.Sources {
		newest = max(newest, source.LastReading().String())
	}
	listed, dated := map[string]bool{}, 0
	for _, u := range file.URL {
		if listed[u.Loc] {
			t.Errorf("%s is listed twice", u.Loc)
		}
		listed[u.Loc] = true
		if u.Lastmod != "" {
			dated++
		}
		if u.Lastmod > newest {
			t.Errorf("%s changed on %s, after the newest reading", u.Loc, u.Lastmod)
		}
	}
	pages := 0
	for p := range s.Pages() {
		if p.Key == "not-found" {
			continue
		}
		pages++
		if !listed["https://vigie.example.org/etat"+p.Address] {
			t.Errorf("%s is not listed", p.Address)
		}
	}
	if pages != len(listed) || dated == 0 {
		t.Errorf("%d pages, %d listed, %d dated", pages, len(listed), dated)
	}
}

func TestHeadersAndPagesSetOnePolicy(t *testing.T) {
	page, err := os.ReadFile("../../themes/vigie/templates/page.html")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), `content="`+site.Policy+`"`) {
		t.Error("page.html has another Content-Security-Policy")
	}
	files := extras(withAddress(t))
	for _, want := range []string{site.Policy + "; frame-ancestors 'none'\n", "nosniff", "Strict-Transport-Security", "/donnees/*\n  Access-Control-Allow-Origin: *\n",
		"/api/*\n  Access-Control-Allow-Origin: *\n  Cache-Control: public, max-age=3600"} {
		if !strings.Contains(files["_headers"], want) {
			t.Errorf("_headers has no %q", want)
		}
	}
	if want := "Contact: mailto:contact@example.org\nExpires: 2027-11-29T00:00:00Z\n"; !strings.HasPrefix(files[".well-known/security.txt"], want) {
		t.Errorf("security.txt is %q", files[".well-known/security.txt"])
	}
}

func TestTheCitationIsYAML(t *testing.T) {
	var cff map[string]any
	if err := yaml.Load([]byte(extras(withAddress(t))["CITATION.cff"]), &cff); err != nil {
		t.Fatal(err)
	}
	if cff["cff-version"] != "1.2.0" || cff["license"] != "etalab-2.0" || cff["version"] != "2026-11-30" || cff["type"] != "dataset" {
		t.Errorf("citation %v", cff)
	}
}
