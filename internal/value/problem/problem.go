// Package problem says what is wrong in data, prose or templates: where, what
// was found, what was wanted and how to mend it. Problems are collected, never
// thrown: an error stops a run, a problem is reported to the person who can mend it.
package problem

import (
	"cmp"
	"slices"
)

// Severity of a problem.
type Severity string

// Error fails the check; Warning is printed and lets it pass.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Place is a spot in a file. Lines and columns count from one; zero is unknown.
type Place struct {
	File string `json:"file"` // relative to the project, with slashes
	Line int    `json:"line,omitempty"`
	Col  int    `json:"column,omitempty"`
	Len  int    `json:"length,omitempty"` // characters to underline
}

// Problem is one thing that a person should mend.
type Problem struct {
	Place
	Severity Severity `json:"severity"`
	Rule     string   `json:"rule"`    // name of the rule, as on the public page of rules
	Message  string   `json:"message"` // what was found and what was wanted, one sentence
	Hint     string   `json:"hint,omitempty"`

	// Also is where the rest of it stands, when two places do not go together.
	Also []Place `json:"also,omitempty"`
}

// List is a collection of problems.
type List []Problem

// Errors counts the problems that fail a check.
func (l List) Errors() int {
	n := 0
	for _, p := range l {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Sort orders problems by place, then rule, then message.
func (l List) Sort() {
	slices.SortFunc(l, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}
