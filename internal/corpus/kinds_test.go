package corpus_test

import (
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/record/shape"
)

// A kind of record that is added without its type or its place in the corpus would
// compile.
func TestEveryKindOfRecordHasItsTypeAndItsPlace(t *testing.T) {
	taken := map[string]record.Kind{}
	for _, k := range record.Kinds() {
		of := shape.Of(k)
		if of == nil {
			t.Errorf("%s has no Go type: give it one in shape.Of", k)
			continue
		}
		if other, twice := taken[of.Name()]; twice {
			t.Errorf("%s and %s are of one type, %s", k, other, of.Name())
		}
		taken[of.Name()] = k
		if got := new(corpus.Corpus).IDs(k); len(got) != 0 {
			t.Errorf("an empty corpus has %s %v", k, got)
		}
	}
}
