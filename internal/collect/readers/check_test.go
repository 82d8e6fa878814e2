package readers_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/collect/readers"
	"vigie/internal/corpus"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// checked reports what is wrong with how the made-up list is collected.
func checked(t *testing.T, declared string) problem.List {
	t.Helper()
	c, found, err := corpus.Load(fstest.MapFS{"data/sources/" + listID + ".yaml": {Data: []byte(declared)},
		"data/sources/lue-a-la-main.yaml": {Data: []byte(madeUpList[:strings.Index(madeUpList, "collect:")])}}, "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	return readers.Check(c, goReaders(t))
}

func TestAMistakeInHowASourceIsCollectedIsReportedWithItsLine(t *testing.T) {
	if found := checked(t, madeUpList); len(found) > 0 {
		t.Fatal("the sound source is refused: ", found)
	}
	for name, one := range map[string]struct {
		old, new string
		at       string // what the line that is reported begins with
		want     string
	}{
		"a column taken twice":                        {"from: montant", "from: nom", "      - {name: montant", `collect/recipe/fields[2]/from: two fields come from the column "nom"`},
		"a key that is no field":                      {"key: [code]", "key: [codes]", "    key: [codes]", `no field is named "codes"`},
		"a place of another format":                   {"    format: csv", "    format: csv\n    rows: main li", "    rows: main li", "a CSV file has one table"},
		"a reader beside a recipe":                    {"  media: [text/csv]", "  media: [text/csv]\n  reader: anssi-catalogue", "  reader: anssi-catalogue", "both a reader and a recipe"},
		"a number of bytes that is no":                {"bytes: 1 M", "bytes: a lot", "  limits: {bytes: a lot", "a lot"},
		"a form that the reader does not distinguish": {"gone: 20}", "gone: 20, forms: [{form: law, rows_min: 1, columns: [code]}]}", "  bounds:", `no form "law"`},
		"no second":               {"seconds: 30", "seconds: 0", "  limits: {bytes: 1 M, seconds: 0", "one second at least"},
		"an address that is none": {"[https://liste.example/liste.csv]", "[liste.csv]", "  addresses:", "is not an address"},
		"a source that yields to what is read by hand": {"  media: [text/csv]", "  media: [text/csv]\n  yields_to: lue-a-la-main", "  yields_to:", "is not collected"},
		"a source that yields to itself":               {"  media: [text/csv]", "  media: [text/csv]\n  yields_to: " + listID, "  yields_to:", "itself"},
	} {
		t.Run(name, func(t *testing.T) {
			declared := strings.Replace(madeUpList, one.old, one.new, 1)
			if declared == madeUpList {
				t.Fatalf("the source has no %q", one.old)
			}
			found := checked(t, declared)
			if len(found) != 1 {
				t.Fatalf("gives %v, want one problem", found)
			}
			p, lines := found[0], strings.Split(declared, "\n")
			if p.File != "data/sources/"+listID+".yaml" || p.Line == 0 || !strings.HasPrefix(lines[p.Line-1], one.at) {
				t.Errorf("it is reported at %s:%d, want the line that begins with %q", p.File, p.Line, one.at)
			}
			if !strings.Contains(p.Message, one.want) || p.Hint == "" {
				t.Errorf("reports %s\nhint: %s", p, p.Hint)
			}
		})
	}
}

func TestTheSourcesOfTheProjectCanBeCollected(t *testing.T) {
	c, _, err := corpus.Load(os.DirFS(root), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	if found := readers.Check(c, goReaders(t)); len(found) > 0 {
		t.Error(found)
	}
}
