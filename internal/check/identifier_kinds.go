package check

import (
	"fmt"
	"regexp"

	"vigie/internal/record"
)

// columnName is what a published column may be called.
var columnName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// checkIdentifierKinds checks the list of identifiers: each names a check with what the
// check needs, and the columns in which it is published.
func checkIdentifierKinds(v record.Vocabulary, report Report) {
	in, columns := ref(record.Vocabularies, v.ID), map[string]string{}
	for i, w := range v.Words {
		at := fmt.Sprintf("words/%d", i)
		if w.Check == nil {
			report(in, at, fmt.Sprintf("nothing says how %s is checked", w.ID),
				"add check: {by: digits, length: …}, {by: luhn, length: …} or {by: pattern, forms: […]}")
		} else {
			checkNumberCheck(in, at+"/check", *w.Check, report)
		}
		if len(w.Bearers) == 0 {
			report(in, at, fmt.Sprintf("no record bears %s", w.ID), "add borne_by: with a kind of record and its column")
		}
		for j, b := range w.Bearers {
			path := fmt.Sprintf("%s/borne_by/%d", at, j)
			for _, c := range []struct{ key, name string }{{"column", b.Column}, {"source_column", b.SourceColumn}} {
				if c.name == "" {
					continue
				}
				if !columnName.MatchString(c.name) {
					report(in, path+"/"+c.key, fmt.Sprintf("%q cannot be the name of a column", c.name), "small letters, digits and _")
				}
				if other, taken := columns[string(b.Kind)+" "+c.name]; taken {
					report(in, path+"/"+c.key, fmt.Sprintf("the column %s of %s is already that of %s", c.name, b.Kind, other), "")
				}
				columns[string(b.Kind)+" "+c.name] = w.ID
			}
		}
	}
}

func checkNumberCheck(in record.Ref, at string, c record.IdentifierCheck, report Report) {
	byPattern := c.By == record.ByPattern
	switch {
	case byPattern && len(c.Forms) == 0:
		report(in, at, "the check goes by patterns, and there is none", "add forms: [{pattern: …}]")
	case byPattern && c.Length != 0:
		report(in, at+"/length", "a check that goes by patterns counts no digits", "take length: away")
	case !byPattern && c.Length <= 0:
		report(in, at, "nothing says how many digits there are", "add length:")
	case !byPattern && len(c.Forms) > 0:
		report(in, at+"/forms", fmt.Sprintf("the check %q takes no forms", c.By), "write by: pattern, or take forms: away")
	}
	for i, f := range c.Forms {
		if _, err := wholly(f.Pattern); err != nil {
			report(in, fmt.Sprintf("%s/forms/%d/pattern", at, i), fmt.Sprintf("this is no regular expression: %v", err), "")
		}
	}
}
