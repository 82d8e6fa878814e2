package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

var saidValue = Rule{
	Name: "said-value", Severity: problem.Warning,
	Title: both("La valeur d’une affirmation est un des nombres qu’elle dit",
		"The value of a claim is one of the numbers that it says"),
	Why: both("Les mots d’une affirmation et sa valeur sont tapés l’un après l’autre : un chiffre corrigé dans "+
		"l’un et oublié dans l’autre se publie deux fois, différent. Dès que les mots donnent un montant, une part ou "+
		"un compte dans l’unité de la valeur, l’un d’eux doit être cette valeur.",
		"The words of a claim and its value are typed one after the other: a digit mended in one and forgotten in the "+
			"other is published twice, differently. As soon as the words give an amount, a share or a count in the unit "+
			"of the value, one of them must be that value."),
	Wrong: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 85, says: {fr: Une part de 84 % en 2025., en: A share of 84% in 2025.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 84, says: {fr: Une part de 84 % en 2025., en: A share of 84% in 2025.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		for _, c := range s.claims {
			if c.Value == nil {
				continue
			}
			for _, l := range s.Corpus.Languages.Composed() {
				if other, wrong := saysOther(l, c.Says.In(l), *c.Value, s.quantityOf(c)); wrong {
					report(c.in, c.path+"/value", fmt.Sprintf("the value is %s, and the words in %s say %s", c.Value, l, other),
						"write in value the number that the source gives, and the same in says")
					break
				}
			}
		}
	},
}

// quantityOf is the unit of a claim, as numbers need it.
func (s *Subject) quantityOf(c located) quantity.Unit {
	if u := s.units[s.unitOf(c)]; u != nil {
		return u.Quantity()
	}
	return quantity.Unit{}
}

// written is a number as people type it, with what follows it.
var written = regexp.MustCompile(`(\d{1,3}(?:[ ,\x{a0}\x{202f}]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)[ \x{a0}\x{202f}-]*(\pL+|[%€$])?`)

// scales are the words and signs that multiply a number of a currency.
var scales = map[string]int{"k": 3, "m": 6, "md": 9, "bn": 9, "thousand": 3, "mille": 3, "million": 6, "millions": 6,
	"milliard": 9, "milliards": 9, "billion": 9}

// saysOther says that words give numbers in the unit of a value, none of which it
// is; other is the first of them.
func saysOther(l lang.Lang, words string, v quantity.Value, u quantity.Unit) (other string, wrong bool) {
	for _, m := range written.FindAllStringSubmatch(words, -1) {
		n, after := m[1], strings.ToLower(strings.TrimRight(m[2], "€$"))
		for _, scale := range []int{0, 3, 6, 9} {
			if d, ok := typed(l, n, scale); ok && (d.Cmp(v.Low) == 0 || d.Cmp(v.High) == 0) {
				return "", false
			}
		}
		_, scaled := scales[after]
		inUnit := m[2] == "%" && u.Kind == quantity.Percent || u.Kind == quantity.Money &&
			(m[2] == "€" || m[2] == "$" || scaled) ||
			after != "" && slices.Contains([]string{u.One.In(l), u.Many.In(l)}, after)
		if inUnit && other == "" {
			other = strings.TrimSpace(m[0])
		}
	}
	return other, other != ""
}

// typed reads a number with the marks of a language, times a power of ten.
func typed(l lang.Lang, n string, scale int) (quantity.Decimal, bool) {
	point, group := ",", "."
	if l != lang.FR {
		point, group = ".", ","
	}
	n = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", group, "").Replace(n)
	whole, decimals, _ := strings.Cut(n, point)
	if len(decimals) < scale {
		decimals += strings.Repeat("0", scale-len(decimals))
	}
	v, err := quantity.ParseValue(strings.TrimRight(whole+decimals[:scale]+"."+decimals[scale:], "."))
	return v.Low, err == nil
}
