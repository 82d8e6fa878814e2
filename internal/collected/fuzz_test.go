package collected_test

import (
	"testing"
	"testing/fstest"

	"vigie/internal/collected"
)

func FuzzWhatWasCollectedIsReadBackOrRefused(f *testing.F) {
	table, state := madeUp().Encode()
	f.Add(table, state)
	f.Add([]byte("a,b\n\"x"), []byte("source: essai\nstate: good\n"))
	f.Fuzz(func(t *testing.T, table, state []byte) {
		c, found, err := collected.Read(fstest.MapFS{"essai.csv": {Data: table}, "essai.state.yaml": {Data: state}}, ".", "essai")
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			if p.File != "essai.csv" && p.File != "essai.state.yaml" || p.Line < 0 {
				t.Errorf("a problem at %s", p.Place)
			}
		}
		if len(found) > 0 || c == nil {
			return
		}
		if again, more := c.Encode(); string(again) != string(table) || string(more) != string(state) {
			t.Error("what is read without a problem is written otherwise")
		}
	})
}
