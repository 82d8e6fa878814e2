package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var listEdition = Rule{
	Name: "list-edition", Severity: problem.Error,
	Title: both("L’édition lue d’une liste est rattachée à cette liste",
		"The edition of a list that was read belongs to that list"),
	Why: both("Ce qu’un site dit d’une qualification dépend de la dernière édition lue de la liste. Une édition "+
		"qu’un tiers seul a lue, et que rien ne rattache à cette liste, laisse croire que la nôtre est la dernière : "+
		"son retard est compté faux, et un renouvellement passe inaperçu.",
		"What a site says of a qualification depends on the last edition of the list that was read. An edition "+
			"that a third party alone read, and that nothing ties to that list, lets ours pass for the last one: its "+
			"delay is counted wrong, and a renewal goes unseen."),
	Wrong: `# data/sources/example-extra.yaml
title: Catalogue d'exemple, édition de septembre, lue par un tiers
publisher: Exemple
url: https://www.example.org/catalogue.pdf
published: 2026-09-15
kind: pdf
quality: secondary
licence: unknown
redistributable: false
cadence: once
# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: in-progress
listings:
  - {edition: "2026-09-15", listed: "yes", source: example-extra}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Right: `# data/sources/example-extra.yaml
title: Catalogue d'exemple, édition de septembre, lue par un tiers
publisher: Exemple
url: https://www.example.org/catalogue.pdf
published: 2026-09-15
edition_of: example-catalogue
kind: pdf
quality: secondary
licence: unknown
redistributable: false
cadence: once
# data/qualifications/example-extra.yaml
offer: example-cloud
scheme: example-scheme
stage: in-progress
listings:
  - {edition: "2026-09-15", listed: "yes", source: example-extra}
claims:
  - {id: example-extra-1, source: example-extra, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, src := range s.Sources {
			in := ref(record.Sources, src.ID)
			whole := s.sources[src.EditionOf]
			switch {
			case src.EditionOf == "":
			case src.Published == nil:
				report(in, "edition_of", "an edition of "+src.EditionOf+" has no date",
					"add published: with the date of the edition")
			case whole != nil && (whole.Cadence == record.Once || whole.EditionOf != ""):
				report(in, "edition_of", src.EditionOf+" is itself one document that comes out once, or one edition",
					"name the source that is renewed; it may have no claim when it has collect: or editions")
			}
		}
		for _, q := range s.Qualifications {
			for i, l := range q.Listings {
				s.editionOf(ref(record.Qualifications, q.ID), fmt.Sprintf("listings/%d", i), l, report)
			}
		}
	},
}

// editionOf checks that the source of a listing is the list itself, or an edition of
// it that bears the date of the listing.
func (s *Subject) editionOf(in record.Ref, path string, l record.Listing, report Report) {
	src := s.sources[l.Source]
	switch {
	case src == nil:
	case src.EditionOf == "" && (src.Cadence == record.Once || s.rated(src.Quality).Unread):
		report(in, path+"/source",
			fmt.Sprintf("%s is no list that is renewed, and does not say of which one it is an edition", l.Source),
			"add edition_of: to that source")
	case src.EditionOf != "" && src.Published != nil && src.Published.Compare(l.Edition) != 0:
		report(in, path+"/edition",
			fmt.Sprintf("the edition of %s is read in %s, which is that of %s", l.Edition, l.Source, src.Published),
			"mend one of the two dates, or name the source of that edition")
	}
}
