package verify_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// collectedOrders are made-up rows of a source, as a recipe would collect them.
func collectedOrders() map[string]*fstest.MapFile {
	c := &collected.Collected{Columns: []collected.Column{
		{Name: "numero", Kind: collected.Code, Key: true, Label: lang.Name("Numéro")},
		{Name: "acheteur", Kind: collected.Text, Label: lang.Text{FR: "Acheteur", EN: "Buyer"}},
		{Name: "date", Kind: collected.Date, Label: lang.Text{FR: "Date", EN: "Date"}},
		{Name: "montant", Kind: collected.Number, Label: lang.Text{FR: "Montant", EN: "Amount"}},
		{Name: "modeles", Kind: collected.List, Label: lang.Text{FR: "Modèles", EN: "Models"}},
	}, State: collected.State{Source: "example-report", Standing: collected.Good, Reader: "recipe", Version: 1, Edition: cal.MustDate("2026-09-30"), Unreadable: 2,
		Documents: []collected.Document{{URL: "https://example.org/orders", SHA256: strings.Repeat("c", 64), Read: cal.NewDay(2026, 10, 1)}}}}
	for _, cells := range [][]string{{"1", "Ville fictive", "2024-03-01", "100.5", "XS"}, {"2", "Région fictive", "2024-05", "200", "XL|XS|S"}, {"3", "Ville fictive", "2026-01-02", "1000", "M"},
		{"4", "Ville fictive", "", "7", ""}, {"5", "", "2026-02-01", "12", "XL"}} {
		c.Rows = append(c.Rows, collected.Row{Cells: cells, FirstSeen: cal.NewDay(2026, 10, 1), Snapshot: strings.Repeat("c", 64), At: "line " + cells[0]})
	}
	c.Rows = append(c.Rows, collected.Row{Cells: []string{"6", "Ville fictive", "2024-01-01", "5", "XL"}, FirstSeen: cal.NewDay(2026, 9, 1), GoneSince: cal.NewDay(2026, 10, 1),
		Snapshot: strings.Repeat("c", 64), At: "line 6"})
	c.Sort()
	table, state := c.Encode()
	tableName, stateName := collected.Files("example-report")
	return map[string]*fstest.MapFile{"data/collected/" + tableName: {Data: table}, "data/collected/" + stateName: {Data: state}}
}

const ordersByBuyer = `title: {fr: Commandes par acheteur, en: Orders by buyer}
question: {fr: Qui commande ?, en: Who orders?}
method: {fr: Lignes de la liste., en: Rows of the list.}
compute: rows
unit: order
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
rows: {source: example-report, along: acheteur}
`

const amountsByYear = `title: {fr: Montants par année, en: Amounts by year}
question: {fr: Combien ?, en: How much?}
method: {fr: Montants de la liste., en: Amounts of the list.}
compute: rows
unit: eur
drawing: columns
line: {key: amounts, label: {fr: Montants, en: Amounts}, role: series1}
rows:
  source: example-report
  along: date
  by: year
  sum: montant
  round: 0
  only:
    - {column: acheteur, is: [Ville fictive, Région fictive]}
`

// ordersBySize go along a list, at places that are declared, of which one has no row.
const ordersBySize = `title: {fr: Commandes par taille, en: Orders by size}
question: {fr: Lesquelles ?, en: Which?}
method: {fr: Lignes de la liste., en: Rows of the list.}
compute: rows
unit: order
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
rows:
  source: example-report
  along: modeles
  places:
    - {key: XS, label: {fr: Très petites, en: Very small}}
    - {key: S, label: {fr: Petites, en: Small}}
    - {key: XL, label: {fr: Très grandes, en: Very large}}
`

// nothingOrdered are rows that no condition lets through.
const nothingOrdered = `title: {fr: Commandes perdues, en: Orders lost}
question: {fr: Lesquelles ?, en: Which?}
method: {fr: Lignes de la liste., en: Rows of the list.}
compute: rows
unit: order
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
rows:
  source: example-report
  along: acheteur
  only:
    - {column: montant, is: ["5"]}
`

const sourcesByKind = `title: {fr: Sources par nature, en: Sources by kind}
question: {fr: Lesquelles ?, en: Which?}
method: {fr: Celles dont quelque chose est tiré., en: Those that something is drawn from.}
compute: count
unit: order
line: {key: sources, label: {fr: Sources, en: Sources}, role: series1}
count:
  records: sources
  along: kind
  only:
    - {key: drawn-from, is: ["yes"]}
  total: all
`

const eventsByYear = `title: {fr: Événements par année, en: Events by year}
question: {fr: Quand ?, en: When?}
method: {fr: Tels que datés., en: As dated.}
compute: count
unit: order
lines:
  - {key: report, label: {fr: Rapport, en: Report}, role: series1}
  - {key: law, label: {fr: Loi, en: Law}, role: series2}
count: {records: events, along: "on", through: year, split: kind}
`

