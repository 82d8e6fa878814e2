package check_test

import (
	"os"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// TestTheRealDataPassesForThreeYears checks what is published: no error on any
// day from the newest reading to three years later.
func TestTheRealDataPassesForThreeYears(t *testing.T) {
	read, found, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range found {
		t.Error(inWords(p))
	}
	newest := newestReading(read)
	for days := 0; days <= 3*366; days++ {
		if days > 3 && days%61 != 0 && days != 365 {
			continue
		}
		asOf := newest.AddDays(days)
		for _, p := range french.Run(read, asOf) {
			if p.Severity == problem.Error {
				t.Errorf("as of %s: %s", asOf, inWords(p))
			}
		}
		if t.Failed() {
			return // the same errors on every day show nothing more
		}
	}
}

func TestTheRealDataCoversEveryKind(t *testing.T) {
	read, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range record.Kinds() {
		if k == record.Requests || k == record.Changes {
			continue // none was sent; nothing published has changed yet
		}
		if len(read.IDs(k)) == 0 {
			t.Errorf("there is no record among %s", k)
		}
	}
}
