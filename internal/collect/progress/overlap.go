package progress

import (
	"slices"
	"strings"
	"unicode"

	"vigie/internal/tabular"
)

// Listed is a service in a list: in progress, or in the catalogue.
type Listed struct{ Provider, Service string }

// Overlap is a line of the list in progress whose provider is in the catalogue.
type Overlap struct {
	InProgress Listed
	Catalogue  []Listed // what the catalogue lists of that provider
	// Same says that the very service is in the catalogue: the catalogue prevails,
	// it is no longer in progress. Otherwise it may be another service, or a list
	// that lags: somebody must look.
	Same bool
}

// Overlaps says which lines of the list in progress the catalogue may have
// overtaken, in the order of the list. Providers are compared by the words of their
// names, legal forms and words such as “cloud” aside.
func Overlaps(inProgress, catalogue []Listed) []Overlap {
	var out []Overlap
	for _, p := range inProgress {
		o := Overlap{InProgress: p}
		for _, c := range catalogue {
			if who := key(p.Provider); who == "" || who != key(c.Provider) {
				continue
			}
			o.Catalogue = append(o.Catalogue, c)
			o.Same = o.Same || p.Service != "" && strings.Join(words(p.Service), " ") == strings.Join(words(c.Service), " ")
		}
		if len(o.Catalogue) > 0 {
			out = append(out, o)
		}
	}
	return out
}

// common are the words that do not tell providers apart.
var common = []string{"sas", "sasu", "sa", "se", "sarl", "snc", "scop", "gip", "gie", "cloud", "service", "services", "solution", "solutions", "group", "groupe", "france"}

// key is the words of a name that tell it from others, in the order of the
// alphabet; a name of common words alone keeps them.
func key(name string) string {
	all := words(name)
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

func words(s string) []string {
	return strings.FieldsFunc(tabular.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