// Records are counted by their keys, by two of them, or through time, with a condition,
// out of a total; the proof names each of them.
func TestAnIndicatorThatCountsRecordsWantsNoGo(t *testing.T) {
	project := maps.Clone(small(t))
	project["data/units/order.yaml"] = &fstest.MapFile{Data: []byte("kind: count\none: {fr: commande, en: order}\nmany: {fr: commandes, en: orders}\n")}
	project["data/indicators/sources-by-kind.yaml"] = &fstest.MapFile{Data: []byte(sourcesByKind)}
	project["data/indicators/events-by-year.yaml"] = &fstest.MapFile{Data: []byte(eventsByYear)}
	site := built(t, project)
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	for page, wants := range map[string][]string{
		"en/indicators/sources-by-kind/index.html": {"Report 1 order Common knowledge 1 order", "2 out of 4 (orders)", "Records counted Un rapport d&#39;exemple"},
		"en/indicators/events-by-year/index.html":  {"Period Report Law 2026 2 orders 0 orders", "2 out of 2", "Records counted A report is published A fire costs €12M"},
	} {
		words := plainText(site[page].Data)
		for _, want := range wants {
			if !strings.Contains(words, want) {
				t.Errorf("%s does not hold %q: %s", page, want, words)
			}
		}
	}
}

// An indicator over rows that a recipe collected is declared in two files of YAML: it
// has its page, its chart, its downloads and its proofs, down to the copy that was
// read, and each of its numbers is counted again from the rows.
func TestAnIndicatorOverCollectedRowsWantsNoGo(t *testing.T) {
	project := maps.Clone(small(t))
	maps.Copy(project, collectedOrders())
	project["data/units/order.yaml"] = &fstest.MapFile{Data: []byte("kind: count\none: {fr: commande, en: order}\nmany: {fr: commandes, en: orders}\n")}
	project["data/indicators/orders-by-buyer.yaml"] = &fstest.MapFile{Data: []byte(ordersByBuyer)}
	project["data/indicators/amounts-by-year.yaml"] = &fstest.MapFile{Data: []byte(amountsByYear)}
	project["data/indicators/orders-by-size.yaml"] = &fstest.MapFile{Data: []byte(ordersBySize)}
	project["data/indicators/orders-lost.yaml"] = &fstest.MapFile{Data: []byte(nothingOrdered)}
	site := built(t, project)
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	const buyers, years = "indicator/orders-by-buyer/orders/", "indicator/amounts-by-year/amounts/"
	const sizes = "indicator/orders-by-size/orders/"
	for page, wants := range map[string][]string{
		"en/indicators/orders-by-buyer/index.html": {`data-figure="` + buyers + `ville-fictive"><data value="3">`, `data-figure="` + buyers + `region-fictive"><data value="1">`, "4 out of 7 (rows collected)"},
		"en/indicators/amounts-by-year/index.html": {`data-figure="` + years + `2024"><data value="300">`, `data-figure="` + years + `2025"><data value="0">`,
			`data-figure="` + years + `2026"><data value="1000">`, "3 out of 6 (rows collected)", "Some rows of this source could not be read"},
		"en/proofs/" + buyers + "ville-fictive/index.html": {strings.Repeat("c", 64), "https://example.org/orders", "where “Buyer” is “Ville fictive”"},
		"en/proofs/" + years + "2024/index.html": {"the sum of the rows, rounded to whole numbers", strings.Repeat("c", 64),
			`data-figure="` + years + `2024/sum"><data value="300.5">`},
		"en/proofs/" + years + "2024/sum/index.html": {"sum of “Amount” in the rows that the source still lists, where “Date” is in “2024” " +
			"and where “Buyer” is “Ville fictive” or “Région fictive”"},
		"en/indicators/orders-by-size/index.html": {`Very small`, `data-figure="` + sizes + `xs"><data value="2">`, `data-figure="` + sizes + `s"><data value="1">`,
			`data-figure="` + sizes + `xl"><data value="2">`, "3 out of 7 (rows collected)"},
		"en/proofs/" + sizes + "xs/index.html": {"where “Models” includes “XS”"},
		"en/indicators/orders-lost/index.html": {"No row that was collected fulfils these conditions", "0 out of 2 (rows collected)"},
		"en/sources/example-report/index.html": {"orders-by-size/index.html\">Chart made from these rows: Orders by size</a>"},
		"sources/example-report/index.html":    {`data-figure="collected/example-report/unreadable"><data value="2">`, "Graphique tiré de ces lignes"},
		"etat.json":                            {`"rows_unreadable": 2`},
		"donnees/indicateurs.csv":              {"orders-by-buyer,", "ville-fictive", "amounts-by-year,"},
	} {
		f, ok := site[page]
		if !ok {
			t.Fatalf("there is no %s", page)
		}
		for _, want := range wants {
			if !strings.Contains(string(f.Data), want) {
				t.Errorf("%s does not hold %q", page, want)
			}
		}
	}
	page := "en/indicators/amounts-by-year/index.html"
	forged := with(t, site, page, years+`2024"><data value="300">`, years+`2024"><data value="301">`)
	if r := run(t, forged, project); !caught(r.Faults, page, years+"2024") {
		t.Errorf("nothing names the number that was changed: %+v", r.Faults)
	}
}

