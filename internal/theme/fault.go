package theme

import (
	"fmt"
	"regexp"
	"strconv"

	"vigie/internal/value/problem"
)

// Fault is what a person should mend in a theme: a template that is not well
// written, or that asks for what its page does not have; a word that lacks.
type Fault struct {
	problem.Place
	Message string
}

func (f *Fault) Error() string {
	at := f.File
	if f.Line > 0 {
		at += fmt.Sprintf(":%d", f.Line)
	}
	if f.Col > 0 {
		at += fmt.Sprintf(":%d", f.Col)
	}
	return at + ": " + f.Message
}

// Problem is the fault as the other faults of a project are printed.
func (f *Fault) Problem() problem.Problem {
	return problem.Problem{Place: f.Place, Severity: problem.Error, Rule: "theme", Message: f.Message,
		Hint: "mend the theme; a file of an own theme can be removed: that of the base theme then shows"}
}

// inTemplate is where the template engine says that something is wrong:
// "html/template:page:12:4: …", or "template: page:12: …".
var inTemplate = regexp.MustCompile(`^(?:html/)?template: ?([A-Za-z0-9_-]+):(\d+)(?::(\d+))?: (?s)(.*)$`)

// fault says in which file of which theme a template went wrong.
func (th *Theme) fault(err error) error {
	m := inTemplate.FindStringSubmatch(err.Error())
	if m == nil {
		return fmt.Errorf("theme: %w", err)
	}
	f := &Fault{Place: problem.Place{File: th.from["templates/"+m[1]+".html"]}, Message: m[4]}
	f.Line, _ = strconv.Atoi(m[2])
	f.Col, _ = strconv.Atoi(m[3])
	return f
}
