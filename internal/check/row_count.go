package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// mostCategories is how many values of a column one chart shows at most: as many as a
// reader would still go through, and a page would draw.
const mostCategories = 120

// mostColumns is how many columns stand side by side with their words below them.
const mostColumns = 24

// rowsOf is what was collected from a source: its columns and rows. Of one that was never
// visited, the columns that its recipe will give it, and no rows; nil where a program
// reads it, whose columns are not known here.
func (s *Subject) rowsOf(source string) (c *collected.Collected, visited bool) {
	i := slices.IndexFunc(s.Collected, func(c *collected.Collected) bool { return c.State.Source == source })
	if i >= 0 {
		return s.Collected[i], true
	}
	src := s.sources[source]
	if src == nil || src.Collect == nil || src.Collect.Recipe == nil {
		return nil, false
	}
	c = &collected.Collected{}
	for _, f := range src.Collect.Recipe.Fields {
		c.Columns = append(c.Columns, collected.Column{Name: f.Name, Kind: collected.Kind(f.As)})
	}
	return c, false
}

// rowCount reports columns that the source does not have, or of another kind, values
// that none of its rows ever had, and more categories than a chart shows.
func (s *Subject) rowCount(d *record.Indicator, fault faulty) {
	by := d.Rows
	if src := s.sources[by.Source]; src != nil && src.Collect == nil && !s.hasRows(by.Source) {
		fault("rows/source", fmt.Sprintf("nothing is collected from %s", src.ID),
			"only a source with the key collect has rows: data/collected/<source>.csv")
		return
	}
	s.rowUnit(d, fault)
	s.rowPlaces(by, fault)
	c, visited := s.rowsOf(by.Source)
	if c == nil {
		return
	}
	column := func(path, name string, kind collected.Kind) { columnFault(c, by.Source, path, name, kind, fault) }
	along := collected.Kind("")
	if by.By != "" {
		along = collected.Date
	}
	column("rows/along", by.Along, along)
	if j := c.Index(by.Along); j >= 0 && c.Columns[j].Kind == collected.Date && by.By == "" {
		fault("rows/along", fmt.Sprintf("the column %s holds dates: each day would be a category", by.Along),
			"by: year, or by: month")
	}
	if by.Sum != "" {
		column("rows/sum", by.Sum, collected.Number)
	}
	for j, o := range by.Only {
		at := fmt.Sprintf("rows/only/%d", j)
		column(at+"/column", o.Column, "")
		for k, value := range o.Is {
			valueFault(c, by.Source, fmt.Sprintf("%s/is/%d", at, k), o.Column, value, visited, fault)
		}
	}
	for j, p := range by.Places {
		valueFault(c, by.Source, fmt.Sprintf("rows/places/%d/key", j), by.Along, p.Key, visited, fault)
	}
	if by.By == "" {
		tooMany(d, c, fault)
	}
}

// tooMany reports more categories than a chart shows.
func tooMany(d *record.Indicator, c *collected.Collected, fault faulty) {
	n, by := len(c.Count(*d.Rows).Places), d.Rows
	switch {
	case n > mostCategories:
		fault("rows/along",
			fmt.Sprintf("the column %s has %d values, each of which would be a category: a chart shows %d at most", by.Along, n,
				mostCategories),
			"choose rows with `only`, or the values to show with `places`, or go along another column: "+columnNames(c, ""))
	case n > mostColumns && strings.HasSuffix(d.Drawing, "columns"):
		fault("drawing", fmt.Sprintf("%d columns leave no room for their words: %d at most", n, mostColumns), "drawing: rows")
	}
}

func (s *Subject) hasRows(source string) bool {
	_, visited := s.rowsOf(source)
	return visited
}

