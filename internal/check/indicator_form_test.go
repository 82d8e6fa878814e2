package check_test

import (
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
		{Name: "montant", Kind: collected.Number, Label: lang.Name("Montant")}},
		Rows: []collected.Row{{Cells: []string{"1", "Cloud", "2026-01-02", "12.5"}, FirstSeen: cal.NewDay(2026, 10, 1),
			Snapshot: strings.Repeat("a", 64), At: "l. 2"}},
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
			"objets, sum: montant}\n", "they have: numero, objet, date, montant"},
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
			`no row of example-report ever had "Clouds"`},
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
