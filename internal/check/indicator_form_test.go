package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

const goodIndicator = `title: {fr: Commandes, en: Orders}
question: {fr: Combien ?, en: How much?}
method: {fr: Telles que publiées., en: As published.}
compute: series
unit: eur
lines:
  - {key: all, label: {fr: Tous, en: All}, role: series1, series: example-orders}
`

// Each case changes one thing in a declared indicator, and says where the fault stands
// and words of the message or the hint.
func TestAnIndicatorThatWouldShowLessThanItAnnouncesIsAnError(t *testing.T) {
	const line = "  - {key: all, label: {fr: Tous, en: All}, role: series1, series: example-orders}\n"
	const flow = "compute: flows\nunit: eur\nflow: {records: sources, stages: "
	for name, c := range map[string]struct{ old, new, rule, at, says string }{
		"a series that does not exist": {"series: example-orders", "series: example-order", "reference", ":7:67",
			"did you mean example-orders?"},
		"a calculation that does not exist": {"series: example-orders", "calculations: [example-gain]", "reference",
			":7:74", `no "example-gain" among calculations`},
		"another unit than that of the series": {"unit: eur", "unit: percent", "indicator-form", ":7:67",
			"is in eur, and this indicator in percent"},
		"two lines of one key": {line, line + line, "indicator-form", ":8:11", "two lines bear the key all"},
		"a line with two things": {"series: example-orders", "series: example-orders, targets_of: example-orders",
			"indicator-form", ":7:5", "shows one thing"},
		"a line with nothing": {", series: example-orders", "", "indicator-form", ":7:5", "shows nothing"},
		"no lines":            {"lines:\n" + line, "", "indicator-form", ":4:10", "wants the key lines"},
		"rows that this way does not use": {"lines:", "rows: {source: example-report, along: buyer}\nlines:",
			"indicator-form", ":6:1", "does not use rows"},
		"rows of a source that has none": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: rows\nunit: eur\nline: {key: all}\nrows: {source: example-report, along: buyer}\n", "indicator-form",
			":7:16", "nothing is collected from example-report"},
		"a part without a provider": {"compute: series\nunit: eur\n", "compute: parts\nunit: eur\nline: {key: all}\n",
			"indicator-form", ":8:67", "is of no provider"},
		"a key that records do not have": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: count\nunit: eur\nline: {key: all}\ncount: {records: sources, along: colour}\n", "indicator-form",
			":7:34", `sources have no key "colour"`},
		"a value that a key never has": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: count\nunit: eur\nline: {key: all}\ncount: {records: sources, along: kind, only: [{key: quality, " +
				"is: [best]}]}\n", "indicator-form", ":7:", `quality of sources is never "best"`},
		"records that are not counted": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: count\nunit: eur\nline: {key: all}\ncount: {records: units, along: kind}\n", "indicator-form", ":7:18",
			"units are not counted"},
		"a share without its part": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: share\nunit: percent\nline: {key: all}\ncount: {records: sources, along: kind}\n", "indicator-form",
			":7:1", "wants `part`"},
		"a count with a part": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: count\nunit: eur\nline: {key: all}\ncount: {records: sources, along: kind, part: [{key: kind, is: " +
				"[report]}]}\n", "indicator-form", ":7:", "a count has no part"},
		"a flow of one stage": {"compute: series\nunit: eur\nlines:\n" + line,
			flow + "[{key: kind, label: Kind, role: series1}]}\n", "indicator-form", ":6:", "two stages at least"},
		"a flow through one key twice": {"compute: series\nunit: eur\nlines:\n" + line,
			flow + "[{key: kind, label: Kind, role: series1}, {key: kind, label: Kind, role: series1}]}\n", "indicator-form",
			":6:", "two stages go by kind"},
		"a flow through a key that records do not have": {"compute: series\nunit: eur\nlines:\n" + line,
			flow + "[{key: kind, label: Kind, role: series1}, {key: colour, label: Colour, role: series1}]}\n",
			"indicator-form", ":6:", `sources have no key "colour"`},
		"promises as spans": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: spans\nlines:\n  - {key: dated}\n  - {key: undated}\nof: {records: commitments}\n", "indicator-form",
			":8:15", "spans show qualifications"},
		"a condition that no promise fulfils": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: deadlines\nunit: eur\nline: {key: all}\nof: {records: commitments, only: [{key: colour, is: [red]}]}\n",
			"indicator-form", ":7:", `commitments have no key "colour"`},
		"a point of two calculations": {"compute: series\nunit: eur\n" + "lines:\n" + line,
			"compute: calculation\nunit: percent\nline: {key: all}\nlines:\n  - {key: a, calculations: [example-growth, " +
				"example-growth]}\n", "indicator-form", ":8:5", "one calculation"},
		"a calculation in another unit": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: calculation\nunit: eur\nline: {key: all}\nlines:\n  - {key: a, calculations: [example-growth]}\n",
			"indicator-form", ":8:", "is in percent, and this indicator in eur"},
		"words of a way that has none": {"compute: series", "words: [{key: since, text: {fr: A, en: A}}]\ncompute: series",
			"indicator-form", ":4:15", "no words of its own"},
		"words that a way never shows": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: tier-adoption\nwords:\n  - {key: sinse, text: {fr: A, en: A}}\n", "indicator-form", ":6:11",
			"did you mean since?"},
		"words that stand twice": {"compute: series\nunit: eur\nlines:\n" + line,
			"compute: tier-adoption\nwords:\n  - {key: since, text: {fr: A, en: A}}\n  - {key: since, text: {fr: B, en: B}}\n",
			"indicator-form", ":7:11", "stand twice"},
		"a way that nobody knows": {"compute: series", "compute: serie", "closed-list", ":4:10", "series"},
	} {
		t.Run(name, func(t *testing.T) {
			files := valid(t)
			if !strings.Contains(goodIndicator, c.old) {
				t.Fatalf("the indicator holds no %q", c.old)
			}
			files["data/indicators/example-extra.yaml"] = strings.Replace(goodIndicator, c.old, c.new, 1)
			var others []string
			for _, p := range files.check(t, asOf) {
				if p.Rule == c.rule && strings.HasPrefix(p.Place.String(), "data/indicators/example-extra.yaml"+c.at) &&
					strings.Contains(p.Message+" "+p.Hint, c.says) {
					return
				}
				others = append(others, inWords(p))
			}
			t.Errorf("nothing says so at %s; found:\n%s", c.at, strings.Join(others, "\n"))
		})
	}
}

