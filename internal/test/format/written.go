package format

import "github.com/invopop/jsonschema"

// form is a type that is written as one word or phrase.
type form struct {
	what     string
	pattern  string
	number   bool // a bare number is read too: 2024, 84.5
	examples []string
}

const (
	datePattern  = `\d{4}(-(H[12]|Q[1-4]|\d{2}(-\d{2})?))?`
	scalePattern = `-?\d+(\.\d+)?( (k|M|bn))?`
)

// written are the types that are written as one word or phrase.
var written = map[string]form{
	"Day": {what: "A day", pattern: `^\d{4}-\d{2}-\d{2}$`,
		examples: []string{"2026-11-23"}},
	"Date": {what: "A date as precise as its source: a year, a half, a quarter, a month or a day",
		pattern: "^" + datePattern + "$", number: true,
		examples: []string{"2026", "2026-H1", "2026-Q3", "2026-07", "2026-07-31"}},
	"Period": {what: "A date, or two with a slash; .. is an open end",
		pattern: `^(` + datePattern + `|(` + datePattern + `|\.\.)/(` + datePattern + `|\.\.))$`, number: true,
		examples: []string{"2024", "2016/2024", "../2024", "2018-07-03/.."}},
	"Value": {what: "An exact number or a range, with its scale (k, M, bn) and how the source qualifies it",
		pattern: `^((about|over|at least|at most) )?` + scalePattern + `( to ` + scalePattern + `)?$`, number: true,
		examples: []string{"84", "51.6 M", "2 bn to 6 bn", "about 12", "over 100", "at least 15", "at most 180 k"}},
}

func (f form) schema() *jsonschema.Schema {
	s := &jsonschema.Schema{Description: f.what, Type: "string", Pattern: f.pattern}
	for _, e := range f.examples {
		s.Examples = append(s.Examples, e)
	}
	if f.number {
		s.Type, s.Pattern = "", ""
		s.AnyOf = []*jsonschema.Schema{{Type: "string", Pattern: f.pattern}, {Type: "number"}}
	}
	return s
}
