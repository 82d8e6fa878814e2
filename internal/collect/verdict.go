package collect

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/fetch"
	"vigie/internal/value/inert"
	"vigie/internal/value/lang"
)

// Verdict says why the last good rows of a source are kept.
type Verdict struct {
	Code   string    `json:"code"`
	Reason lang.Text `json:"reason"` // the same for the same cause, so that a fault that lasts is written once
	Detail string    `json:"detail,omitempty"`
}

// The closed list of codes besides the faults of package fetch.
const (
	TooFewRows       = "too-few-rows"
	TooManyRows      = "too-many-rows"
	MissingColumns   = "missing-columns"
	UnreadableRows   = "unreadable-rows"
	TooManyGone      = "too-many-gone"
	MovedTooFar      = "moved-too-far"
	OlderEdition     = "older-edition"
	BadDocument      = "bad-document"
	SlowRead         = "slow-read"
	TooManyDocuments = "too-many-documents"
	Off              = "off"         // the source is not visited at present
	NotSaved         = "not-saved"   // no file was saved by hand for it
	NoBytes          = "no-bytes"    // its snapshots are not on this machine
	NoSnapshot       = "no-snapshot" // it was never visited
	Misdeclared      = "misdeclared" // its declaration or its files cannot be used
)

func say(code, fr, en string, values ...any) *Verdict {
	return &Verdict{Code: code, Reason: lang.Text{FR: fmt.Sprintf(fr, values...), EN: fmt.Sprintf(en, values...)}}
}

// faults are the sentences of what package fetch could not bring; %s is the
// address that was asked for.
var faults = map[fetch.Fault]lang.Text{
	fetch.Gone:      {FR: "il n’y a plus rien à l’adresse %s", EN: "there is nothing any more at %s"},
	fetch.Robots:    {FR: "robots.txt interdit de visiter %s", EN: "robots.txt forbids a visit of %s"},
	fetch.Walled:    {FR: "%s est fermé aux robots", EN: "%s is closed to robots"},
	fetch.TimedOut:  {FR: "%s n’a pas répondu à temps", EN: "%s did not answer in time"},
	fetch.TooLarge:  {FR: "%s dépasse la taille permise", EN: "%s is larger than allowed"},
	fetch.CutShort:  {FR: "%s est arrivé incomplet", EN: "%s came incomplete"},
	fetch.WrongType: {FR: "%s n’est pas du type attendu", EN: "%s is not of the type expected"},
	fetch.OffHost: {FR: "%s mène à un site que la source ne déclare pas",
		EN: "%s leads to a site that the source does not declare"},
	fetch.Private:     {FR: "%s mène à une adresse privée", EN: "%s leads to a private address"},
	fetch.Unreachable: {FR: "%s est injoignable", EN: "%s cannot be reached"},
	fetch.Failing:     {FR: "le serveur de %s est en panne", EN: "the server of %s is failing"},
	fetch.Unexpected:  {FR: "%s répond de façon inattendue", EN: "%s answers in an unexpected way"},
	fetch.BadEncoding: {FR: "%s est mal compressé", EN: "%s is badly compressed"},
}

// blame says why a visit failed. The address named is that of the source, never
// one that a redirect led to: it may change at each visit.
func blame(address string, most int, err error) *Verdict {
	if errors.Is(err, errTooMany) {
		return say(TooManyDocuments, "la visite mène à plus de %d documents", "the visit leads to more than %d documents",
			most)
	}
	fault := fetch.FaultOf(err)
	words, known := faults[fault]
	if !known {
		words = faults[fetch.Unexpected]
	}
	v := say(string(fault), words.FR, words.EN, address)
	v.Detail = plain(err.Error())
	return v
}

func badDocument(address string, err error) *Verdict {
	return say(BadDocument, "%s n’est pas ce qu’on attendait (en anglais, le lecteur dit : « %s »)",
		"%s is not what was expected (%s)", address, plain(err.Error()))
}

func tooManyRows(most int) *Verdict {
	return say(TooManyRows, "plus de %d lignes, ce qui n’est pas plausible", "more than %d rows, which is not plausible",
		most)
}

func slowRead(address string, most time.Duration) *Verdict {
	return say(SlowRead, "la lecture de %s a pris plus de %d s", "reading %s took longer than %d s", address,
		int(most.Seconds()))
}

// plain makes of any text one that can stand in a sentence.
func plain(s string) string {
	s = inert.Visible(norm.NFC.String(strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")))
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "…"
	}
	return s
}
