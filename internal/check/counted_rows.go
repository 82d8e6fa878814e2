package check

import (
	"fmt"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var countedRows = Rule{
	Name: "counted-rows", Severity: problem.Warning,
	Title: both("Les lignes qu’un indicateur compte sont relevées, et chacune a sa place",
		"The rows that an indicator counts were collected, and each has its place"),
	Why: both("Un graphique tiré d’une source jamais relevée n’a aucun point. Quand les places sont déclarées, "+
		"une valeur que la source écrit depuis peu n’en a pas : ses lignes sont dans le total et nulle part dans le dessin.",
		"A chart made from a source that was never collected has no point. Where places are declared, a value that the "+
			"source writes since lately has none: its rows are in the total and nowhere in the drawing."),
	Wrong: rowsExample + `    - {key: Cloud, label: {fr: Nuage, en: Cloud}}
`,
	Right: rowsExample + `    - {key: Cloud, label: {fr: Nuage, en: Cloud}}
    - {key: Réseau, label: {fr: Réseau, en: Network}}
`,
	Check: func(s *Subject, report Report) {
		for i := range s.Indicators {
			d := &s.Indicators[i]
			if d.Rows == nil || d.Compute != record.ByRows {
				continue
			}
			by, in := d.Rows, ref(record.Indicators, d.ID)
			c, visited := s.rowsOf(by.Source)
			src := s.sources[by.Source]
			switch {
			case visited && len(by.Places) > 0:
				if left := c.Count(*by).Elsewhere; len(left) > 0 {
					report(in, "rows/places", fmt.Sprintf("rows of %s stand at no place: those where %s is %s", by.Source, by.Along,
						strings.Join(first(left, 5), ", ")), "give each value a place, or leave its rows out with `only`")
				}
			case !visited && src != nil && src.Collect != nil:
				hint := "vigie collect " + by.Source
				if src.Collect.Recipe == nil {
					hint += "; its columns are not checked before"
				}
				report(in, "rows/source", fmt.Sprintf("nothing was collected from %s yet: the chart has no point", by.Source), hint)
			}
		}
	},
}

// first gives the first words of a list, and a mark where there are more.
func first(list []string, most int) []string {
	if len(list) <= most {
		return list
	}
	return append(list[:most:most], "…")
}

// rowsExample is a list that was collected, with an indicator along its subjects, without
// the places that it shows.
const rowsExample = `# data/collected/example-report.csv
numero,objet,first_seen,gone_since,snapshot,at
1,Cloud,2026-10-01,,` + madeUpDigest + `,ligne 2
2,Réseau,2026-10-01,,` + madeUpDigest + `,ligne 3
# data/collected/example-report.state.yaml
# Written by vigie collect: a change made by hand is lost.
source: example-report
state: good
reader: "recipe"
version: 1
under: "0123456789ab"
documents:
  - url: "https://www.example.org/rapport"
    sha256: "` + madeUpDigest + `"
    read: 2026-10-01
columns:
  - {name: numero, kind: code, key: true, label: {fr: "Numéro", en: "Number"}}
  - {name: objet, kind: text, label: {fr: "Objet", en: "Subject"}}
# data/indicators/example-extra.yaml
title: {fr: Commandes par objet, en: Orders by subject}
question: {fr: Que commande-t-on ?, en: What is ordered?}
method: {fr: Une ligne est une commande., en: A row is an order.}
compute: rows
unit: project
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
rows:
  source: example-report
  along: objet
  places:
`

const madeUpDigest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
