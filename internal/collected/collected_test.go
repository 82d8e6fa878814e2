package collected_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

var sum = strings.Repeat("0123456789abcdef", 4)

// madeUp is what was collected of a source that does not exist.
func madeUp() *collected.Collected {
	return &collected.Collected{
		Columns: []collected.Column{
			{Name: "decision", Kind: collected.Code, Key: true, Label: lang.Text{FR: "décision", EN: "decision"}},
			{Name: "service", Kind: collected.Text, Title: true, Label: lang.Text{FR: "service", EN: "service"}},
			{Name: "until", Kind: collected.Date, Label: lang.Text{FR: "valable jusqu’au", EN: "valid until"}},
			{Name: "amount", Kind: collected.Number, Label: lang.Text{FR: "montant : « brut »", EN: "amount"}},
			{Name: "open", Kind: collected.Boolean, Label: lang.Text{FR: "ouvert", EN: "open"}},
			{Name: "models", Kind: collected.List, Label: lang.Text{FR: "modèles", EN: "models"}},
		},
		Rows: []collected.Row{
			{Cells: []string{"0012", `Essai, dit "l'Essai" | <b>`, "2026-11-30", "1234.5", "oui", "IaaS|PaaS"}, FirstSeen: day("2026-01-02"), Snapshot: sum, At: "page 63, row 4"},
			{Cells: []string{"2118", "", "2026-11", "", "", ""}, FirstSeen: day("2026-01-02"), GoneSince: day("2026-03-04"), Snapshot: sum, At: ""},
		},
		State: collected.State{Source: "essai", Standing: collected.Doubtful, Since: day("2026-03-05"), Code: "too-few-rows",
			Reason: lang.Text{FR: "2 lignes : il en faut 10 au moins.", EN: `2 rows: "10" at least.` + "\n\u202eevil # : {"},
			Reader: "essai", Version: 3, Under: "0000e123", Edition: cal.MustDate("2026-01"), Unreadable: 2,
			Documents: []collected.Document{{URL: "https://example.org/a?b=1&c=é", SHA256: sum, Read: day("2026-03-04")}},
			Refused:   []collected.Document{{URL: "https://example.org/a", SHA256: sum, Read: day("2026-03-05"), ByHand: true}},
			Ignored:   []collected.Left{{What: "hors du filtre", Count: 1234}},
			Unread:    []collected.Left{{What: "- {nouvelle: colonne} \U000e0001\u0000", Count: 1}}},
	}
}

func day(s string) cal.Day {
	d, err := cal.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func folder(c *collected.Collected) fstest.MapFS {
	table, state := c.Encode()
	return fstest.MapFS{"essai.csv": {Data: table}, "essai.state.yaml": {Data: state}}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	want := madeUp()
	got, found, err := collected.Read(folder(want), ".", "essai")
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b cal.Day) bool { return a == b }), cmp.Comparer(func(a, b cal.Date) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if got.Listed() != 1 || got.Cell(got.Rows[0], "until") != "2026-11-30" || got.Cell(got.Rows[0], "nothing") != "" {
		t.Error("the cells are not reported")
	}
	if sources, err := collected.Sources(folder(want), "."); err != nil || !cmp.Equal(sources, []string{"essai"}) {
		t.Error(sources, err)
	}
}

func TestWhatCollectWouldNotWriteIsRefused(t *testing.T) {
	for name, one := range map[string]struct {
		file, old, new string
		line           int
		want           string
	}{
		"a key that does not exist":      {"essai.state.yaml", "version: 3", "verison: 3", 8, "verison"},
		"a comment":                      {"essai.state.yaml", "version: 3", "version: 3 # three", 8, "not as vigie collect writes it"},
		"a standing that does not exist": {"essai.state.yaml", "state: doubtful", "state: fine", 0, "not in the list"},
		"good with a reason":             {"essai.state.yaml", "state: doubtful", "state: good", 0, "a source that is good"},
		"another source":                 {"essai.state.yaml", "source: essai", "source: autre", 0, `speaks of the source "autre"`},
		"a cut digest":                   {"essai.state.yaml", sum + `"`, sum[1:] + `"`, 0, "not a digest"},
		"a day that does not exist":      {"essai.state.yaml", "since: 2026-03-05", "since: 2026-02-30", 4, ""},
		"a column less":                  {"essai.csv", "amount,", "", 1, "wrong number of fields"},
		"other columns":                  {"essai.csv", "amount,", "sum,", 1, "the state says"},
		"Windows line ends":              {"essai.csv", "\n", "\r\n", 1, "not as vigie collect writes it"},
		"needless quotes":                {"essai.csv", "2118", `"2118"`, 3, "not as vigie collect writes it"},
		"a number in French":             {"essai.csv", "1234.5", `"1234,5"`, 2, "not a number"},
		"a zero at the end":              {"essai.csv", "1234.5", `1234.50`, 2, "not a number"},
		"a key twice":                    {"essai.csv", "2118", "0012", 3, "two rows have the key"},
		"rows out of order":              {"essai.csv", "0012", "9", 3, "not in its place"},
		"a day of a row":                 {"essai.csv", "2026-03-04", "soon", 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			files := folder(madeUp())
			before := string(files[one.file].Data)
			after := strings.Replace(before, one.old, one.new, 1)
			if before == after {
				t.Fatalf("%s holds no %q", one.file, one.old)
			}
			files[one.file].Data = []byte(after)
			c, found, err := collected.Read(files, ".", "essai")
			if err != nil || c != nil || len(found) != 1 {
				t.Fatalf("gives %v, %v, %v; want one problem", c, found, err)
			}
			p := found[0]
			if p.File != one.file || p.Line != one.line || !strings.Contains(p.Message, one.want) || !strings.Contains(p.Hint, "--replay essai") {
				t.Errorf("reports %s\nhint: %s", p, p.Hint)
			}
		})
	}
}