func TestASoundIndicatorHasNoFault(t *testing.T) {
	files := valid(t)
	files["data/indicators/example-extra.yaml"] = goodIndicator
	for _, p := range files.check(t, asOf) {
		if strings.Contains(p.File, "indicators") {
			t.Error(p)
		}
	}
}

// listed are made-up rows of example-report, as its reader would have written them.
func listed(files files) {
	c := &collected.Collected{Columns: []collected.Column{{Name: "numero", Kind: collected.Code, Key: true,
		Label: lang.Name("Numéro")},
		{Name: "objet", Kind: collected.Text, Label: lang.Name("Objet")},
		{Name: "date", Kind: collected.Date, Label: lang.Name("Date")},
		{Name: "montant", Kind: collected.Number, Label: lang.Name("Montant")},
		{Name: "modeles", Kind: collected.List, Label: lang.Name("Modèles")}},
		Rows: []collected.Row{{Cells: []string{"1", "Cloud", "2026-01-02", "12.5", "IaaS|PaaS"},
			FirstSeen: cal.NewDay(2026, 10, 1), Snapshot: strings.Repeat("a", 64), At: "l. 2"}},
		State: collected.State{Source: "example-report", Standing: collected.Good, Reader: "recipe", Version: 1,
			Documents: []collected.Document{{URL: "https://www.example.org/rapport", SHA256: strings.Repeat("a", 64),
				Read: cal.NewDay(2026, 10, 1)}}}}
	table, state := c.Encode()
	tableName, stateName := collected.Files("example-report")
	files["data/collected/"+tableName], files["data/collected/"+stateName] = string(table), string(state)
}

