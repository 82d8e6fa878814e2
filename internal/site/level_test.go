package site_test

import (
	"strings"
	"testing"

	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// A qualification shows its level, and its steps by their names.
func TestAQualificationShowsItsLevelAndTheNamesOfItsSteps(t *testing.T) {
	files := oneOfEach(t)
	edit := func(name string, pairs ...string) {
		before := files[name]
		files[name] = strings.NewReplacer(pairs...).Replace(before)
		if files[name] == before {
			t.Fatalf("%s is as it was", name)
		}
	}
	edit("data/vocabulary/schemes.yaml", "levels: [",
		"milestones: [{code: file, name: "+
			"{fr: Dossier complet, en: File complete}}, {code: J3, name: {fr: \"J3, décision\", en: \"J3, decision\"}}], "+
			"levels: [")
	edit("data/qualifications/example-cloud-2024.yaml", "scheme: secnumcloud",
		"scheme: example-scheme\nlevel: substantial",
		"name: J0", "name: file")
	for p := range siteOf(t, files).Pages() {
		body, ok := p.Body.(site.OfferPage)
		if !ok || p.Lang != lang.EN || len(body.Qualifications) == 0 {
			continue
		}
		q := body.Qualifications[0]
		if q.Scheme != "Example scheme (substantial)" {
			t.Errorf("the scheme is shown as %q", q.Scheme)
		}
		if len(q.Milestones) != 2 || q.Milestones[0].Name != "File complete" || q.Milestones[1].Name != "J3" {
			t.Errorf("the steps are shown as %+v", q.Milestones)
		}
		return
	}
	t.Error("no offer shows a qualification")
}
