package decp

import (
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// Contract is what one row of a source says of a market: of one of its holders, of
// one of its modifications. An empty field says nothing.
type Contract struct {
	UID          string // SIRET of the buyer and its own number of the market: the market, for ever
	Buyer        string // SIRET
	BuyerName    string
	BuyerKind    string
	Object       string
	CPV          string // eight digits
	Nature       string // folded: accord-cadre, marche, marche-subsequent…
	Procedure    string // folded
	Framework    string // the buyer's number of the framework that it is a contract of
	Ceiling      bool   // the amount is the ceiling of a framework
	Amount       Amount // before tax
	Months       string
	Notified     cal.Date
	Published    cal.Date
	Modification int  // 0 for the contract as it was signed
	Current      bool // the source says that the row gives the present state
	Holders      []Holder
	Producer     string
	Why          string // reason for which the filter takes it
	Flags        flags
	Doc          int
	At           string
}

// weight is how many bytes a contract keeps.
func (c Contract) weight() int {
	const itself, holder = 480, 40
	n := itself + len(c.UID) + len(c.BuyerName) + len(c.Object) + len(c.Framework) + len(c.Producer) + len(c.Procedure)
	for _, h := range c.Holders {
		n += holder + len(h.Name)
	}
	return n
}

// Amount is an amount, or that there should be one.
type Amount struct {
	Value quantity.Decimal
	Given bool // a modification that does not change it does not state it
	Sound bool // it is a number that can be one
}

// Holder is a company that holds a contract.
type Holder struct {
	SIREN string // empty when its number is not French, or wrong
	Name  string // of a legal person only
}

// flags are the reservations on a row or a market.
type flags uint16

const (
	symbolic     flags = 1 << iota // amount of one euro or less
	billion                        // amount of a billion or more
	unsound                        // amount that cannot be one
	differ                         // two amounts for the same state of the market
	yearOnly                       // the producer lost the month
	undated                        // date that cannot be one
	padded                         // CPV whose first zero was lost
	buyerNumber                    // SIRET of the buyer with a wrong key
	holderNumber                   // holder without a sound French number
	anomaly                        // the source itself doubts the amount
	damaged                        // letters of the object or of the buyer's name are lost
	alike                          // another market is alike in all but its number
	flagCount    = iota
)

// flagNames are the words of the column, in the order of the flags.
var flagNames = [flagCount]string{"montant-symbolique", "montant-milliard", "montant-illisible", "montants-divergents",
	"annee-seule", "date-illisible", "cpv-complete", "siret-acheteur-faux", "titulaire-sans-siren", "anomalie-signalee",
	"texte-abime", "doublon-possible"}

func (f flags) names() (out []string) {
	for i, name := range flagNames {
		if f&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	return out
}
