package audit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// RuleName is the name under which problems of an audit are reported.
const RuleName = "accessibility-audit"

var (
	testName = regexp.MustCompile(`^Test[A-Z][A-Za-z0-9]*$`)
	versions = regexp.MustCompile(`\d+\.\d+`)
)

// Load reads an audit. With problems there is none; the error is about the file system alone.
func Load(project fs.FS, file string) (*Audit, problem.List, error) {
	r := &reading{file: file}
	content, err := fs.ReadFile(project, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.report(nil, "write it, or set accessibility.audit to none", "the settings name this file, and it is not there")
		return nil, r.found, nil
	case err != nil:
		return nil, nil, fmt.Errorf("reading the audit of accessibility: %w", err)
	}
	a := &Audit{}
	if root := r.parse(content); root != nil {
		r.audit(root, a)
	}
	if len(r.found) > 0 {
		r.found.Sort()
		return nil, r.found, nil
	}
	return a, nil, nil
}

// reading collects what is wrong with a file.
type reading struct {
	file  string
	found problem.List
}

func (r *reading) report(n *yaml.Node, hint, message string, values ...any) {
	r.found = append(r.found, problem.Problem{Place: r.at(n), Severity: problem.Error, Rule: RuleName,
		Message: fmt.Sprintf(message, values...), Hint: hint})
}

func (r *reading) at(n *yaml.Node) problem.Place {
	if n == nil {
		return problem.Place{File: r.file, Line: 1, Col: 1}
	}
	return problem.Place{File: r.file, Line: n.Line, Col: n.Column, Len: len([]rune(n.Value))}
}

func (r *reading) parse(content []byte) *yaml.Node {
	if fault := tree.TooLarge(r.file, int64(len(content))); fault != nil {
		r.report(nil, fault.Mend, "%s", fault.What)
		return nil
	}
	var document yaml.Node
	loader, err := yaml.NewLoader(bytes.NewReader(content))
	if err == nil {
		err = loader.Load(&document)
	}
	var fault *yaml.LoadError
	switch {
	case errors.Is(err, io.EOF) || err == nil && len(document.Content) == 0:
		r.report(nil, "", "the file is empty")
		return nil
	case errors.As(err, &fault):
		r.report(&yaml.Node{Line: fault.Mark.Line, Column: fault.Mark.Column}, "", "%s", fault.Message)
		return nil
	case err != nil:
		r.report(nil, "", "%v", err)
		return nil
	}
	return document.Content[0]
}

func (r *reading) audit(root *yaml.Node, a *Audit) {
	var criteria *yaml.Node
	r.keys(root, "an audit", "", map[string]func(*yaml.Node){
		"standard": func(n *yaml.Node) { a.Standard = r.text(n) },
		"version":  func(n *yaml.Node) { a.Version = r.text(n) },
		"address":  func(n *yaml.Node) { a.Address = r.address(n) },
		"whole":    func(n *yaml.Node) { a.Whole = r.yes(n) },
		"pages": func(n *yaml.Node) {
			r.each(n, func(n *yaml.Node) { a.Sample = append(a.Sample, Page{r.text(n), r.at(n)}) })
		},
		"criteria": func(n *yaml.Node) { criteria = n },
		"themes": func(n *yaml.Node) {
			r.each(n, func(n *yaml.Node) { a.Themes = append(a.Themes, r.theme(n, len(a.Themes)+1)) })
		},
	})
	if criteria != nil {
		if wanted, err := strconv.Atoi(criteria.Value); err != nil || wanted != len(a.Criteria()) {
			r.report(criteria, "every criterion of the standard has its line, tested or not",
				"the standard has %q criteria, and %d stand here", criteria.Value, len(a.Criteria()))
		}
	}
	if left := a.Count(NotTested); a.Whole && left > 0 {
		r.report(root, "whole: false", "the audit is called whole, and %d criteria were not tested", left)
	}
}

func (r *reading) theme(n *yaml.Node, place int) Theme {
	t := Theme{}
	r.keys(n, "a theme", "", map[string]func(*yaml.Node){
		"number": func(n *yaml.Node) { t.Number = r.inTurn(n, strconv.Itoa(place)) },
		"title":  func(n *yaml.Node) { t.Title = r.both(n) },
		"criteria": func(n *yaml.Node) {
			r.each(n, func(n *yaml.Node) {
				t.Criteria = append(t.Criteria, r.criterion(n, fmt.Sprintf("%d.%d", place, len(t.Criteria)+1)))
			})
		},
	})
	return t
}

func (r *reading) criterion(n *yaml.Node, number string) Criterion {
	c := Criterion{}
	var state *yaml.Node
	r.keys(n, "a criterion", "checks note", map[string]func(*yaml.Node){
		"number": func(n *yaml.Node) { c.Number = r.inTurn(n, number) },
		"title":  func(n *yaml.Node) { c.Title = r.both(n) },
		"state":  func(n *yaml.Node) { state, c.State = n, State(r.oneOf(n, words(States()))) },
		"checks": func(n *yaml.Node) { r.each(n, func(n *yaml.Node) { c.Checks = append(c.Checks, r.check(n)) }) },
		"note":   func(n *yaml.Node) { c.Note = r.both(n) },
	})
	if state == nil || !known(States(), state.Value) {
		return c
	}
	claimed := c.State != NotTested
	switch {
	case claimed && len(c.Checks) == 0:
		r.report(state, "add checks, or write not-tested", "%s is %s, and nothing says how that was found", c.Number, c.State)
	case !claimed && len(c.Checks) > 0:
		r.report(state, "give the state that the checks found, or take them away", "%s is not tested, and has checks",
			c.Number)
	case (c.State == NotConform || c.State == NotApplicable) && c.Note.FR == "":
		r.report(state, "add a note: what is amiss, or what the pages do not have", "%s is %s without a note", c.Number,
			c.State)
	}
	return c
}

func (r *reading) check(n *yaml.Node) Check {
	c := Check{}
	of := map[string]func(*yaml.Node){}
	for _, k := range Kinds() {
		of[string(k)] = func(n *yaml.Node) { c = Check{k, r.text(n)}; r.sound(n, c) }
	}
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 {
		r.report(n, "{test: TestName}, {tool: name 1.2 rule} or {reader: 2026-11-30}", "a check has one key")
		return c
	}
	r.keys(n, "a check", strings.Join(words(Kinds()), " "), of)
	return c
}

// sound reports a check that nobody could make again.
func (r *reading) sound(n *yaml.Node, c Check) {
	switch c.By {
	case ByTest:
		if !testName.MatchString(c.With) {
			r.report(n, "TestTheSiteAsAReaderMeetsIt", "%q is no name of a test", c.With)
		}
	case ByTool:
		if !versions.MatchString(c.With) {
			r.report(n, "axe-core 4.11 image-alt", "the tool %q has no version", c.With)
		}
	case ByReader:
		if _, err := cal.ParseDay(c.With); err != nil {
			r.report(n, "2026-11-30", "the day of a reading is no day: %q", c.With)
		}
	}
}
