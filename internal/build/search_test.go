package build_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v4"
	"modernc.org/quickjs"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/france"
	"vigie/internal/site"
	"vigie/internal/site/find"
	"vigie/internal/value/cal"
)

// asked is a query of testdata/search.yaml, with where its first hit must lead.
type asked struct {
	Query string `yaml:"query"`
	First string `yaml:"first"` // the start of that address, from the root of the site
	Lang  string `yaml:"lang"`  // French where it is empty
}

func queries(t testing.TB) []asked {
	t.Helper()
	data, err := os.ReadFile("testdata/search.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []asked
	if err := yaml.Load(data, &out); err != nil {
		t.Fatal(err)
	}
	for i := range out {
		if out[i].Lang == "" {
			out[i].Lang = "fr"
		}
	}
	return out
}

// realSite is the site of the real data, planned and not rendered.
var realSite = sync.OnceValues(func() (*site.Site, error) {
	project := os.DirFS("../..")
	settings, _, err := config.Load(project, nil, france.Extension().Settings...)
	if err != nil {
		return nil, err
	}
	c, _, err := corpus.Load(project, "data", settings.Languages)
	if err != nil {
		return nil, err
	}
	s, _, err := build.Assemble(build.Options{Project: project, Country: france.Extension(), Config: settings,
		AsOf: cal.NewDay(2026, 11, 30)}, c)
	return s, err
})

// searcher is the script of the search in a machine of its own, with the files that it may load.
type searcher struct {
	vm    *quickjs.VM
	files map[string][]byte
	kept  map[string]int // what each file that was read weighs, packed
}

// glue hands the script its files as texts, and gives the first hit of a query.
const glue = `
let have = {}, index;
const shelf = {};
function open(path) { index = shelf[path]; have = {}; }
function give(path) { have[path] = shelf[path]; }
function keep(path, text) { shelf[path] = JSON.parse(text); }
function ask(typed) {
  const found = vigieSearch.search(typed, index, have);
  const hit = found.groups[0] && found.groups[0].hits[0];
  return JSON.stringify({ need: found.need, total: found.total, first: hit ? vigieSearch.at(hit, index) : '' });
}
function fold(text, short) { return vigieSearch.words(text, JSON.parse(short)).join(' '); }`

func newSearcher(t testing.TB, files []site.Extra, script []byte) *searcher {
	t.Helper()
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vm.Close() })
	if _, err := vm.Eval(string(script)+glue, quickjs.EvalGlobal); err != nil {
		t.Fatal(err)
	}
	s := &searcher{vm: vm, files: map[string][]byte{}, kept: map[string]int{}}
	for _, f := range files {
		s.files[strings.TrimPrefix(f.Path, "find/")] = f.Data
	}
	return s
}

// answer is what came of a query.
type answer struct {
	Need   []string
	Total  int
	First  string
	Loaded []string // files, the index too
}

// Ask searches as a browser that has just opened the page.
func (s *searcher) Ask(t testing.TB, l, query string) answer {
	t.Helper()
	loaded := []string{l + ".json"}
	s.keep(t, l+".json")
	s.call(t, "open", l+".json")
	for {
		var a answer
		if err := json.Unmarshal([]byte(s.call(t, "ask", query)), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Need) == 0 {
			a.Loaded = loaded
			return a
		}
		for _, name := range a.Need {
			if s.files[name] == nil {
				t.Fatalf("%q asks for %s, which is not made", query, name)
			}
			s.keep(t, name)
			s.call(t, "give", name)
			loaded = append(loaded, name)
		}
	}
}

func (s *searcher) call(t testing.TB, function string, args ...any) string {
	t.Helper()
	got, err := s.vm.Call(function, args...)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := got.(string)
	return text
}

// keep reads a file once for all queries.
func (s *searcher) keep(t testing.TB, name string) {
	t.Helper()
	if s.kept[name] > 0 {
		return
	}
	s.call(t, "keep", name, string(s.files[name]))
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(s.files[name]); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	s.kept[name] = b.Len()
}

// wire is what some files weigh once they are packed.
func (s *searcher) wire(names []string) int {
	total := 0
	for _, name := range names {
		total += s.kept[name]
	}
	return total
}