// rowUnit reports a unit in which rows are not counted, or a column not added up.
func (s *Subject) rowUnit(d *record.Indicator, fault faulty) {
	by, unit := d.Rows, s.units[d.Unit]
	switch {
	case by.Round != nil && by.Sum == "":
		fault("rows/round", "rows are counted one by one: there is nothing to round",
			"remove round, or add up a column with sum")
	case by.Round != nil && (*by.Round < -9 || *by.Round > 6):
		fault("rows/round", fmt.Sprintf("a sum is not rounded to %d decimals", *by.Round),
			"from -9 (thousands of millions) to 6")
	}
	switch {
	case unit == nil:
	case by.Sum == "" && unit.Kind != quantity.Count:
		fault("unit", fmt.Sprintf("rows are counted, and %s is no count but %s", d.Unit, unit.Kind),
			"a unit of kind count: write data/units/<id>.yaml with one and many")
	case by.Sum != "" && (unit.Kind == quantity.Percent || unit.Kind == quantity.Ratio):
		fault("unit", fmt.Sprintf("%s is a %s: shares are not added up", d.Unit, unit.Kind),
			"the unit of a sum is that of its column: a currency, a count")
	}
	i := slices.IndexFunc(s.fields(by.Source), func(f record.RecipeField) bool { return f.Name == by.Sum })
	if i < 0 {
		return
	}
	if field := s.fields(by.Source)[i]; field.Unit != "" && field.Unit != d.Unit {
		fault("unit", fmt.Sprintf("the column %s is in %s, and this indicator in %s", field.Name, field.Unit, d.Unit),
			"one indicator, one unit", Spot{ref(record.Sources, by.Source), fmt.Sprintf("collect/recipe/fields/%d/unit", i)})
	}
}

// fields are those of the recipe of a source.
func (s *Subject) fields(source string) []record.RecipeField {
	if src := s.sources[source]; src != nil && src.Collect != nil && src.Collect.Recipe != nil {
		return src.Collect.Recipe.Fields
	}
	return nil
}

// rowPlaces reports places that no chart shows so.
func (s *Subject) rowPlaces(by *record.RowCount, fault faulty) {
	if by.By != "" && len(by.Places) > 0 {
		fault("rows/places", fmt.Sprintf("each %s stands in its order, and has its words", by.By),
			"places are for the values of a column of categories: remove them, or remove by")
	}
	seen := map[string]bool{}
	for j, p := range by.Places {
		if seen[p.Key] {
			fault(fmt.Sprintf("rows/places/%d/key", j), fmt.Sprintf("two places are the value %s", p.Key), "remove one")
		}
		seen[p.Key] = true
	}
}

// columnFault reports a column that the rows do not have, or one of another kind.
func columnFault(c *collected.Collected, source, path, name string, kind collected.Kind, fault faulty) {
	j := c.Index(name)
	switch {
	case j < 0:
		var names []string
		for _, column := range c.Columns {
			names = append(names, column.Name)
		}
		fault(path, fmt.Sprintf("the rows of %s have no column %q", source, name),
			strings.TrimSpace(meant(name, names)+" they have: "+columnNames(c, "")))
	case kind != "" && c.Columns[j].Kind != kind:
		fault(path, fmt.Sprintf("the column %s holds %s, and not %s", name, c.Columns[j].Kind, kind.Wanted()),
			"those that do: "+cmp.Or(columnNames(c, kind), "none"))
	}
}

// valueFault reports a value that no row ever had, with the nearest one.
func valueFault(c *collected.Collected, source, path, column, value string, visited bool, fault faulty) {
	if !visited || c.Index(column) < 0 {
		return
	}
	var values []string
	for _, r := range c.Rows {
		values = append(values, c.Values(r, column)...)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	if slices.Contains(values, value) {
		return
	}
	hint := "a value is written as in data/collected/" + source + ".csv"
	if near := meant(value, values); near != "" {
		hint = near
	} else if len(values) <= 12 {
		hint = oneOf(value, values)
	}
	fault(path, fmt.Sprintf("no row of %s ever had %q in %s", source, value, column), hint)
}

// columnNames lists the columns of a kind; of any kind when it is empty.
func columnNames(c *collected.Collected, kind collected.Kind) string {
	var out []string
	for _, col := range c.Columns {
		if kind == "" || col.Kind == kind {
			out = append(out, col.Name)
		}
	}
	return strings.Join(out, ", ")
}
