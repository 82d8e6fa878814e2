// Package audit reads an audit of accessibility: the criteria of a standard, the state of each, and how it
// was checked. The statement of a site is computed from it, and claims no more than it proves.
//
//	read, problems, err := audit.Load(os.DirFS("."), "doc/audit-rgaa.yaml")
//	read.Count(audit.Conform) // criteria that hold on the pages that were looked at
//	read.Level()              // what the site may call itself
//
// The standard, its version, its themes and its criteria are data. Promises: pure; strict reading, with line
// and column; a state that is claimed has a check, and a check is of a closed list of kinds.
package audit

import (
	"slices"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// State is what became of a criterion.
type State string

// The closed list of states.
const (
	Conform       State = "conform"
	NotConform    State = "not-conform"
	NotApplicable State = "not-applicable" // nothing on the pages is what the criterion is about
	NotTested     State = "not-tested"
)

// States are all of them, in the order in which they are shown.
func States() []State { return []State{Conform, NotConform, NotApplicable, NotTested} }

// Kind is by what a criterion was checked.
type Kind string

// The closed list of kinds of checks.
const (
	ByTest   Kind = "test"   // a test of the program, by its name
	ByTool   Kind = "tool"   // a program of somebody else, with its version and its rule
	ByReader Kind = "reader" // a person or a program that read pages, on a day
)

// Kinds are all of them.
func Kinds() []Kind { return []Kind{ByTest, ByTool, ByReader} }

// Audit is what a file holds.
type Audit struct {
	Standard string // RGAA
	Version  string
	Address  string
	Whole    bool   // every criterion was checked on every page of the sample, as the standard asks
	Sample   []Page // pages that readers looked at, among others of their kind
	Themes   []Theme
}

// Page is a page of the site, by its key, and where the audit names it.
type Page struct {
	Key string
	At  problem.Place
}

// Unknown are the problems of the pages of the sample that the site does not have.
func (a *Audit) Unknown(has func(key string) bool) problem.List {
	var out problem.List
	if a == nil {
		return nil
	}
	for _, p := range a.Sample {
		if !has(p.Key) {
			out = append(out, problem.Problem{Place: p.At, Severity: problem.Error, Rule: RuleName,
				Message: "the sample names the page " + p.Key + ", which the site does not have",
				Hint:    "the key of a page of content/, or of one that the program makes"})
		}
	}
	return out
}

// Theme is a chapter of the standard.
type Theme struct {
	Number   string
	Title    lang.Text
	Criteria []Criterion
}

// Criterion is one thing that the standard asks.
type Criterion struct {
	Number string // 1.1
	Title  lang.Text
	State  State
	Checks []Check
	Note   lang.Text
}

// Check is how a state was found.
type Check struct {
	By   Kind
	With string // name of the test; tool, version and rule; day of the reading
}

// Criteria are those of all themes.
func (a *Audit) Criteria() []Criterion {
	var out []Criterion
	for _, t := range a.Themes {
		out = append(out, t.Criteria...)
	}
	return out
}

// Count is how many criteria are in a state.
func (a *Audit) Count(s State) int { return count(a.Criteria(), s) }

// Count is how many criteria of the theme are in a state.
func (t Theme) Count(s State) int { return count(t.Criteria, s) }

func count(all []Criterion, s State) int {
	n := 0
	for _, c := range all {
		if c.State == s {
			n++
		}
	}
	return n
}

// Level is what a site may call itself.
type Level string

// The closed list of levels. Without an audit, or with one that is not whole, nothing may be claimed.
const (
	None    Level = "none"
	Not     Level = "not"     // fewer than half of what applies holds
	Partial Level = "partial" // at least half
	Full    Level = "full"    // all of it
)

// Levels are all of them.
func Levels() []Level { return []Level{None, Not, Partial, Full} }

// Level is that of the audit; nil is no audit.
func (a *Audit) Level() Level {
	if a == nil || !a.Whole {
		return None
	}
	holds, fails := a.Count(Conform), a.Count(NotConform)
	switch {
	case fails == 0:
		return Full
	case holds >= fails:
		return Partial
	}
	return Not
}

func known[S ~string](list []S, word string) bool { return slices.Contains(list, S(word)) }
