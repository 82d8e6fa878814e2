package api

import (
	"encoding/json"
	"iter"
	"slices"

	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/record"
)

// kind is a table whose rows are about records: one or several rows each.
type kind struct {
	table  string
	kind   record.Kind
	column string // that holds the identifier of the record
}

// kinds are those that have documents. Claims stand in the documents of their records; the
// other tables bring rows of several records together.
var kinds = []kind{
	{"organismes", record.Organisations, "identifiant"},
	{"fournisseurs", record.Providers, "identifiant"},
	{"offres", record.Offers, "identifiant"},
	{"qualifications", record.Qualifications, "identifiant"},
	{"migrations", record.Migrations, "identifiant"},
	{"series", record.SeriesKind, "serie"},
	{"indicateurs", record.Indicators, "indicateur"},
	{"calculs", record.Calculations, "identifiant"},
	{"engagements", record.Commitments, "identifiant"},
	{"evenements", record.Events, "identifiant"},
	{"doctrines", record.Doctrines, "identifiant"},
	{"contradictions", record.Contradictions, "identifiant"},
	{"silences", record.Silences, "identifiant"},
	{"demandes", record.Requests, "identifiant"},
	{"sources", record.Sources, "identifiant"},
	{"corrections", record.Corrections, "identifiant"},
	{"mesures", record.Measures, "identifiant"},
	{"perimetres", record.Perimeters, "identifiant"},
	{"niveaux", record.Tiers, "identifiant"},
	{"unites", record.Units, "identifiant"},
}

// claimsTable is the table of claims.
const claimsTable = "affirmations"

func kindOf(table string) (kind, bool) {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.table == table })
	if i < 0 {
		return kind{}, false
	}
	return kinds[i], true
}

// about is the rows of one record.
type about struct {
	id   string
	rows [][]export.Cell
}

// gathered brings the rows of each record together, in the order of the table.
func gathered(t export.Table, column string) []about {
	at := columnOf(t, column)
	var out []about
	places := map[string]int{}
	for row := range t.Rows {
		id := row[at].Text
		place, known := places[id]
		if !known {
			place = len(out)
			places[id] = place
			out = append(out, about{id: id})
		}
		out[place].rows = append(out[place].rows, row)
	}
	return out
}

func columnOf(t export.Table, name string) int {
	return slices.IndexFunc(t.Columns, func(c export.Column) bool { return c.Name == name })
}

// records yields the document of each record.
func (from From) records() iter.Seq[export.File] {
	return func(yield func(export.File) bool) {
		claims := from.claims()
		for _, t := range from.Tables {
			k, ok := kindOf(t.ID)
			if !ok {
				continue
			}
			for _, one := range gathered(t, k.column) {
				path := recordPath(t.ID, one.id)
				doc := Record{Meta: from.meta(path), Kind: string(k.kind), ID: one.id, Rows: rows{t, one.rows},
					Links: RecordLinks{from.Address("/" + indexPath), from.Address("/" + pagePath(t.ID, 1))},
					// the points of an indicator are figures themselves, and name their claims
					Figures: []Figure{}, Claims: rows{table: claims.table}}
				if k.kind != record.Indicators {
					ref := record.Ref{Kind: k.kind, ID: one.id}
					for _, f := range from.Figures(ref) {
						doc.Figures = append(doc.Figures, from.figure(f))
					}
					doc.Claims.rows = claims.of(ref, t, one.rows)
				}
				if !yield(export.File{Path: path, Data: encoded(doc)}) {
					return
				}
			}
		}
	}
}

func (from From) figure(f figure.Figure) Figure {
	out := Figure{ID: f.ID, Label: f.Label, Period: f.Period.String(), State: string(f.State),
		Unit: f.Unit.ID, Proof: from.Proof(f)}
	if !f.Known() {
		out.Reason = string(f.Reason)
		return out
	}
	low, high := json.Number(f.Value.Low.Trim(0).String()), json.Number(f.Value.High.Trim(0).String())
	out.Min, out.Max, out.Sense = &low, &high, export.SenseCode(f.Value.Sense)
	return out
}

// claims are the rows of the table of claims, found by identifier and by record.
type claims struct {
	table    export.Table
	rows     [][]export.Cell
	byID     map[string]int
	byRecord map[record.Ref][]int
}

func (from From) claims() claims {
	out := claims{byID: map[string]int{}, byRecord: map[record.Ref][]int{}}
	t, ok := export.Find(from.Tables, claimsTable)
	if !ok {
		return out
	}
	out.table = t
	id, source := columnOf(t, "identifiant"), columnOf(t, "source")
	of, whose := columnOf(t, "fiche_type"), columnOf(t, "fiche")
	for row := range t.Rows {
		ref := record.Ref{Kind: record.Kind(row[of].Text), ID: row[whose].Text}
		out.byID[row[id].Text] = len(out.rows)
		read := record.Ref{Kind: record.Sources, ID: row[source].Text}
		for _, of := range []record.Ref{ref, read} {
			out.byRecord[of] = append(out.byRecord[of], len(out.rows))
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// of gives the claims of a record, those of a source being what was read in it, and those that its
// rows name, in the order of the table.
func (c claims) of(ref record.Ref, t export.Table, held [][]export.Cell) [][]export.Cell {
	places := slices.Clone(c.byRecord[ref])
	if named := columnOf(t, claimsTable); named >= 0 {
		for _, row := range held {
			for _, id := range row[named].List {
				if place, ok := c.byID[id]; ok {
					places = append(places, place)
				}
			}
		}
	}
	slices.Sort(places)
	var out [][]export.Cell
	for _, place := range slices.Compact(places) {
		out = append(out, c.rows[place])
	}
	return out
}
