package catalogue_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/check"
	"vigie/internal/corpus"
	"vigie/internal/france/catalogue"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

const around = `title: Catalogue
publisher: Exemple
url: https://example.org/catalogue.pdf
kind: pdf
quality: primary
licence: unknown
redistributable: false
cadence: monthly
`

// TestTheRecordOfARowIsReadyToBeWritten reads it as vigie check would, from a row as
// hostile as a source may print it.
func TestTheRecordOfARowIsReadyToBeWritten(t *testing.T) {
	row := slices.Clone(cirrus)
	row[1], row[2] = `Cirrus: "SA" # 1`, "Cirrus IaaS\u202e {x: *y}\t'"
	list, _ := catalogue.In(printed(row))
	missing := catalogue.Missing(list, list.Entries[0], []record.Offer{*described().Offer})
	if missing.File != "data/qualifications/cirrus-iaas-2024.yaml" {
		t.Errorf("file: %s", missing.File)
	}
	files := fstest.MapFS{
		missing.File:                           {Data: []byte(missing.YAML)},
		"data/vocabulary/recommendations.yaml": {Data: []byte("words: [{id: optimal, name: optimal}]\n")},
		"data/vocabulary/schemes.yaml":         {Data: []byte("words: [{id: secnumcloud, name: SecNumCloud}]\n")},
		"data/vocabulary/qualities.yaml":       {Data: []byte("words: [{id: primary, name: primary}]\n")},
		"data/vocabulary/source-kinds.yaml":    {Data: []byte("words: [{id: pdf, name: PDF}]\n")},
		"data/sources/catalogue.yaml":          {Data: []byte(around)},
		"data/providers/cirrus.yaml":           {Data: []byte("name: Cirrus\n")},
		"data/offers/cirrus-iaas.yaml":         {Data: []byte("name: Cirrus IaaS\nprovider: cirrus\ntier: dedicated\n")},
		"data/units/project.yaml":              {Data: []byte("kind: percent\n")},
		"data/sources/other-title.yaml":        {Data: []byte(strings.Replace(around, "Catalogue", "Autre", 1))},
	}
	read, found, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, check.Run(read, day("2026-11-23"))...)
	for _, p := range found {
		if p.Severity == problem.Error && p.File == missing.File {
			t.Errorf("%s: %s\n%s", p.Place, p.Message, missing.YAML)
		}
	}
	q := read.Qualifications[0]
	if q.Decision.Number != "12" || q.Offer != "cirrus-iaas" || q.Period.Until != day("2027-03-01") || q.Listings[0].Source != "catalogue" {
		t.Errorf("got %+v", q)
	}
	if says := q.Claims[0].Says.FR; !strings.Contains(says, "Cirrus IaaS {x: *y} '") || !strings.Contains(says, "décision 12, valable du 1er mars 2024 au 1er mars 2027") {
		t.Errorf("the claim says %q", says)
	}
}

func TestARowWhoseOfferIsNotDescribedSaysSo(t *testing.T) {
	list, _ := catalogue.In(printed(cirrus))
	missing := catalogue.Missing(list, list.Entries[0], nil)
	if !strings.Contains(missing.YAML, "offer: cirrus-iaas # no offer bears this name: describe it first, in data/offers/cirrus-iaas.yaml\n") {
		t.Error(missing.YAML)
	}
	row := slices.Clone(cirrus)
	row[2] = "雲"
	list, _ = catalogue.In(printed(row))
	if missing := catalogue.Missing(list, list.Entries[0], nil); missing.File != "data/qualifications/service-2024.yaml" {
		t.Errorf("file: %s", missing.File)
	}
}
