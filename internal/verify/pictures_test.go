package verify_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/verify"
)

func TestACardIsThereInItsSizeAndItsWordsAreThoseOfTheData(t *testing.T) {
	project := small(t)
	settings := strings.Replace(string(project["config.yaml"].Data), "formats: [none]", "formats: [png]", 1)
	project["config.yaml"] = &fstest.MapFile{Data: []byte(settings + "base_url: https://www.example.org/log/\n")}
	site := proven(t, project)
	const chart, other = "donnees/graphiques/tier-adoption.fr.png", "cards/home.fr.png"
	const card, page, home = "cards/providers/example-host.fr.png", "fournisseurs/example-host/index.html", "index.html"
	if site[card] == nil || site[other] == nil {
		t.Fatalf("there is no %s, or no %s", card, other)
	}
	delete(site, card)
	site[other] = site[chart]
	site = with(t, site, page, `property="og:image"`, `property="og:other"`)
	site = with(t, site, home, `property="og:image:alt" content="`, `property="og:image:alt" content="84 % `)
	report := run(t, site, project)
	for file, want := range map[string]string{card: "a picture that the data make is not in the site", other: "the card is 1200 by",
		page: "the page does not name its card", home: "a number without proof, in content"} {
		if !slices.ContainsFunc(report.Faults, func(f verify.Fault) bool { return f.File == file && strings.HasPrefix(f.What, want) }) {
			t.Errorf("nothing says of %s: %q in %+v", file, want, report.Faults)
		}
	}
}
