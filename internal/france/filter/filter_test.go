package filter_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/france/filter"
)

// real is the filter that is published.
func real(t testing.TB) *filter.Rule {
	t.Helper()
	rule, problems, err := filter.Load(os.DirFS("../../../data"), filter.File)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Place, p.Message)
	}
	if rule == nil {
		t.FailNow()
	}
	return rule
}

func TestAContractIsTakenForAReasonAndLeftForAReason(t *testing.T) {
	rule := real(t)
	for name, c := range map[string]struct {
		cpv, object string
		supplier    bool
		want        filter.Verdict
	}{
		"a CPV of the core list is enough":                      {"72415000-2", "Prestations diverses", false, filter.Verdict{Taken: true, Why: filter.ByCore}},
		"a CPV of the wide list wants a keyword":                {"72500000", "Infogérance du parc", false, filter.Verdict{Taken: true, Why: filter.ByWide}},
		"a keyword may be the start of a word":                  {"48000000", "Licences : HÉBERGEMENTS compris", false, filter.Verdict{Taken: true, Why: filter.ByWide}},
		"a keyword does not count within a word":                {"48000000", "Logiciel Espaasse", false, filter.Verdict{Why: filter.WideOnly}},
		"a CPV of the wide list is not enough":                  {"72500000-0", "Maintenance du parc", false, filter.Verdict{Why: filter.WideOnly}},
		"the town of Saint-Cloud is no cloud":                   {"72500000", "Maintenance pour la ville de SAINT-CLOUD", false, filter.Verdict{Why: filter.WideOnly}},
		"a cloud in Saint-Cloud is one":                         {"72500000", "Cloud de la ville de Saint-Cloud", false, filter.Verdict{Taken: true, Why: filter.ByWide}},
		"a point cloud is no cloud":                             {"48000000", "Traitement de nuages de points", false, filter.Verdict{Why: filter.WideOnly}},
		"a listed supplier is enough":                           {"79000000", "Prestations diverses", true, filter.Verdict{Taken: true, Why: filter.BySupplier}},
		"a keyword under another CPV is counted apart":          {"55000000", "Hébergement d'urgence", false, filter.Verdict{Why: filter.KeywordOnly}},
		"anything else is left":                                 {"45000000", "Gros œuvre", false, filter.Verdict{Why: filter.NotListed}},
		"without CPV, a word that means nothing else is enough": {"", "Offre de cloud privé", false, filter.Verdict{Taken: true, Why: filter.ByKeyword}},
		"without CPV, a word with other meanings is not":        {"", "Hébergement des stagiaires", false, filter.Verdict{Why: filter.NoCPVKeyword}},
		"without CPV nor keyword, nothing is stated":            {"CDL", "Prestations", false, filter.Verdict{Why: filter.NoCPV}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := rule.Judge().Of(rule.Class([]byte(c.cpv)), []byte(c.object), c.supplier); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestAContractIsFoundThoughALetterIsLost(t *testing.T) {
	rule := real(t)
	for object, want := range map[string]string{
		"Prestations d'infog\ufffdrance":                   filter.ByWide,
		"H\ufffd\ufffdbergement du site":                   filter.ByWide, // two bytes of one letter
		"H?bergement du site":                              filter.ByWide,
		"Prestations d\ufffdh\ufffdbergement":              filter.ByWide, // and the apostrophe
		"l¿infog¿rance":                                    filter.ByWide,
		"\ufffdCloud\ufffd du minist\ufffdre":              filter.ByWide, // and quotation marks
		"H\xe9bergement du site":                           filter.ByWide, // in another encoding than announced
		"Maintenance du p\ufffdrim\ufffdtre":               filter.WideOnly,
		"D\ufffdp\ufffdt, p\ufffdse":                       filter.WideOnly,
		"Ville de Saint\ufffdCloud, march\ufffd":           filter.WideOnly,
		"Nuage de points g\ufffdor\ufffdf\ufffdrenc\ufffd": filter.WideOnly,
	} {
		if got := rule.Judge().Of(rule.Class([]byte("72500000")), []byte(object), false); got.Why != want {
			t.Errorf("%q: %+v, want %s", object, got, want)
		}
	}
}

func TestTheStrongestOfSeveralCodesCounts(t *testing.T) {
	rule := real(t)
	for want, codes := range map[filter.Class][]string{
		filter.Core: {"45000000", "72500000", "72415000-2"}, filter.Wide: {"45000000", "72500000"},
		filter.Outside: {"nothing", "45000000-7"}, filter.Unclassed: {"", "INX", "7241500"[:5], "72415000-22", "７２４１５０００"},
	} {
		var raw [][]byte
		for _, c := range codes {
			raw = append(raw, []byte(c))
		}
		if got := rule.Class(raw...); got != want {
			t.Errorf("%q are of class %d, want %d", codes, got, want)
		}
	}
}

func TestASupplierIsKnownByItsSIRENAndItsPlaces(t *testing.T) {
	rule := real(t)
	for number, want := range map[string]bool{"424761419": true, "42476141900045": true, "42476141": false, "": false, "356000000": false} {
		if got := rule.Supplier([]byte(number)); got != want {
			t.Errorf("%q: %v, want %v", number, got, want)
		}
	}
	if name, ok := rule.Named("424761419"); name != "OVH" || !ok {
		t.Errorf("424761419 is %q", name)
	}
}

func TestCodesAreReadAsTheyAreWritten(t *testing.T) {
	for raw, want := range map[string]struct {
		eight  string
		padded bool
	}{
		"72415000": {"72415000", false}, " 72415000-2 ": {"72415000", false}, "9310000": {"09310000", true}, "9310000-5": {"09310000", true},
		"72": {}, "CDL": {}, "724150000": {}, "72415000-": {}, "7241500x": {}, "": {},
	} {
		if eight, padded := filter.CPV(raw); eight != want.eight || padded != want.padded {
			t.Errorf("%q is %q, padded %v", raw, eight, padded)
		}
	}
}

func TestObjectsAreFoldedToTheirWords(t *testing.T) {
	for text, want := range map[string]string{
		"Hébergement — « Œuvre » n°3": " hebergement oeuvre n 3 ", "L’ÉTÉ à Saint-Cloud": " l ete a saint cloud ",
		"he\u0301bergement\u00a0ﬁn": " hebergement fin ", "": " ", "Ž 雲 \xff": " z 雲 \ufffd ",
		"infog\ufffdrance, H?bergement ? Où ?": " infog\ufffdrance h\ufffdbergement ou ", "l¿\ufffd\ufffdtat, ¿": " l\ufffdtat ",
	} {
		if got := filter.Words(text); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

func TestJudgingAllocatesNothing(t *testing.T) {
	rule := real(t)
	judge, object, cpv := rule.Judge(), []byte("Maintenance et évolution du système d'information à Saint-Étienne"), []byte("72500000-0")
	judge.Of(rule.Class(cpv), object, false)
	if n := testing.AllocsPerRun(100, func() { judge.Of(rule.Class(cpv), object, rule.Supplier(cpv)) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

const valid = `title: {fr: Essai étonnant, en: Test}
method: {fr: Essai, en: Test}
core: ["72415000"]
wide: ["72500000"]
keywords: [cloud, hebergement]
alone: [cloud]
except: [saint cloud]
suppliers:
  - {siren: "424761419", name: OVH, read: {fr: pour cet essai, en: for this test}}
`

func TestAFilterIsReadStrictly(t *testing.T) {
	for name, c := range map[string]struct{ old, new, at, message string }{
		"an unknown key":                       {"except:", "excepted:", "f.yaml:7:1", `has no key "excepted"`},
		"a missing key":                        {"alone: [cloud]\n", "", "f.yaml:1:1", `lacks the key "alone"`},
		"a key given twice":                    {"alone: [cloud]", "core: []", "f.yaml:6:1", `"core" is given twice`},
		"a code that is a number":              {`core: ["72415000"]`, "core: [72415000]", "f.yaml:3:8", "is not the code of a CPV"},
		"a code with its key":                  {"72500000", "72500000-0", "f.yaml:4:8", "is not the code of a CPV"},
		"a code in both lists":                 {"72500000", "72415000", "f.yaml:4:8", "is in the core list too"},
		"a keyword that is not folded":         {"hebergement", "hébergement", "f.yaml:5:19", "is not folded"},
		"a keyword given twice":                {"hebergement", "cloud", "f.yaml:5:19", "is there twice"},
		"a lone keyword that is none":          {"alone: [cloud]", "alone: [nuage]", "f.yaml:6:9", "is no keyword"},
		"a SIREN with a wrong key":             {"424761419", "424761418", "f.yaml:9:13", "is not a SIREN"},
		"a supplier without where it was read": {", read: {fr: pour cet essai, en: for this test}", "", "f.yaml:9:5", `lacks the key "read"`},
		"a text in one language":               {"title: {fr: Essai étonnant, en: Test}", "title: {fr: Essai}", "f.yaml:1:8", `lacks the key "en"`},
		"a list that is none":                  {"core: [\"72415000\"]", "core: 72415000", "f.yaml:3:7", "a list is wanted"},
		"a character that nobody sees":         {"en: Test}", `en: "Te\u202est"}`, "f.yaml:1:", "U+202E"},
		"a second document":                    {"suppliers:", "---\nsuppliers:", "f.yaml:1:1", "a second document"},
		"no YAML at all":                       {"title: {", "title: }", "f.yaml:1:11", "not allowed"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{"f.yaml": {Data: []byte(strings.Replace(valid, c.old, c.new, 1))}}
			rule, problems, err := filter.Load(fsys, "f.yaml")
			if err != nil || rule != nil {
				t.Fatal(rule, err)
			}
			var reported []string
			for _, p := range problems {
				reported = append(reported, p.Place.String()+": "+p.Message)
				if strings.HasPrefix(p.Place.String(), c.at) && strings.Contains(p.Message, c.message) {
					return
				}
			}
			t.Errorf("nothing like %s: %s among %s", c.at, c.message, cmp.Diff([]string(nil), reported))
		})
	}
}

func TestAnotherRuleHasAnotherDigest(t *testing.T) {
	digest := func(content string) string {
		rule, problems, err := filter.Load(fstest.MapFS{"f.yaml": {Data: []byte(content)}}, "f.yaml")
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		return rule.Digest
	}
	if digest(valid) == digest(strings.Replace(valid, "cloud, heb", "cloud, nuage, heb", 1)) {
		t.Error("another keyword is the same rule")
	}
	if digest(valid) != digest(norm.NFD.String(valid)) {
		t.Error("another Unicode form makes another rule")
	}
	if digest(valid) != digest("# a comment\n"+valid) {
		t.Error("a comment makes another rule")
	}
}

func FuzzAnyTextIsFolded(f *testing.F) {
	f.Add("Hébergement\x00\xff — Œ")
	f.Fuzz(func(t *testing.T, text string) {
		once := filter.Words(text)
		if !strings.HasPrefix(once, " ") || !strings.HasSuffix(once, " ") || strings.Contains(once, "  ") {
			t.Errorf("%q folds to %q", text, once)
		}
		if twice := filter.Words(once); twice != once {
			t.Errorf("%q folds to %q, then to %q", text, once, twice)
		}
	})
}
