package decp

import (
	"regexp"
	"slices"
	"strings"

	"github.com/govalues/decimal"

	"vigie/internal/france/filter"
	"vigie/internal/france/sirene"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
	"vigie/internal/value/tabular"
)

// nothing are the words that producers write for no value.
var nothing = []string{"", "cdl", "inx", "nc", "nan", "null", "none", "n/a", "sans objet", "-"}

// said gives a cell, without the words that say nothing.
func said(cell string) string {
	cell = strings.TrimSpace(cell)
	if len(cell) <= len("sans objet") && slices.Contains(nothing, strings.ToLower(cell)) {
		return ""
	}
	return cell
}

// digitsAtMost is the length of the largest whole part that an amount may have: the
// platforms check no more, and some write eleven or more digits to get past a form.
const digitsAtMost = 11

// marker is the amount that the consolidated files write for one that they refuse.
const marker = "12311111111"

var one, thousandMillions = decimal.One, quantity.MustValue("1 bn").Low

// readAmount reads an amount. One that is not stated is no fault.
func readAmount(cell string) (Amount, flags) {
	cell = said(cell)
	if cell == "" {
		return Amount{}, 0
	}
	text, ok := tabular.Decimal(cell)
	whole, _, _ := strings.Cut(text, ".")
	if !ok || len(whole) > digitsAtMost || strings.HasPrefix(text, "-") || whole == marker {
		return Amount{Given: true}, unsound
	}
	value, err := decimal.Parse(text)
	if err != nil { // more decimals than a decimal holds
		return Amount{Given: true}, unsound
	}
	a := Amount{Value: value.Trim(0), Given: true, Sound: true}
	switch {
	case value.Cmp(one) <= 0:
		return a, symbolic
	case value.Cmp(thousandMillions) >= 0:
		return a, billion
	}
	return a, 0
}

// readMonths reads a duration, which may be a text, or a number with decimals.
func readMonths(cell string) string {
	text, ok := tabular.Decimal(said(cell))
	whole, decimals, _ := strings.Cut(text, ".")
	if !ok || strings.Trim(decimals, "0") != "" || strings.HasPrefix(whole, "-") || len(whole) > 4 || whole == "0" {
		return ""
	}
	return whole
}

// earliest and latest are the years between which a contract can be dated: the
// duty to publish is of 2016, and some frameworks are older.
const earliest, latest = 2000, 2099

// readDate reads a date, with or without a time.
func readDate(cell string) (cal.Date, flags) {
	cell = said(cell)
	if cell == "" {
		return cal.Date{}, 0
	}
	day, _, _ := strings.Cut(strings.ReplaceAll(cell, " ", "T"), "T")
	day = zone.ReplaceAllString(day, "$1")
	d, ok := tabular.Date(day)
	if !ok || d.Year() < earliest || d.Year() > latest {
		return cal.Date{}, undated
	}
	return d, 0
}

// zone is what XML writes after a day (2025-02-11+01:00): the day is the one that is written.
var zone = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})$`)

// monthless are the producers whose dates all fell in January, notified and
// published on the same day: the month was lost on the way, and only the year holds.
var monthless = []string{"data.gouv.fr_aife"}

func dated(producer string, notified, published cal.Date) (cal.Date, flags) {
	if slices.Contains(monthless, producer) && notified.Precision() == cal.ByDay && notified == published &&
		notified.First().Month() == 1 {
		return cal.OfYear(notified.Year()), yearOnly
	}
	return notified, 0
}

// readBuyer reads the SIRET of a buyer. A number whose first zeros were lost gets
// them back where the key says so; one with a wrong key is kept as it is, and reported.
func readBuyer(cell string) (string, flags) {
	number := digits(cell)
	if whole, ok := whole(number); ok {
		return whole, 0
	}
	return number, buyerNumber
}

// readHolder reads a holder: the SIREN of a French one, and its name when it is
// that of a legal person.
func readHolder(rule *filter.Rule, kind, number, name, size string) (Holder, flags, bool) {
	kind, number, name = strings.ToUpper(said(kind)), said(number), said(name)
	if number == "" && name == "" {
		return Holder{}, 0, false
	}
	h := Holder{SIREN: sirenOf(kind, number)}
	known, listed := "", false
	if h.SIREN != "" {
		known, listed = rule.Named(h.SIREN)
	}
	size = strings.ToUpper(said(size))
	switch {
	case name != "" && (listed || size == "ETI" || size == "GE" || sirene.NamesLegalPerson(name)):
		h.Name = strings.ReplaceAll(name, "|", "/")
	case listed:
		h.Name = known
	}
	if h.SIREN == "" {
		return h, holderNumber, true
	}
	return h, 0, true
}

// sirenOf gives the SIREN of a holder, from the number of one of its places or
// from its French VAT number.
func sirenOf(kind, number string) string {
	switch kind {
	case "TVA":
		number = strings.ToUpper(strings.Join(strings.Fields(number), ""))
		if rest, french := strings.CutPrefix(number, "FR"); french && len(rest) == 11 && sirene.ValidSIREN(rest[2:]) {
			return rest[2:]
		}
		return ""
	case "", "SIRET", "SIREN":
		if siret, ok := whole(digits(number)); ok {
			return siret[:9]
		}
	}
	return ""
}

// whole gives a SIRET its lost zeros back. A SIREN alone stands for a body too.
func whole(number string) (string, bool) {
	if n := len(number); n > 9 && n < 14 {
		number = strings.Repeat("0", 14-n) + number
	}
	return number, sirene.ValidSIRET(number) || sirene.ValidSIREN(number)
}

// digits takes the digits of a number that went through a spreadsheet.
func digits(cell string) string {
	cell = strings.Join(strings.Fields(said(cell)), "")
	cell = strings.TrimSuffix(cell, ".0")
	if text, ok := tabular.Decimal(cell); ok && strings.ContainsAny(cell, "eE") {
		cell = text
	}
	if strings.Trim(cell, "0123456789") != "" || len(cell) > 14 {
		return ""
	}
	return cell
}

// word folds a value of an enumeration, whose case and accents change with the
// producer: "ACCORD-CADRE" and "Accord-cadre" are accord-cadre.
func word(cell string) string {
	return strings.ReplaceAll(strings.TrimSpace(filter.Words(said(cell))), " ", "-")
}

const frameworkWord, subsequentWord = "accord-cadre", "marche-subsequent"

// ceiling says that the amount of a contract is the ceiling of a framework, and
// not what a contract of it costs.
func ceiling(nature, techniques, framework string) bool {
	return framework == "" && nature != subsequentWord &&
		(nature == frameworkWord || strings.Contains(word(techniques), frameworkWord))
}

// market names a market: the SIRET of its buyer, then the buyer's own number,
// without the characters that do not go through addresses. Some sources state it;
// what does not start with the buyer is another's number.
func market(uid, buyer, id string) string {
	if uid = said(uid); uid != "" && strings.HasPrefix(uid, buyer) {
		return uid
	}
	id = strings.NewReplacer(" ", "_", ",", "_", `\`, "_", ".", "_", "/", "_").Replace(said(id))
	if buyer == "" || id == "" {
		return ""
	}
	return buyer + id
}
