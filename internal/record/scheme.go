package record

import (
	"slices"

	"vigie/internal/value/lang"
)

// LongestTerm is how long a qualification lasts at most under a scheme, and who says so.
type LongestTerm struct {
	// years: whole years
	Years int `yaml:"years" json:"years"`
	// spare_days: days more that a list may print and that are let pass
	SpareDays int `yaml:"spare_days,omitempty" json:"spare_days,omitempty"`
	// law: the text that sets it
	Law lang.Text `yaml:"law" json:"law"`
	// former_rule: name that the rule about this term had on the page of rules; its address stays
	FormerRule string `yaml:"former_rule,omitempty" json:"former_rule,omitempty"`
}

// SchemeStep is a step of the procedure of a scheme.
type SchemeStep struct {
	// code: what the source calls it, as qualifications have it
	Code string `yaml:"code" json:"code"`
	// name: what readers see of it
	Name lang.Text `yaml:"name" json:"name"`
}

// SchemeLevel is a level of a scheme.
type SchemeLevel struct {
	// code: what qualifications and hostings have
	Code string `yaml:"code" json:"code"`
	// name: what readers see of it
	Name lang.Text `yaml:"name" json:"name"`
}

// Level is what readers see of a level of a scheme: its code where the scheme does not have it.
func (w Words) Level(scheme Scheme, code string) lang.Text {
	one, _ := w.Find(SchemeList, string(scheme))
	for _, l := range one.Levels {
		if l.Code == code {
			return l.Name
		}
	}
	return lang.Name(code)
}

// AtLeast lists the levels of a scheme that are one of its levels, or higher; none where the scheme does not have it.
func (w Words) AtLeast(scheme Scheme, level string) []string {
	one, _ := w.Find(SchemeList, string(scheme))
	var out []string
	for _, l := range one.Levels { // the highest first
		out = append(out, l.Code)
		if l.Code == level {
			return out
		}
	}
	return nil
}

// LevelName is what readers see of a level, under whatever scheme.
func (w Words) LevelName(code string) lang.Text {
	for _, l := range w.Levels() {
		if l.Code == code {
			return l.Name
		}
	}
	return lang.Name(code)
}

// Levels lists the levels of all schemes, each code once, in order.
func (w Words) Levels() []SchemeLevel {
	var out []SchemeLevel
	for _, one := range w.In(SchemeList) {
		for _, l := range one.Levels {
			if !slices.ContainsFunc(out, func(o SchemeLevel) bool { return o.Code == l.Code }) {
				out = append(out, l)
			}
		}
	}
	return out
}

// LongestTermRule is the name of the rule that holds qualifications to their longest term.
const LongestTermRule = "longest-term"

// IdentifierRule is the name of the rule that holds identifiers to their check.
const IdentifierRule = "identifier-number"

// FormerNames lists the names that a rule had on the page of rules of the site.
func (w Words) FormerNames(rule string) []string {
	var out []string
	for _, one := range w.In(IdentifierList) {
		if rule == IdentifierRule && one.FormerRule != "" {
			out = append(out, one.FormerRule)
		}
	}
	for _, one := range w.In(SchemeList) {
		if rule == LongestTermRule && one.Longest != nil && one.Longest.FormerRule != "" {
			out = append(out, one.Longest.FormerRule)
		}
	}
	return out
}

// AskedSchemes lists the schemes that rules ask of a hosting, in the order of the
// vocabulary. Where the engine follows one alone, it is the first.
func (w Words) AskedSchemes() []Scheme {
	var out []Scheme
	for _, one := range w.In(SchemeList) {
		if one.AskedOfHosting {
			out = append(out, Scheme(one.ID))
		}
	}
	return out
}

// AskedScheme is the first scheme that rules ask of a hosting; none where the site has none.
func (w Words) AskedScheme() (Word, bool) {
	for _, one := range w.In(SchemeList) {
		if one.AskedOfHosting {
			return one, true
		}
	}
	return Word{}, false
}

// Milestones lists the milestones of all schemes, each once, in order.
func (w Words) Milestones() []SchemeStep {
	var out []SchemeStep
	for _, one := range w.In(SchemeList) {
		for _, m := range one.Milestones {
			if !slices.ContainsFunc(out, func(o SchemeStep) bool { return o.Code == m.Code }) {
				out = append(out, m)
			}
		}
	}
	return out
}
