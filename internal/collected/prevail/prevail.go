// Package prevail compares two lists that are about the same things, one of which
// prevails: a list of qualifications in progress lags behind the catalogue of those
// that were granted, so that a service may stand in both. It says which lines of the
// first the second has overtaken; it changes neither.
//
// A source declares which other prevails over it (`collect: yields_to:`). Lines are
// compared by the columns that name them for people, the first of which is who, and
// the others what. Who is compared by the words of the name, in any order, legal
// forms and words such as “cloud” aside. It is pure, and asks nothing of the order
// of either list.
//
//	for _, o := range prevail.Overtaken(inProgress, catalogue) {
//		fmt.Println(o.Name, o.Same, o.By) // ["OVH SAS" "SNC cloud platform"] true [["OVHcloud" "SNC Cloud Platform"]]
//	}
package prevail

import (
	"slices"
	"strings"
	"unicode"

	"vigie/internal/collected"
	"vigie/internal/value/tabular"
)

// Line is a line of a list that the list which prevails may have overtaken.
type Line struct {
	Name []string `json:"name"`         // who, then what
	At   string   `json:"at,omitempty"` // where in its document
	// By is what the list that prevails says of the same body.
	By [][]string `json:"by"`
	// Same says that the very thing stands there: it prevails. Otherwise it may be
	// another one, or a list that lags: somebody must look.
	Same bool `json:"same"`
}

// Overtaken gives the lines of a list, still listed, that another one which prevails
// may have overtaken, in the order of the list.
func Overtaken(list, over *collected.Collected) []Line {
	var known [][]string
	for _, r := range over.Rows {
		if r.Listed() {
			known = append(known, collected.Title(over.Columns, r.Cells))
		}
	}
	var out []Line
	for _, r := range list.Rows {
		if !r.Listed() {
			continue
		}
		line := Line{Name: collected.Title(list.Columns, r.Cells), At: r.At}
		for _, by := range known {
			if key := who(line.Name[0]); key == "" || key != who(by[0]) {
				continue
			}
			line.By = append(line.By, by)
			what := words(line.Name[1:])
			line.Same = line.Same || len(what) > 0 && slices.Equal(what, words(by[1:]))
		}
		if len(line.By) > 0 {
			out = append(out, line)
		}
	}
	return out
}

// common are the words that do not distinguish one body from another.
var common = []string{"sas", "sasu", "sa", "se", "sarl", "snc", "scop", "gip", "gie", "cloud", "service", "services",
	"solution", "solutions", "group", "groupe", "france"}

// who is the words of a name that distinguish it from others, in the order of the
// alphabet; a name of common words alone keeps them.
func who(name string) string {
	all := words([]string{name})
	own := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(common, w) })
	if len(own) == 0 {
		own = all
	}
	for i, w := range own {
		if short := strings.TrimSuffix(w, "cloud"); len(short) >= 3 {
			own[i] = short
		}
	}
	slices.Sort(own)
	return strings.Join(slices.Compact(own), " ")
}

func words(texts []string) []string {
	return strings.FieldsFunc(tabular.Fold(strings.Join(texts, " ")),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
