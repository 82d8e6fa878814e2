package budget

import (
	"fmt"
	"strconv"
)

// Of is what a budget counts.
type Of string

// What a budget counts.
const (
	Cells Of = "cells"
	Bytes Of = "bytes"
)

// Spent says that a document takes more than it may.
type Spent struct {
	Of    Of
	Most  int64
	Raise string // how a person can allow more; empty when nobody can
}

// Error gives the limit, and what can be done.
func (e *Spent) Error() string {
	what := fmt.Sprintf("unfolds to more than %s cells", grouped(e.Most))
	if e.Of == Bytes {
		what = fmt.Sprintf("takes more than %s of memory to read", size(e.Most))
	}
	hint := e.Raise
	if hint == "" {
		hint = "this limit is the same for every document: have it in parts, or in a smaller form such as CSV"
	}
	return fmt.Sprintf("the document %s (%s)", what, hint)
}

func size(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return grouped(n) + " bytes"
}

// grouped writes a number with a comma between thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
