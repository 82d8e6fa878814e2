package dataset_test

import (
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/france"
	"vigie/internal/record"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The data of these tests are made up.

// words is what every fixture needs: a source of each quality and two units.
const words = `
-- data/sources/court.yaml --
title: Report of the court
publisher: Court
url: https://example.org/court
kind: report
quality: primary
licence: unknown
redistributable: false
cadence: once
-- data/sources/gazette.yaml --
title: Article of the gazette
publisher: Gazette
url: https://example.org/gazette
kind: article
quality: press
licence: unknown
redistributable: false
cadence: once
-- data/units/eur.yaml --
kind: money
symbol: €
-- data/units/percent.yaml --
kind: percent
-- data/measures/orders.yaml --
title: Orders
definition: {fr: Commandes passées., en: Orders placed.}
-- data/perimeters/all.yaml --
title: All
counts: {fr: Tout., en: Everything.}
`

// read links the records of an archive, which must be without fault, as of a day.
func read(t *testing.T, archive, asOf string) *dataset.Dataset {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(words + archive)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for name, words := range smallproject.Vocabularies(t, "../..") {
		if files[name] == nil {
			files[name] = &fstest.MapFile{Data: words}
		}
	}
	c, problems, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("fixture: %s:%d: %s", p.File, p.Line, p.Message)
	}
	day, err := cal.ParseDay(asOf)
	if err != nil {
		t.Fatal(err)
	}
	return france.Extension().Data().New(c, day)
}

func TestLinksGoBothWays(t *testing.T) {
	ds := read(t, `
-- data/organisations/tax-office.yaml --
name: Tax office
kind: central-administration
parent: treasury
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/providers/cirrus.yaml --
name: Cirrus
-- data/offers/cirrus-iaas.yaml --
name: Cirrus IaaS
provider: cirrus
tier: external
-- data/migrations/tax-office-portal.yaml --
organisation: tax-office
service: Portal
tier: external
offer: cirrus-iaas
providers: [cirrus, nobody]
hosting_qualification: [{scheme: secnumcloud, standing: unknown}]
statuses:
  - status: live
    on: "2024"
    dating: documented
    claims: [{id: portal, source: gazette, read: 2026-01-01}]
-- data/silences/shares.yaml --
title: {fr: Parts, en: Shares}
reason: not-published
searched: 2026-01-01
where: {fr: Ici, en: Here}
kinds: [ministry]
`, "2026-01-02")

	m := dataset.Find[*dataset.Migration](ds, record.Migrations, "tax-office-portal")
	office := dataset.Find[*dataset.Organisation](ds, record.Organisations, "tax-office")
	treasury := dataset.Find[*dataset.Organisation](ds, record.Organisations, "treasury")
	if m.Organisation != office || len(office.Migrations) != 1 || office.Parent != treasury || treasury.Children[0] != office {
		t.Error("migration, office and treasury do not name each other")
	}
	if len(m.Providers) != 1 || m.Providers[0].Migrations[0] != m || m.Offer.Migrations[0] != m || m.Offer.Provider != m.Providers[0] {
		t.Error("migration, offer and provider do not name each other, unknown ones left out")
	}
	if len(treasury.Silences) != 1 || len(office.Silences) != 0 {
		t.Error("a silence of ministries belongs to ministries alone")
	}
	c := ds.Claim("portal")
	if c.Source.ID != "gazette" || c.Quality != "press" || c.Owner.String() != "migrations/tax-office-portal" || c.About.String() != "2024" {
		t.Errorf("claim: source %v, quality %s, owner %s, about %s", c.Source.ID, c.Quality, c.Owner, c.About)
	}
	if dataset.Find[*dataset.Offer](ds, record.Offers, "nothing") != nil || ds.SeriesByID("nothing") != nil || ds.Claim("nothing") != nil {
		t.Error("what is not there is nil")
	}
}
