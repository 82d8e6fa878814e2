package readers_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// madeUpList is a source that does not exist: a CSV file, read by a recipe. No real
// source is one for sure.
const madeUpList = `title: Liste d'essai
publisher: Personne
url: https://liste.example/
kind: dataset
quality: primary
licence: etalab-2.0
redistributable: true
cadence: irregular
collect:
  addresses: [https://liste.example/liste.csv]
  media: [text/csv]
  recipe:
    format: csv
    key: [code]
    title: [nom]
    fields:
      - {name: code, label: {fr: Code, en: Code}, from: code, as: code, required: true}
      - {name: nom, label: {fr: Nom, en: Name}, from: nom, as: text, required: true}
      - {name: montant, label: {fr: Montant, en: Amount}, from: montant, as: number}
  limits: {bytes: 1 M, seconds: 30}
  bounds: {rows_min: 6, rows_max: 20, columns: [code, nom, montant], unreadable: 10, gone: 20}
`

const listID = "liste-essai"

func madeUpSource(t *testing.T) record.Source {
	t.Helper()
	return sources(t, fstest.MapFS{"data/sources/" + listID + ".yaml": {Data: []byte(madeUpList)}})[0]
}

func list(_ testing.TB, s record.Source) bodies {
	var b strings.Builder
	b.WriteString("code;nom;montant\n")
	for i := range 8 {
		fmt.Fprintf(&b, "%03d;Société éphémère %d;%d,50\n", i+1, i+1, 100*(i+1))
	}
	return bodies{s.Collect.Addresses[0]: sourceserver.Body{Media: "text/csv; charset=utf-8", Bytes: []byte(b.String())}}
}