func TestAStateWithoutItsTableIsAProblem(t *testing.T) {
	files := folder(madeUp())
	delete(files, "essai.csv")
	if _, found, err := collected.Read(files, ".", "essai"); err != nil || len(found) != 1 {
		t.Error(found, err)
	}
	if _, _, err := collected.Read(files, ".", "jamais"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestCellsHaveOneForm(t *testing.T) {
	for _, one := range []struct {
		kind     collected.Kind
		in, want string
		refused  bool
	}{
		{collected.Text, " deux\n lignes\u00a0! ", "deux lignes !", false},
		{collected.Text, "a\x00b", "", true},
		{collected.Text, "\xff", "", true},
		{collected.Text, "\ufffe", "", true},
		{collected.Text, "e\u0301te\u0301", "été", false},
		{collected.Code, "\u00c9\u0301", "\u00c9\u0301", false},
		{collected.Text, strings.Repeat("a", 20001), "", true},
		{collected.Number, "12.50", "12.5", false},
		{collected.Number, "12.00", "12", false},
		{collected.Number, "-0.0", "0", false},
		{collected.Number, "012", "", true},
		{collected.Number, "1e9", "", true},
		{collected.Number, "", "", false},
		{collected.Date, "2026-11-30", "2026-11-30", false},
		{collected.Date, "30/11/2026", "", true},
		{collected.Date, "2026-02-30", "", true},
		{collected.Boolean, "oui", "oui", false},
		{collected.Boolean, "true", "", true},
	} {
		got, ok := one.kind.Canonical(one.in)
		if ok == one.refused || ok && got != one.want {
			t.Errorf("%s %q gives %q, %v", one.kind, one.in, got, ok)
		}
	}
}

func TestASourceIsLateAfterItsCadenceAndItsGrace(t *testing.T) {
	s := collected.State{Edition: cal.MustDate("2026-01"), Documents: []collected.Document{{Read: day("2026-02-10")}}}
	for asOf, want := range map[string]bool{"2026-03-05": false, "2026-03-06": true} {
		since, late := s.LateSince(record.Monthly, 5, day(asOf))
		if late != want || since != day("2026-03-06") {
			t.Errorf("on %s: %v since %s", asOf, late, since)
		}
	}
	if _, late := s.LateSince(record.Irregular, 0, day("2030-01-01")); late {
		t.Error("an irregular source is never late")
	}
	if _, late := (collected.State{}).LateSince(record.Daily, 0, day("2030-01-01")); late {
		t.Error("a source that was never read is not late: it is stale")
	}
}

func TestTheLastEditionThatAReaderReadIsFound(t *testing.T) {
	older, newer, undated, other := madeUp(), madeUp(), madeUp(), madeUp()
	older.State.Edition, newer.State.Edition = cal.MustDate("2025"), cal.MustDate("2026")
	undated.State.Edition, undated.State.Documents[0].Read = cal.Date{}, day("2025-06-01")
	other.State.Reader, other.State.Edition = "autre", cal.MustDate("2027")
	if got, ok := collected.LastBy("essai", []*collected.Collected{undated, newer, older, other}); !ok || got != newer {
		t.Errorf("got the edition %s", got.State.Edition)
	}
	if got, _ := collected.LastBy("essai", []*collected.Collected{older, undated}); got != undated {
		t.Error("the day of a visit does not count where documents bear no date")
	}
	if _, ok := collected.LastBy("nobody", []*collected.Collected{older}); ok {
		t.Error("a reader that read nothing was found")
	}
}

func TestReadersSeeAYesInTheirLanguage(t *testing.T) {
	for cell, want := range map[string]lang.Text{"oui": {FR: "oui", EN: "yes"}, "non": {FR: "non", EN: "no"}, "": {}} {
		if got := collected.Boolean.Words(cell); got.FR != want.FR || got.EN != want.EN {
			t.Errorf("%q is %v", cell, got)
		}
	}
	if got := collected.Text.Words("oui").In(lang.EN); got != "oui" {
		t.Errorf("a text of the source became %q", got)
	}
}