func realSearcher(t testing.TB) *searcher {
	t.Helper()
	s, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Theme.Assets {
		if a.Name == "search.js" {
			return newSearcher(t, s.SearchFiles(), a.Data)
		}
	}
	t.Fatal("the theme has no search.js")
	return nil
}

// mostWire is what a query may load, in bytes over the wire, the index too.
const mostWire = 60_000

// TestQueriesFindFirstWhatTheyMean holds the search of the real site to queries as people
// type them: nineteen in twenty find first what is expected, and none loads too much.
func TestQueriesFindFirstWhatTheyMean(t *testing.T) {
	s := realSearcher(t)
	all := queries(t)
	if len(all) < 60 {
		t.Fatalf("only %d queries are asked", len(all))
	}
	var missed []string
	heaviest, sum := 0, 0
	for _, q := range all {
		got := s.Ask(t, q.Lang, q.Query)
		weight := s.wire(got.Loaded)
		heaviest, sum = max(heaviest, weight), sum+weight
		if weight > mostWire {
			t.Errorf("%q loads %d bytes: %s", q.Query, weight, strings.Join(got.Loaded, " "))
		}
		if !strings.HasPrefix(got.First, q.First) || got.First == "" {
			missed = append(missed, q.Query+": found "+got.First+", want "+q.First)
		}
	}
	t.Logf("%d of %d queries; %d bytes a query on average, %d at most", len(all)-len(missed), len(all), sum/len(all),
		heaviest)
	if len(missed)*20 > len(all) {
		t.Errorf("%d of %d queries miss:", len(missed), len(all))
	}
	for _, m := range missed {
		t.Log(m)
	}
}

// TestAQueryAsItIsTypedStaysLight asks for each beginning of names that share theirs with
// thousands of others.
func TestAQueryAsItIsTypedStaysLight(t *testing.T) {
	s := realSearcher(t)
	for _, name := range []string{"saint den", "ministère cul", "xzqvw"} {
		for i := range name {
			typed := name[:i]
			got := s.Ask(t, "fr", typed)
			if weight := s.wire(got.Loaded); weight > mostWire {
				t.Errorf("%q loads %d bytes: %s", typed, weight, strings.Join(got.Loaded, " "))
			}
		}
	}
}

// TestTheScriptFoldsWordsAsTheIndexDoes holds the two to each other: a word that one of
// them folds otherwise would not be found.
func TestTheScriptFoldsWordsAsTheIndexDoes(t *testing.T) {
	script, err := os.ReadFile("../../themes/vigie/assets/search.js")
	if err != nil {
		t.Fatal(err)
	}
	s := newSearcher(t, nil, script)
	spelling := find.Spelling{Short: map[string]string{"st": "saint"}}
	for _, text := range []string{"L'Haÿ-les-Roses", "Œuvre & CŒUR", "Ægidius", "34 875 communes", "51,6 M€", "34,875",
		"St-Denis", "130 025 265", "en 2024 1 234 567,8", "№ 2118 — n° 3", "ÎLE DE CLIPPERTON", "Straße", "",
		"a 1 234;5 678 b", "Lozère (48)", "x²", "ﬁn"} {
		want := strings.Join(spelling.Words(text), " ")
		if got := s.call(t, "fold", text, `{"st":"saint"}`); got != want {
			t.Errorf("%q: the script has %q, the index %q", text, got, want)
		}
	}
}

// BenchmarkSearch asks the real site all its queries, and measures what they weigh.
func BenchmarkSearch(b *testing.B) {
	s := realSearcher(b)
	all := queries(b)
	found, bytes := 0, 0
	for _, q := range all {
		got := s.Ask(b, q.Lang, q.Query)
		bytes += s.wire(got.Loaded)
		if got.First != "" && strings.HasPrefix(got.First, q.First) {
			found++
		}
	}
	for b.Loop() {
		for _, q := range all {
			s.Ask(b, q.Lang, q.Query)
		}
	}
	b.ReportMetric(100*float64(found)/float64(len(all)), "%found-first")
	b.ReportMetric(float64(bytes)/float64(len(all)), "wire-bytes/query")
}
