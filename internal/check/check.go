// Package check holds the rules that the data must follow, one per file.
package check

import (
	"vigie/internal/cal"
	"vigie/internal/corpus"
	"vigie/internal/problem"
)

// Run applies the rules to a corpus as of one day.
func Run(c *corpus.Corpus, asOf cal.Day) problem.List { return nil }