func TestAnIndicatorOverRowsThatWouldBeEmptyOrAbsurdIsAnError(t *testing.T) {
	const head = "title: {fr: Commandes, en: Orders}\nquestion: {fr: Combien ?, en: How much?}\nmethod: {fr: " +
		"Telles que publiées., en: As published.}\ncompute: rows\n"
	for name, c := range map[string]struct{ rest, says string }{
		"a column that the source does not have": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: " +
			"objets, sum: montant}\n", "did you mean objet? they have: numero, objet, date, montant, modeles"},
		"a sum of texts": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: objet, sum: objet}\n",
			"those that do: montant"},
		"dates as categories": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: date, sum: montant}\n",
			"by: year"},
		"years of a text": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: objet, by: year, sum: " +
			"montant}\n", "those that do: date"},
		"rows in euros": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: objet}\n", "is no count"},
		"a sum of shares": {"unit: percent\nline: {key: a}\nrows: {source: example-report, along: objet, sum: montant}\n",
			"shares are not added up"},
		"a value that no row has": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: objet, sum: " +
			"montant, only: [{column: objet, is: [Clouds]}]}\n",
			`no row of example-report ever had "Clouds" in objet did you mean Cloud?`},
		"a condition on a value that no list holds": {"unit: project\nline: {key: a}\nrows: {source: example-report, " +
			"along: objet, only: [{column: modeles, is: [Laser]}]}\n",
			`no row of example-report ever had "Laser" in modeles one of IaaS, PaaS`},
		"a place that no row has": {"unit: project\nline: {key: a}\nrows: {source: example-report, along: modeles, " +
			"places: [{key: IaaS, label: I}, {key: PaaT, label: P}]}\n",
			`no row of example-report ever had "PaaT" in modeles did you mean PaaS?`},
		"a place twice": {"unit: project\nline: {key: a}\nrows: {source: example-report, along: modeles, places: " +
			"[{key: IaaS, label: I}, {key: IaaS, label: P}]}\n",
			"two places are the value IaaS"},
		"places of years": {"unit: project\nline: {key: a}\nrows: {source: example-report, along: date, by: year, " +
			"places: [{key: '2026', label: I}]}\n",
			"each year stands in its order"},
		"a rounded count": {"unit: project\nline: {key: a}\nrows: {source: example-report, along: objet, round: -3}\n",
			"there is nothing to round"},
		"a sum rounded to nothing that is": {"unit: eur\nline: {key: a}\nrows: {source: example-report, along: objet, " +
			"sum: montant, round: -30}\n",
			"a sum is not rounded to -30 decimals"},
		"lines between categories": {"unit: project\ndrawing: lines\nline: {key: a}\nrows: {source: example-report, " +
			"along: objet}\n", "lines join points through time"},
	} {
		t.Run(name, func(t *testing.T) {
			files := valid(t)
			listed(files)
			files["data/indicators/example-extra.yaml"] = head + c.rest
			var others []string
			for _, p := range files.check(t, asOf) {
				if p.Rule == "indicator-form" && strings.Contains(p.Message+" "+p.Hint, c.says) {
					return
				}
				others = append(others, inWords(p))
			}
			t.Errorf("nothing says %q; found:\n%s", c.says, strings.Join(others, "\n"))
		})
	}
}

