package site

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// pointNotes are what the notes of an indicator say besides: how it is counted, in what unit,
// and of what.
func (s *Site) pointNotes(r indicator.Result, points export.Table) func(l lang.Lang) [][2]string {
	sources := s.sourcesIn(points)
	return func(l lang.Lang) [][2]string {
		v := view{site: s, l: l}
		word := func(key string) string { return s.Theme.Words.Must(l, key) }
		out := [][2]string{{word("book.method"), v.text(r.Method)}}
		if r.Unit.ID != "" {
			unit := v.text(r.Unit.Many)
			if r.Unit.Symbol != "" {
				unit = strings.TrimSpace(r.Unit.Symbol + " " + v.text(r.Unit.Per))
			}
			out = append(out, [2]string{word("book.unit"), cmp.Or(unit, r.Unit.ID)})
		}
		for _, id := range perimetersOf(r) {
			if p := dataset.Find[*dataset.Perimeter](s.Data, record.Perimeters, id); p != nil {
				out = append(out, [2]string{word("book.perimeter"), v.text(p.Title)})
			}
		}
		for _, basis := range basesOf(r) {
			out = append(out, [2]string{word("book.basis"), v.basis(basis)})
		}
		out = append(out, v.sourcesNoted(sources)...)
		for _, note := range r.Notes {
			out = append(out, [2]string{word("book.note"), v.text(note)})
		}
		return out
	}
}

// perimetersOf lists what the points of an indicator count, each once, in their order.
func perimetersOf(r indicator.Result) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, line := range r.Lines {
		for _, p := range line.Points {
			if id := p.Figure.Perimeter; !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

// basesOf lists how the amounts of an indicator are counted, each way once, in their order.
func basesOf(r indicator.Result) []quantity.Basis {
	var out []quantity.Basis
	for _, line := range r.Lines {
		for _, p := range line.Points {
			if b := p.Figure.Basis; b != (quantity.Basis{}) && !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
	}
	return out
}

// tableNotes are what the notes of a table of records say besides: of what it is made, where it says how
// each amount is counted, and on which sources its rows rest.
func (s *Site) tableNotes(t export.Table) func(l lang.Lang) [][2]string {
	sources := s.sourcesIn(t)
	has := func(name string) bool {
		return slices.ContainsFunc(t.Columns, func(c export.Column) bool { return c.Name == name })
	}
	return func(l lang.Lang) [][2]string {
		v := view{site: s, l: l}
		word := func(key string) string { return s.Theme.Words.Must(l, key) }
		var out [][2]string
		switch {
		case has("perimetre"):
			out = append(out, [2]string{word("book.perimeter"), word("book.perimeter.column")})
		case len(sources()) > 0:
			out = append(out, [2]string{word("book.perimeter"), word("book.perimeter.about")})
		}
		if has("etape") && has("taxe") && has("cumul") {
			out = append(out, [2]string{word("book.basis"), word("book.basis.column")})
		}
		return append(out, v.sourcesNoted(sources)...)
	}
}

// sourcesIn gives, once it is asked, the sources on which the rows of a table rest, those of most rows first.
func (s *Site) sourcesIn(t export.Table) func() []string {
	return sync.OnceValue(func() []string {
		rows := map[string]int{}
		for row := range t.Rows {
			for i, c := range t.Columns {
				switch {
				case c.Refers != "sources":
				case c.Type == export.List:
					for _, id := range row[i].List {
						rows[id]++
					}
				case row[i].Text != "":
					rows[row[i].Text]++
				}
			}
		}
		return slices.SortedFunc(maps.Keys(rows), func(a, b string) int {
			return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(a, b))
		})
	})
}

// sourcesNamed is how many sources the notes of a table name; the rows name all of theirs.
const sourcesNamed = 10

// sourcesNoted are the sources of a table: how many, and those of most rows.
func (v view) sourcesNoted(of func() []string) [][2]string {
	all := of()
	if len(all) == 0 {
		return nil
	}
	word := func(key string) string { return v.site.Theme.Words.Must(v.l, key) }
	count := lang.Group(v.l, strconv.Itoa(len(all)))
	out := [][2]string{{word("book.sources"), strings.ReplaceAll(word("book.sources.about"), "{count}", count)}}
	for _, id := range all[:min(len(all), sourcesNamed)] {
		if src := dataset.Find[*dataset.Source](v.site.Data, record.Sources, id); src != nil {
			out = append(out, [2]string{word("book.source"), strings.Join(slices.DeleteFunc(
				[]string{src.Publisher, src.Title, src.URL}, func(text string) bool { return text == "" }), ", ")})
		}
	}
	return out
}
