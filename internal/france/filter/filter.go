// Package filter says which public contracts are about the cloud. No code of the
// common procurement vocabulary (CPV) is specific to it, so the rule is data that
// anyone can read, dispute and change, data/filters/cloud.yaml:
//
//	CPV of the core list
//	or CPV of the wide list, and a keyword in the object
//	or a holder of the list of suppliers
//
// What a rule leaves out is counted by reason, and the counts are published beside
// what it takes: a filter that hides nothing is one whose reach can be judged.
//
//	rule, problems, err := filter.Load(os.DirFS("data"), filter.File)
//	judge := rule.Judge()
//	verdict := judge.Of(rule.Class([]byte("72415000-2")), []byte("Hébergement du site"), false)
//	verdict.Taken // true, for its CPV
//
// Promises: pure; strict reading with positions; judging a row of a large file
// allocates nothing.
package filter

import (
	"bytes"

	"vigie/internal/value/lang"
)

// File is where the cloud filter stands, within data/.
const File = "filters/cloud.yaml"

// Rule is a filter as it is declared.
type Rule struct {
	Title     lang.Text
	Method    lang.Text
	Core      []string   // CPV that are enough
	Wide      []string   // CPV that want a keyword besides
	Keywords  []string   // start of a word of the folded object
	Alone     []string   // keywords that are enough where no CPV is given
	Except    []string   // phrases in which a keyword does not count
	Suppliers []Supplier // companies whose business it is
	Digest    string     // of all that: another digest is another rule

	written   []byte
	classes   map[code]Class
	suppliers map[string]bool
	keywords  starts
	alone     starts
	except    [][]byte
}

// Supplier is a company all of whose contracts are taken.
type Supplier struct {
	SIREN string
	Name  string
	Read  lang.Text // where its number was read
}

// Class is where a CPV stands in a rule.
type Class uint8

// From the weakest to the strongest.
const (
	Unclassed Class = iota // no CPV, or none that can be read
	Outside                // of neither list
	Wide
	Core
)

// Verdict says whether something is taken, and why; Why is one of the reasons.
type Verdict struct {
	Taken bool
	Why   string
}

// The closed list of reasons to take.
const (
	ByCore     = "cpv-core"
	ByWide     = "cpv-wide-keyword"
	BySupplier = "supplier"
	ByKeyword  = "keyword-alone"
)

// The closed list of reasons to leave out, as they are counted among what a reader
// ignored.
const (
	NotListed    = "filter: cpv-outside"
	KeywordOnly  = "filter: cpv-outside-keyword" // it speaks of the cloud, and its CPV is of neither list
	WideOnly     = "filter: cpv-wide-no-keyword"
	NoCPV        = "filter: no-cpv"
	NoCPVKeyword = "filter: no-cpv-keyword"
)

// Taking lists the reasons to take, in the order in which they are looked at.
func Taking() []string { return []string{ByCore, ByWide, BySupplier, ByKeyword} }

// Leaving lists the reasons to leave out.
func Leaving() []string {
	return []string{NotListed, KeywordOnly, WideOnly, NoCPV, NoCPVKeyword}
}

// Written is the filter as people wrote it, comments included.
func (r *Rule) Written() []byte { return bytes.Clone(r.written) }

// Class is the strongest class of some CPV, as they are written.
func (r *Rule) Class(cpv ...[]byte) Class {
	strongest := Unclassed
	for _, raw := range cpv {
		c, ok := read(raw)
		if !ok {
			continue
		}
		strongest = max(strongest, Outside, r.classes[c])
	}
	return strongest
}

// Supplier says whether a SIREN, or the SIRET of one of its places, is listed.
func (r *Rule) Supplier(number []byte) bool {
	return len(number) >= 9 && r.suppliers[string(number[:9])]
}

// Named gives the name of a listed supplier.
func (r *Rule) Named(siren string) (string, bool) {
	for _, s := range r.Suppliers {
		if s.SIREN == siren {
			return s.Name, true
		}
	}
	return "", false
}

// Judge judges one thing after the other; it is not for several goroutines.
type Judge struct {
	rule *Rule
	text []byte // the object at hand, folded
}

// Judge gives a judge of its own to whoever reads.
func (r *Rule) Judge() *Judge { return &Judge{rule: r} }

// Of judges a contract or a notice by the class of its CPV, its object and
// whether one of its holders is a listed supplier.
func (j *Judge) Of(class Class, object []byte, supplier bool) Verdict {
	switch {
	case class == Core:
		return Verdict{true, ByCore}
	case class == Wide && j.mentions(object, &j.rule.keywords):
		return Verdict{true, ByWide}
	case supplier:
		return Verdict{true, BySupplier}
	case class == Wide:
		return Verdict{false, WideOnly}
	case class == Outside && j.mentions(object, &j.rule.keywords):
		return Verdict{false, KeywordOnly}
	case class == Outside:
		return Verdict{false, NotListed}
	case j.mentions(object, &j.rule.alone):
		return Verdict{true, ByKeyword}
	case j.mentions(object, &j.rule.keywords):
		return Verdict{false, NoCPVKeyword}
	}
	return Verdict{false, NoCPV}
}

func (j *Judge) mentions(object []byte, keywords *starts) bool {
	j.text = appendWords(j.text[:0], object)
	in := keywords.in
	if bytes.Contains(j.text, lost) {
		in = keywords.inDamaged
	}
	if !in(j.text) {
		return false
	}
	for _, phrase := range j.rule.except {
		j.text = without(j.text, phrase)
	}
	return in(j.text)
}

// starts are keywords by the letter that they start with, after the space before a
// word.
type starts [256][][]byte

func startsOf(words []string) (out starts) {
	for _, w := range words {
		out[w[0]] = append(out[w[0]], []byte(" "+w))
	}
	return out
}

// in says whether a word of a folded text starts with a keyword.
func (s *starts) in(text []byte) bool {
	for len(text) > 1 {
		for _, k := range s[text[1]] {
			if bytes.HasPrefix(text, k) {
				return true
			}
		}
		text = text[1+bytes.IndexByte(text[1:], ' '):]
	}
	return false
}

// ready prepares a rule for judging.
func (r *Rule) ready() {
	r.classes, r.suppliers = map[code]Class{}, map[string]bool{}
	for _, c := range r.Wide {
		r.classes[code([]byte(c))] = Wide
	}
	for _, c := range r.Core {
		r.classes[code([]byte(c))] = Core
	}
	for _, s := range r.Suppliers {
		r.suppliers[s.SIREN] = true
	}
	r.keywords, r.alone = startsOf(r.Keywords), startsOf(r.Alone)
	for _, e := range r.Except {
		r.except = append(r.except, []byte(" "+e+" "))
	}
}
