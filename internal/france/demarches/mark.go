package demarches

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"vigie/internal/value/tabular"
)

// none is what is written where there is no value, folded.
var none = []string{"", "-", "n/a", "nan", "null", "a venir", "bientot disponible", "en attente",
	"nombre d'avis insuffisant", "non applicable"}

func isNone(s string) bool { return slices.Contains(none, tabular.Fold(s)) }

// scale is what the marks of an indicator mean.
type scale []step

type step struct {
	mark string
	as   []string // folded
}

var (
	online = scale{
		{"oui", []string{"oui"}},
		{"proactive", []string{"demarche proactive", "demarches proactive", "demarches proactives"}}, // nothing is left to do
		{"deploiement", []string{"en cours", "en cours de deploiement local", "deploiement local"}},
		{"beta", []string{"beta"}},
		{"partiel", []string{"partiel", "partielle"}},
		{"non", []string{"non"}},
	}
	// accessible follows the thresholds of the observatory: all criteria met, half
	// of them at least, fewer.
	accessible = scale{
		{"oui", []string{"oui", "optimal", "totale"}},
		{"partiel", []string{"partiel", "partielle"}},
		{"non", []string{"non", "faible", "non conforme"}},
	}
)

// marks are the indicators of a procedure, by slug.
type marks struct {
	p     *procedure
	slugs map[string]field
}

type field struct{ label, value string }

// slugs are the indicators that are taken, and those left aside on purpose.
var (
	taken = []string{"online", "handicap", "uptime", "performance", "satisfaction"}
	aside = []string{"auth", "dlnuf", "usage", "simplicity", "help_reachable", "help_efficient", "help_used"}
)

func (p *procedure) marks() marks {
	m := marks{p, map[string]field{}}
	var fields []map[string]json.RawMessage
	if json.Unmarshal(p.element["fields"], &fields) != nil || fields == nil {
		p.refuse("fields", string(p.element["fields"]), "a list of indicators")
		return m
	}
	for _, f := range fields {
		countUnknown(p.unread, "fields/", ofField, f)
		slug := strings.ReplaceAll(p.of(f, "slug"), "-", "_")
		if _, twice := m.slugs[slug]; twice {
			p.refuse(slug, slug, "each indicator once")
		}
		if !slices.Contains(taken, slug) && !slices.Contains(aside, slug) {
			p.unread.Add("fields/"+slug, p.of(f, "label"))
		}
		m.slugs[slug] = field{p.of(f, "label"), p.of(f, "value")}
	}
	return m
}

// mark reads an indicator on its scale; empty when there is no mark, or one that
// is not known, which is reported.
func (m marks) mark(slug string, s scale) string {
	f := m.slugs[slug]
	for _, t := range []string{f.label, f.value} {
		for _, step := range s {
			if slices.Contains(step.as, tabular.Fold(t)) {
				return step.mark
			}
		}
	}
	if said := slices.DeleteFunc([]string{f.label, f.value},
		func(t string) bool { return t == "" }); !slices.ContainsFunc(said, isNone) && len(said) > 0 {
		m.p.unread.Explain("marque inconnue de "+slug+" : « "+f.label+" »", "unknown mark of "+slug+": “"+f.label+"”",
			f.value)
	}
	return ""
}

func (m marks) percent(slug string) string { return m.number(slug, "%", 0, 100) }

// uptime is a share in percent: one part of one would be read as one percent.
func (m marks) uptime() string { return m.number("uptime", "%", 2, 100) }

func (m marks) milliseconds(slug string) string { return m.number(slug, "ms", 0, 1_000_000) }

func (m marks) outOfTen(slug string) string { return m.number(slug, "/ 10", 0, 10) }

// number reads the value of an indicator, with the digits that it has; empty when
// it has none. Out of its range, it is not what it is taken for.
func (m marks) number(slug, unit string, least, most int64) string {
	value := m.slugs[slug].value
	n, ok := tabular.Decimal(strings.TrimSuffix(value, unit))
	switch {
	case ok:
	case isNone(value), slug == "handicap" && isMark(value, accessible):
		return ""
	default:
		m.p.unread.Explain("valeur de "+slug+" qui n’est pas un nombre", "value of "+slug+" that is not a number", value)
		return ""
	}
	if exact, _ := new(big.Rat).SetString(n); exact.Cmp(big.NewRat(least, 1)) < 0 || exact.Cmp(big.NewRat(most, 1)) > 0 {
		m.p.refuse(slug, value, fmt.Sprintf("a number from %d to %d", least, most))
	}
	return n
}

func isMark(s string, in scale) bool {
	return slices.ContainsFunc(in, func(step step) bool { return slices.Contains(step.as, tabular.Fold(s)) })
}