var tags = regexp.MustCompile(`(?s)<(svg|script).*?</(svg|script)>|<[^>]*>`)

// plainText is what a reader sees of a page, without its drawings.
func plainText(page []byte) string {
	return strings.Join(strings.Fields(tags.ReplaceAllString(string(page), " ")), " ")
}

// shownOneByOne are indicators of each way that shows records or calculations, or a share
// of them, over made-up records.
var shownOneByOne = map[string]string{
	"example-changes": `compute: calculation
unit: percent
line: {key: changes, label: {fr: Évolutions, en: Changes}, role: series1}
lines:
  - {key: orders, label: {fr: Commandes, en: Orders}, calculations: [example-growth]}
cases: {fr: évolutions calculées, en: changes computed}
`,
	"example-share-of-sources": `compute: share
unit: percent
line: {key: drawn-from, label: {fr: Sources utiles, en: Sources of use}, role: series1}
count:
  records: sources
  along: kind
  part:
    - {key: drawn-from, is: ["yes"]}
cases: {fr: sources, en: sources}
`,
	"example-terms": `compute: spans
lines:
  - {key: dated, label: {fr: Datées, en: Dated}, role: series1}
  - {key: undated, label: {fr: Sans dates, en: Undated}, role: unknown}
of: {records: qualifications, only: [{key: stage, is: [granted]}]}
cases: {fr: décisions, en: decisions}
`,
	"example-promises": `compute: deadlines
unit: project
line: {key: promises, label: {fr: Promesses, en: Promises}, role: target}
of: {records: commitments, only: [{key: outcome, is: [under-way]}]}
cases: {fr: promesses faites, en: promises made}
`,
	"example-kept": `compute: deadlines
unit: project
line: {key: kept, label: {fr: Promesses tenues, en: Promises kept}, role: target}
of: {records: commitments, only: [{key: outcome, is: [kept]}]}
cases: {fr: promesses faites, en: promises made}
`,
}

func TestCalculationsSharesSpansAndDeadlinesWantNoGo(t *testing.T) {
	project := maps.Clone(small(t))
	for name, declared := range shownOneByOne {
		project["data/indicators/"+name+".yaml"] = &fstest.MapFile{Data: []byte("title: {fr: Titre, en: Title}\nquestion: {fr: Quoi ?, en: What?}\n" +
			"method: {fr: Comme déclaré., en: As declared.}\n" + declared)}
	}
	site := built(t, project)
	for _, f := range run(t, site, project).Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	const share = "indicator/example-share-of-sources/drawn-from/"
	for page, wants := range map[string][]string{
		"en/indicators/example-changes/index.html":          {`data-figure="calculation/example-growth"`, "These are calculations of this site", "total unknown (changes computed)"},
		"en/indicators/example-share-of-sources/index.html": {`data-figure="` + share + `report"><data value="100">`, `data-figure="` + share + `dataset"><data value="0">`},
		"en/proofs/" + share + "report/index.html":          {"part / whole * 100", share + "report/part", share + "report/whole"},
		"en/indicators/example-terms/index.html":            {`data-figure="indicator/example-terms/dated/example-cloud-2024"`, "1 out of 1 (decisions)"},
		"en/indicators/example-promises/index.html":         {"Two hundred projects", `<data value="200">`, "total unknown (promises made)"},
		"en/indicators/example-kept/index.html":             {"No record of this site fulfils these conditions."},
	} {
		f, ok := site[page]
		if !ok {
			t.Fatalf("there is no %s", page)
		}
		for _, want := range wants {
			if !strings.Contains(string(f.Data), want) {
				t.Errorf("%s does not hold %q: %s", page, want, plainText(f.Data))
			}
		}
	}
	page := "en/indicators/example-share-of-sources/index.html"
	forged := with(t, site, page, share+`report"><data value="100">`, share+`report"><data value="90">`)
	if r := run(t, forged, project); !caught(r.Faults, page, share+"report") {
		t.Errorf("nothing names the number that was changed: %+v", r.Faults)
	}
}

// A record that was withdrawn is counted nowhere.
func TestWhatWasWithdrawnIsInNoCount(t *testing.T) {
	project := maps.Clone(small(t))
	project["data/units/order.yaml"] = &fstest.MapFile{Data: []byte("kind: count\none: {fr: commande, en: order}\nmany: {fr: commandes, en: orders}\n")}
	project["data/indicators/events-by-year.yaml"] = &fstest.MapFile{Data: []byte(eventsByYear)}
	const event = "data/events/example-event.yaml"
	project[event] = &fstest.MapFile{Data: append(slices.Clone(project[event].Data), "withdrawn: {on: 2026-11-01, reason: {fr: Retiré., en: Withdrawn.}}\n"...)}
	site := built(t, project)
	page := "en/indicators/events-by-year/index.html"
	if words := plainText(site[page].Data); strings.Contains(words, "2 orders") {
		t.Errorf("an event that was withdrawn is counted: %s", words)
	}
}
