package record

import "vigie/internal/value/lang"

// Identifier is a number or a code under which a register knows a body.
type Identifier struct {
	// kind: which number or code it is
	Kind IdentifierKind `yaml:"kind" json:"kind"`
	// value: the number or code, between quotes, with its zeros
	Value string `yaml:"value" json:"value"`
	// source: where it was read, in words
	Source lang.Text `yaml:"source,omitempty" json:"source,omitempty"`
}

// IdentifierKind is a kind of identifier: a word of the vocabulary of identifiers.
type IdentifierKind string

// IdentifierOf gives the identifier of a kind among those of a body, and which of them it
// is; one without a value when the body has none.
func IdentifierOf(all []Identifier, kind IdentifierKind) (Identifier, int) {
	for i, one := range all {
		if one.Kind == kind {
			return one, i
		}
	}
	return Identifier{}, -1
}

// IdentifierCheck is what the numbers of a kind of identifier have to be.
type IdentifierCheck struct {
	// by: how a number is checked
	By NumberCheck `yaml:"by" json:"by"`
	// length: how many digits it has, where digits are counted
	Length int `yaml:"length,omitempty" json:"length,omitempty"`
	// forms: the patterns that it has to fit, where it goes by patterns: one for all bodies, or one for each kind of body
	Forms []IdentifierForm `yaml:"forms,omitempty" json:"forms,omitempty"`
}

// IdentifierForm is a pattern of a code.
type IdentifierForm struct {
	// body: kind of body whose codes have this form; all of them when absent
	Body BodyKind `yaml:"body,omitempty" json:"body,omitempty"`
	// pattern: regular expression (RE2) that the whole code fits
	Pattern string `yaml:"pattern" json:"pattern"`
}

// NumberCheck is a way to check a number.
type NumberCheck string

// The closed list of ways to check a number.
const (
	ByDigits  NumberCheck = "digits"  // digits, as many as its length
	ByLuhn    NumberCheck = "luhn"    // digits, as many as its length, the last of which checks the others (Luhn)
	ByPattern NumberCheck = "pattern" // it fits one of its forms
)

// NumberChecks is the closed list.
func NumberChecks() []NumberCheck { return []NumberCheck{ByDigits, ByLuhn, ByPattern} }

// IdentifierBearer is a kind of record that may bear a kind of identifier, and where its
// table publishes it.
type IdentifierBearer struct {
	// kind: organisations or providers
	Kind Kind `yaml:"kind" json:"kind"`
	// column: name of the column of its table; for ever once it was published
	Column string `yaml:"column" json:"column"`
	// source_column: name of the column that says where it was read; none when absent
	SourceColumn string `yaml:"source_column,omitempty" json:"source_column,omitempty"`
}

// Bearers lists the kinds of records that may bear identifiers.
func Bearers() []Kind { return []Kind{Organisations, Providers} }

// BorneBy gives how a kind of record bears a kind of identifier; false when it does not.
func (w Word) BorneBy(kind Kind) (IdentifierBearer, bool) {
	for _, one := range w.Bearers {
		if one.Kind == kind {
			return one, true
		}
	}
	return IdentifierBearer{}, false
}

// Luhn says that the last of some digits checks the others: from the last, every second
// one counts double, and the sum of all their digits is a multiple of ten. What holds
// anything but digits fails.
func Luhn(digits string) bool {
	total := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i]) - '0'
		if d < 0 || d > 9 {
			return false
		}
		if i%2 == 1 {
			d = 2*d/10 + 2*d%10
		}
		total += d
	}
	return digits != "" && total%10 == 0
}
