package verify_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/verify"
)

// The map for search engines is held to the pages that are there, and to no list of ours.
func TestTheMapForSearchEnginesListsThePagesAndNothingElse(t *testing.T) {
	project := small(t)
	project["config.yaml"] = &fstest.MapFile{
		Data: []byte(string(project["config.yaml"].Data) + "base_url: https://www.example.org/log/\n")}
	site := proven(t, project)
	const page, line = "https://www.example.org/log/organismes/", " <url>\n  <loc>https://www.example.org/log/organismes/</loc>\n </url>\n"
	whole := string(site["sitemap.xml"].Data)
	if !strings.Contains(whole, line) {
		t.Fatalf("the map does not hold %q", line)
	}
	hidden := string(site["organismes/index.html"].Data)
	for name, c := range map[string]struct{ file, data, want string }{
		"a page is not listed": {"sitemap.xml", strings.Replace(whole, line, "", 1), "it does not list a page of the site"},
		"a page is listed twice": {"sitemap.xml", strings.Replace(whole, line, line+line, 1),
			"it lists a page more than once"},
		"an address without a page": {"sitemap.xml", strings.Replace(whole, "/organismes/<", "/organisms/<", 1),
			"it lists what is no page for readers"},
		"a page that wants no reader": {"organismes/index.html",
			strings.Replace(hidden, "<head>", "<head>\n<meta name=\"robots\" content=\"noindex\">", 1),
			"it lists what is no page for readers"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := fstest.MapFS{}
			for file, f := range site {
				changed[file] = f
			}
			changed[c.file] = &fstest.MapFile{Data: []byte(c.data)}
			report := run(t, changed, project)
			if !slices.ContainsFunc(report.Faults, func(f verify.Fault) bool {
				return f.File == "sitemap.xml" && f.What == c.want && strings.HasPrefix(f.Found, page[:len(page)-3])
			}) {
				t.Errorf("got %v, want %q", report.Faults, c.want)
			}
		})
	}
	t.Run("a map in several files", func(t *testing.T) {
		changed := fstest.MapFS{}
		for file, f := range site {
			changed[file] = f
		}
		changed["sitemap-1.xml"] = &fstest.MapFile{Data: []byte(strings.Replace(whole, line, "", 1))}
		changed["sitemap.xml"] = &fstest.MapFile{Data: []byte(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` +
			"<sitemap><loc>https://www.example.org/log/sitemap-1.xml</loc></sitemap></sitemapindex>")}
		var missing []string
		for _, f := range run(t, changed, project).Faults {
			if f.What == "it does not list a page of the site" {
				missing = append(missing, f.Found)
			}
		}
		if len(missing) != 1 || missing[0] != page {
			t.Errorf("its parts lack %v, and %s alone was taken out", missing, page)
		}
	})
	delete(site, "sitemap.xml")
	if report := run(t, site, project); report.Sound() {
		t.Error("a site with an address and without a map is said to be sound")
	}
}
