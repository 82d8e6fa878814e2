// Package check holds the rules that the data must follow, one per file. A rule
// is data: a name, a severity, what it asks and why in both languages, an
// example that trips it and one that does not. The public page of rules is made
// from the list, and the tests try each rule on its own examples.
//
//	problems := added.Run(read, asOf) // read is what corpus.Load gave; added, what a country adds
//
// Rules see the corpus and not the dataset (doc/decisions says why): what they
// report must point at a line and a column, and be reported for records whose links
// are wrong.
//
// Promises:
//   - All the problems are reported, in the order of files and lines.
//   - Time passing makes no error. What time changes (expired, late, missed) is
//     computed elsewhere and is never a fault; a rule about days compares days
//     that are written, and the day of reference only with the newest of them.
//
// To add a rule: one file with its Rule, one line in the list of rules.go; what needs to
// know a country goes to the folder of that country.
package check

import (
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Rule is one thing that data must be or not be.
type Rule struct {
	Name     string           // kebab-case, for ever: it is an address
	Severity problem.Severity // an Error fails the check, a Warning is printed
	Title    lang.Text        // what it asks
	Why      lang.Text        // why it is asked
	Wrong    string           // YAML files that trip it, each after a line "# data/…yaml"
	Right    string           // the same, mended

	// Check says what is wrong. Rules of form have none: package corpus
	// applies them while it reads.
	Check func(s *Subject, report Report)

	After string // of a rule that a country adds: the one that it stands after; the last when empty
}

// Report adds one problem: in which record, at which of its keys, what is
// wrong, and what to do about it; also is where the rest of it stands, when two
// places do not go together.
type Report func(in record.Ref, path, message, hint string, also ...Spot)

// Spot is a key of a record.
type Spot struct {
	In   record.Ref
	Path string
}

// apply applies rules to what was read.
func apply(rules []Rule, s *Subject) problem.List {
	var found problem.List
	for _, r := range rules {
		if r.Check == nil {
			continue
		}
		r.Check(s, func(in record.Ref, path, message, hint string, also ...Spot) {
			at := s.Place(in, path)
			if at.Line == 0 {
				return // the file could not be read at all, and was reported
			}
			p := problem.Problem{Place: at, Severity: r.Severity, Rule: r.Name, Message: message, Hint: hint}
			for _, other := range also {
				p.Also = append(p.Also, s.Place(other.In, other.Path))
			}
			found = append(found, p)
		})
	}
	found.Sort()
	return found
}

// both writes a text in the two languages.
func both(fr, en string) lang.Text { return lang.Text{FR: fr, EN: en} }
