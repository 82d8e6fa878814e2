package recipe

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/tabular"
)

var (
	snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	zeros = regexp.MustCompile(`^0{1,30}$`)
)

// field checks one field by itself.
func (c *checking) field(key string, f record.RecipeField) {
	switch {
	case !snake.MatchString(f.Name):
		c.report(key+"/name", fmt.Sprintf("%q is no name of a column", f.Name),
			"small letters, digits and _, such as valid_until")
	case slices.Contains(collected.Added(), f.Name):
		c.report(key+"/name", fmt.Sprintf("%q is a column that collect adds", f.Name), "choose another name")
	}
	if f.Label.FR == "" || f.Label.EN == "" {
		c.report(key+"/label", "it is missing",
			"the heading of the column on the site, such as {fr: Valable jusqu'au, en: Valid until}")
	}
	c.place(key+"/from", f.From)
	if f.Attribute != "" && c.format != "html" {
		c.report(key+"/attribute", "only elements of a page have attributes", "remove it, or use the format html")
	}
	if !slices.Contains(record.FieldForms(), f.As) {
		c.report(key+"/as", fmt.Sprintf("%q is not in the list", f.As),
			"it is one of "+strings.Join(record.FieldForms(), ", "))
		return
	}
	if f.Unit != "" && f.As != "number" {
		c.report(key+"/unit", fmt.Sprintf("%s is not read as a number: it has no unit", f.Name), "remove it, or as: number")
	}
	if f.Format != "" {
		c.written(key+"/format", f)
	}
}

// written checks the format of a field against what it is read as.
func (c *checking) written(key string, f record.RecipeField) {
	switch f.As {
	case "date":
		if _, err := tabular.ParseDateFormat(f.Format); err != nil {
			c.report(key, err.Error(), "made of yyyy, mm, dd or d, and mmmm for the name of the month, such as d mmmm yyyy")
		}
	case "code":
		if !zeros.MatchString(f.Format) {
			c.report(key, fmt.Sprintf("%q is no width", f.Format), "as many zeros as the code has digits, such as 00000")
		}
	case "number":
		if f.Format != "," && f.Format != "." {
			c.report(key, fmt.Sprintf("%q is no sign of decimals", f.Format), `"," or "."`)
		}
	case "list":
		if strings.TrimSpace(f.Format) == "" {
			c.report(key, "a blank cannot part the values of a list", "such as a comma")
		}
	default:
		c.report(key, fmt.Sprintf("%q has no meaning for as: %s", f.Format, f.As), "remove it")
	}
}

// names checks that fields differ and that those that are named exist.
func (c *checking) names(r record.Recipe) {
	var names, places []string
	for i, f := range r.Fields {
		key := fmt.Sprintf("fields[%d]", i)
		if f.Name != "" && slices.Contains(names, f.Name) {
			c.report(key+"/name", fmt.Sprintf("two fields are named %q", f.Name), "give each field a name of its own")
		}
		names = append(names, f.Name)
		place := f.From
		if c.columnar() {
			place = tabular.Name(place)
		}
		if c.columnar() && place != "" && slices.Contains(places, place) {
			c.report(key+"/from", fmt.Sprintf("two fields come from the column %q", f.From), "a column goes into one field")
		}
		places = append(places, place)
	}
	if len(r.Key) == 0 {
		c.report("key", "it is missing", "the fields that together name a row for ever, such as [code]")
	}
	for _, list := range []struct {
		key   string
		names []string
	}{{"key", r.Key}, {"title", r.Title}} {
		for _, n := range list.names {
			if !slices.Contains(names, n) {
				c.report(list.key, fmt.Sprintf("no field is named %q", n), meant(n, names))
			}
		}
	}
	for i, n := range r.Ignored {
		if c.columnar() {
			n = tabular.Fold(n)
		}
		if n != "" && slices.Contains(places, n) {
			c.report(fmt.Sprintf("ignored[%d]", i), fmt.Sprintf("%q is taken by a field", r.Ignored[i]),
				"remove it from one of the two")
		}
	}
}

func meant(name string, names []string) string {
	if near, ok := problem.Nearest(name, names); ok {
		return fmt.Sprintf("was %q meant?", near)
	}
	return "the fields are " + strings.Join(names, ", ")
}
