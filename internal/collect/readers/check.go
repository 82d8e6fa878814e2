package readers

import (
	"errors"
	"fmt"

	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

// Rule is the name under which mistakes in the key collect of a source are reported;
// those of its recipe bear a name of their own.
const Rule = "collect"

// Check reports what is wrong with how the sources of a corpus say that they are
// collected, each mistake with its line: a run would find it later, and leave the
// source aside.
func Check(c *corpus.Corpus, all []collect.Reader) problem.List {
	var found problem.List
	for _, s := range c.Sources {
		if s.Collect != nil {
			at := func(path string) problem.Place { return c.Place(record.Ref{Kind: record.Sources, ID: s.ID}, path) }
			found = append(found, declared(s, all, at)...)
			found = append(found, yields(c, s, at)...)
		}
	}
	return found
}

// declared reports whether a source can be collected as it says.
func declared(s record.Source, all []collect.Reader, at func(string) problem.Place) problem.List {
	err := Task(s, all).Check()
	if invalid := (*recipe.Invalid)(nil); errors.As(err, &invalid) {
		return recipe.Check(*s.Collect.Recipe, at)
	}
	if wrong := (*collect.Mistake)(nil); errors.As(err, &wrong) {
		return problem.List{mistake(at("collect/"+wrong.Key), "collect/"+wrong.Error(),
			"doc/format.md explains each key of collect")}
	}
	if err != nil {
		return problem.List{mistake(at("collect/reader"), err.Error(),
			"name a reader that exists, or write a recipe: see doc/sources.md")}
	}
	return nil
}

// yields reports a source that yields to one which is never collected.
func yields(c *corpus.Corpus, s record.Source, at func(string) problem.Place) problem.List {
	for _, o := range c.Sources {
		if o.ID != s.Collect.YieldsTo {
			continue
		}
		switch {
		case o.ID == s.ID:
			return problem.List{mistake(at("collect/yields_to"), "a source does not yield to itself",
				"name the source that prevails over it, or remove this line")}
		case o.Collect == nil:
			return problem.List{mistake(at("collect/yields_to"),
				fmt.Sprintf("%s is not collected: there is nothing to compare with", o.ID),
				"name a source that has the key collect, or remove this line")}
		}
	}
	return nil
}

func mistake(at problem.Place, message, hint string) problem.Problem {
	return problem.Problem{Place: at, Severity: problem.Error, Rule: Rule, Message: message, Hint: hint}
}