// Beside rows, other ways have points that no line joins.
func TestLinesAreDrawnThroughTimeAlone(t *testing.T) {
	const head = "title: {fr: Sources, en: Sources}\nquestion: {fr: Lesquelles ?, en: Which?}\nmethod: {fr: Telles " +
		"quelles., en: As they are.}\n"
	for name, c := range map[string]struct {
		declared string
		wrong    bool
	}{
		"records along a key": {"compute: count\nunit: project\ndrawing: lines\nline: {key: a}\ncount: {records: " +
			"sources, along: kind}\n", true},
		"records along years": {"compute: count\nunit: project\ndrawing: lines\nline: {key: a}\ncount: {records: " +
			"sources, along: published, through: year}\n", false},
		"promises side by side": {"compute: deadlines\nunit: project\ndrawing: rows\nline: {key: a}\nof: {records: " +
			"commitments}\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			files := valid(t)
			files["data/indicators/example-extra.yaml"] = head + c.declared
			wrong := false
			for _, p := range files.check(t, asOf) {
				wrong = wrong || p.Rule == "indicator-form" &&
					strings.HasPrefix(p.Place.String(), "data/indicators/example-extra.yaml:6:1")
			}
			if wrong != c.wrong {
				t.Errorf("a fault of its drawing: %v, want %v", wrong, c.wrong)
			}
		})
	}
}

// A column with a value per row would make a chart of as many bars, which nobody reads.
func TestAColumnOfTooManyValuesIsNoCategory(t *testing.T) {
	files := valid(t)
	listed(files)
	var more strings.Builder
	for n := 2; n <= 121; n++ {
		fmt.Fprintf(&more, "%d,Objet %d,2026-01-02,1,,2026-10-01,,%s,l. %d\n", n+1000, n, strings.Repeat("a", 64), n)
	}
	files["data/collected/example-report.csv"] += more.String()
	files["data/indicators/example-extra.yaml"] = "title: {fr: Commandes, en: Orders}\nquestion: {fr: Combien ?, " +
		"en: How much?}\nmethod: {fr: Telles que publiées., en: As published.}\n" +
		"compute: rows\nunit: project\nline: {key: a}\nrows: {source: example-report, along: objet}\n"
	found := files.check(t, asOf)
	if len(found) != 1 || !strings.Contains(found[0].Message, "has 121 values") ||
		!strings.Contains(found[0].Hint, "modeles") || found[0].Line != 7 {
		t.Errorf("found %v", found)
	}
}

// neverCollected is a source that a recipe is to read, of which nothing was collected yet.
const neverCollected = `title: Une liste d'exemple
publisher: Exemple
url: https://www.example.org/liste
kind: dataset
quality: primary
licence: etalab-2.0
redistributable: true
cadence: once
collect:
  addresses: [https://www.example.org/liste.csv]
  media: [text/csv]
  limits: {bytes: 1 M, seconds: 10}
  bounds: {rows_min: 1, rows_max: 10, unreadable: 0, gone: 10}
  recipe:
    format: csv
    key: [numero]
    fields:
      - {name: numero, label: {fr: Numéro, en: Number}, from: Numéro, as: code}
      - {name: habitants, label: {fr: Habitants, en: Inhabitants}, from: Habitants, as: number, unit: project}
`

func TestRowsOfASourceThatWasNeverCollectedAreCheckedByItsRecipe(t *testing.T) {
	for name, c := range map[string]struct{ unit, rows, says string }{
		"a chart without rows": {"project", "along: numero", "counted-rows: nothing was collected from example-list yet"},
		"a column of no field": {"project", "along: numeros",
			"indicator-form: the rows of example-list have no column \"numeros\""},
		"a sum in another unit": {"eur", "along: numero, sum: habitants",
			"indicator-form: the column habitants is in project, and this indicator in eur"},
	} {
		t.Run(name, func(t *testing.T) {
			files := valid(t)
			files["data/sources/example-list.yaml"] = neverCollected
			files["data/indicators/example-extra.yaml"] = "title: {fr: Commandes, en: Orders}\nquestion: {fr: Combien ?, " +
				"en: How much?}\nmethod: {fr: Telles que publiées., en: As published.}\n" +
				"compute: rows\nunit: " + c.unit + "\nline: {key: a}\nrows: {source: example-list, " + c.rows + "}\n"
			var found []string
			for _, p := range files.check(t, asOf) {
				found = append(found, p.Rule+": "+p.Message)
			}
			if !slices.ContainsFunc(found, func(s string) bool { return strings.HasPrefix(s, c.says) }) {
				t.Errorf("nothing says %q; found:\n%s", c.says, strings.Join(found, "\n"))
			}
		})
	}
}
