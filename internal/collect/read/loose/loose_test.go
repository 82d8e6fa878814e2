package loose_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/loose"
)

var limits = loose.Limits{Bytes: 1 << 20, Depth: 40}

func parse(t *testing.T, text string) loose.Node {
	t.Helper()
	n, err := loose.Parse(strings.NewReader(text), limits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOneAndManyReadAlike(t *testing.T) {
	for name, text := range map[string]string{
		"an object":               `{"lot": {"cpv": "1"}}`,
		"a list of one":           `{"lot": [{"cpv": "1"}]}`,
		"a text with attributes":  `{"lot": {"cpv": {"@listName": "cpv", "#text": "1"}}}`,
		"a number":                `{"lot": {"cpv": 1}}`,
		"lists in lists":          `{"lot": [[[{"cpv": [["1"]]}]]]}`,
		"an object and a nothing": `{"lot": [null, {"cpv": "1"}, {"cpv": null}, "lot", []]}`,
		"a member given twice":    `{"lot": {"cpv": "0", "cpv": "1"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			if got := parse(t, text).Texts("lot/cpv"); !cmp.Equal(got, []string{"1"}) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestPathsGoAnywhere(t *testing.T) {
	n := parse(t, `{"a": {"x": {"c": "1"}, "y": [{"c": "2"}, {"d": {"c": {"#text": "3"}}}]}, "c": "4"}`)
	for path, want := range map[string][]string{
		"c": {"4"}, "a/*/c": {"1", "2"}, "**/c": {"4", "1", "2", "3"}, "a/**/c": {"1", "2", "3"}, "a/y/d/c": {"3"},
		"nothing/c": nil, "c/c": nil, "a/**/d/**/c": {"3"},
	} {
		if got := n.Texts(path); !cmp.Equal(got, want) {
			t.Errorf("%s gives %q, want %q", path, got, want)
		}
	}
	if !n.First("nothing").IsZero() || !n.First("a").IsObject() || n.First("a").Text() != "" {
		t.Error("what is not there is not the zero node")
	}
	if got := n.Names(); !cmp.Equal(got, []string{"a", "c"}) {
		t.Errorf("the members are %q", got)
	}
}

func TestValuesKeepTheirDigits(t *testing.T) {
	n := parse(t, `{"v": [12311111111, 1.0e17, 0.10, true, false, " é ", "a\"b\\", NaN, {"w": NaN}, "NaN", "\"NaN"]}`)
	want := []string{"12311111111", "1.0e17", "0.10", "true", "false", "é", `a"b\`, "NaN", `"NaN`}
	if got := n.Texts("v"); !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

func TestRecordsAreFoundWhereverTheyAre(t *testing.T) {
	for name, c := range map[string]struct{ text, around string }{
		"a list":                          {`[{"id": 1}, {"id": 2}]`, ""},
		"a member":                        {`{"total": 2, "results": [{"id": 1}, {"id": 2}], "links": {"next": null}}`, "total links"},
		"a member of a member":            {`{"marches": {"marche": [{"id": 1}, {"id": 2}]}}`, ""},
		"one record instead of a list":    {`{"marches": {"marche": {"id": 1}}, "results": {"id": 2}}`, ""},
		"two lists":                       {`{"marches": {"marche": [{"id": 1}], "other": [{"id": 9}]}, "results": [{"id": 2}]}`, ""},
		"nothing besides where it may be": {`{"marches": null, "results": [{"id": 1}, {"id": 2}], "marche": ""}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			around, err := loose.Records(iotest.OneByteReader(strings.NewReader(c.text)), limits, []string{"results", "marches", "marche"},
				func(i int, record loose.Node) error {
					got = append(got, fmt.Sprintf("%d:%s", i, record.First("id").Text()))
					return nil
				})
			if err != nil || !cmp.Equal(got, []string{"0:1", "1:2"}) {
				t.Errorf("got %q, %v", got, err)
			}
			if names := strings.Join(around.Names(), " "); names != c.around {
				t.Errorf("around stand %q", names)
			}
		})
	}
}

func TestADocumentThatIsNotSoundIsAnError(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a text": `"a"`, "a list that does not end": `[{"id": 1}`, "an object that does not end": `{"results": [{"id": 1}]`,
		"something after the end": `[] []`, "no JSON": `<html>`, "a wrong word": `[Nothing]`, "a NaN that is longer": `[NaNa]`,
		"a record that breaks off": `[{"id": 1}, {"id": `, "commas": `[{"id": 1,}]`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := loose.Records(strings.NewReader(text), limits, nil, func(int, loose.Node) error { return nil }); err == nil {
				t.Error("it is read")
			}
		})
	}
	stop := errors.New("stop")
	if _, err := loose.Records(strings.NewReader(`[1, 2]`), limits, nil, func(int, loose.Node) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("the error of the visit is %v", err)
	}
}

func TestNothingIsReadWithoutBounds(t *testing.T) {
	few := loose.Limits{Bytes: 1 << 20, Depth: 40}
	none := func(int, loose.Node) error { return nil }
	endless := func(unit string) io.Reader { return &repeated{unit: unit} }
	for name, c := range map[string]struct {
		from io.Reader
		want error
	}{
		"a depth without end":           {endless("["), loose.ErrTooDeep},
		"objects within objects":        {endless(`{"a":`), loose.ErrTooDeep},
		"a record without end":          {io.MultiReader(strings.NewReader(`[[`), endless(`"a long text that goes on and on",`)), loose.ErrTooLong},
		"more values than a record has": {io.MultiReader(strings.NewReader(`[[`), endless(`1,`)), loose.ErrTooMany},
		"a text without end":            {io.MultiReader(strings.NewReader(`["`), endless("a")), loose.ErrTooLong},
		"blanks without end":            {endless(" "), loose.ErrTooLong},
		"members around, without end":   {io.MultiReader(strings.NewReader(`{`), endless(`"a":1,`)), loose.ErrTooLong},
		"lists of records within lists": {io.MultiReader(strings.NewReader(`{"r":`), endless(`{"r":`)), loose.ErrTooDeep},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := loose.Records(c.from, few, []string{"r"}, none); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	t.Run("many records are no long record", func(t *testing.T) {
		n := 0
		_, err := loose.Records(io.MultiReader(strings.NewReader("["), io.LimitReader(endless(`{"a":1},`), 2<<20), strings.NewReader("1]")), few, nil,
			func(int, loose.Node) error { n++; return nil })
		if err != nil || n != 1<<18+1 {
			t.Errorf("%d records, %v", n, err)
		}
	})
}

// repeated is a text without end.
type repeated struct {
	unit string
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.unit[r.at]
		r.at = (r.at + 1) % len(r.unit)
	}
	return len(p), nil
}

func FuzzAnyDocumentIsReadOrRefused(f *testing.F) {
	for _, seed := range []string{`[{"a": NaN}]`, `{"marches": {"marche": [{"id": "1", "x": [[1]]}]}}`, `"\u00e9\ud800"`, `{"#text": {"#text": 1}}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := loose.Parse(strings.NewReader(text), limits)
		if err == nil {
			n.Texts("**/a", "*/b", "**")
		}
		_, _ = loose.Records(strings.NewReader(text), limits, []string{"marches", "marche"}, func(_ int, n loose.Node) error {
			n.Texts("**")
			return nil
		})
	})
}
