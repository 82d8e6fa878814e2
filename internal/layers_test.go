// Package internal_test holds the code to its architecture: who may import whom
// (DESIGN: one direction), who may reach the network, who may read the clock.
package internal_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layers is the map of the packages, from the bottom up: a package may import
// those that its line names, all of which stand above that line. What comes in
// flows down the table, never back.
//
// A package that is not here may not exist: add its line, and say in its comment
// what it is for.
var layers = []struct {
	layer string
	name  string // the folder below internal
	may   string // packages by the last element of their path, separated by spaces
}{
	// 0: values
	{"values", "value/lang", ""},
	{"values", "value/cal", "lang"},
	{"values", "value/quantity", "lang"},
	{"values", "value/problem", ""},
	{"values", "value/inert", ""},
	{"values", "value/tree", "problem"},
	{"values", "value/formula", ""},
	{"values", "value/spelling", ""},
	{"values", "value/tabular", "cal spelling"},
	{"reading", "collect/read/budget", ""},
	{"reading", "collect/read/markup", "tabular spelling budget"},
	{"reading", "collect/read/sheet", "budget markup tabular"},
	{"reading", "collect/read/sniff", ""},
	{"reading", "collect/read/loose", ""},
	{"output", "output/disk", ""},
	{"output", "output", "disk"},

	// 1: words
	{"words", "record", "lang cal quantity"},
	{"words", "record/shape", "lang record"},
	{"words", "record/schema", "record"},
	{"words", "config", "lang cal problem tree"},
	{"words", "collected", "lang cal quantity problem record"},
	{"words", "collected/prevail", "tabular collected"},
	{"words", "collected/beside", "lang cal quantity record collected"},

	// 2: getting in
	{"getting in", "fetch", "cal problem sniff"},
	{"getting in", "archive", "cal problem tree disk output record"},
	{"getting in", "collect", "lang cal quantity problem inert tree record collected prevail spelling tabular budget sniff fetch archive"},
	{"getting in", "collect/recipe", "problem record collected spelling tabular budget markup sheet sniff collect"},

	// 3: making sense
	{"making sense", "corpus/upgrade", "record"},
	{"making sense", "corpus", "lang cal quantity problem tree record shape collected upgrade"},
	{"making sense", "corpus/builtin", "lang problem record corpus"},
	{"making sense", "silence", "cal record corpus"},
	{"making sense", "figure", "lang cal quantity formula record"},
	{"making sense", "dataset", "lang cal quantity formula tabular record collected beside figure corpus silence"},
	{"making sense", "check", "lang cal quantity problem formula record shape collected beside corpus figure silence"},
	{"making sense", "indicator", "lang cal quantity formula record shape figure dataset silence"},

	// 4: showing
	{"showing", "chart/draw", "lang"},
	{"showing", "chart/picture", "draw"},
	{"showing", "chart/sentence", "lang cal quantity record figure dataset indicator"},
	{"showing", "chart", "tabular lang cal quantity record figure dataset indicator draw sentence"},
	{"showing", "content", "lang problem"},
	{"showing", "theme", "lang problem"},
	{"showing", "export", "tabular lang cal quantity formula record shape collected figure dataset silence check indicator chart"},
	{"showing", "export/graph", ""},
	{"showing", "export/dcat", "lang cal record export graph"},
	{"showing", "export/book", "tabular lang cal export"},
	{"showing", "export/columnar", "lang export"},
	{"showing", "export/database", "lang export"},
	{"showing", "export/takeaway", "lang config export book columnar database"},
	{"showing", "export/api", "lang cal record figure dataset export"},
	{"showing", "site/feed", "lang cal record figure dataset"},
	{"showing", "edition", "disk lang cal quantity problem inert record shape collected corpus figure dataset indicator upgrade"},
	{"showing", "site/trace", "cal"},
	{"showing", "site/find", ""},
	{"showing", "site/hosting", ""},
	{"showing", "site/audit", "lang cal problem tree"},
	{"showing", "site", "tabular lang cal quantity problem formula record shape config collected beside prevail figure dataset check indicator chart picture content theme export database takeaway api graph dcat feed silence edition trace find audit hosting"},
	{"showing", "serve", "tree output"},
	{"publishing", "publish", "output hosting"},
	{"publishing", "publish/folder", "disk publish"},
	{"publishing", "publish/branch", "publish"},
	{"publishing", "publish/bucket", "output publish"},

	{"making sense", "collect/readers", "problem record corpus collect recipe"},

	// 5: wiring
	{"wiring", "country", "problem collect beside config dataset check site"},

	// what is French and needs Go: nothing but the main program sees it
	{"France", "france/sirene", ""},
	{"France", "france/filter", "lang problem tree sirene spelling"},
	{"France", "france/territory", "lang quantity problem tabular record collected beside"},
	{"France", "france/catalogue", "lang cal tabular record collected beside"},
	{"France", "france/procedures", "lang cal quantity tabular collected beside"},
	{"France", "france/anssi", "cal lang tabular budget markup sniff collect"},
	{"France", "france/boamp", "cal lang spelling tabular budget sniff loose sirene filter collect"},
	{"France", "france/cog", "lang tabular sniff sirene collect"},
	{"France", "france/decp", "cal lang quantity spelling tabular budget sniff loose sirene filter collect"},
	{"France", "france/demarches", "cal lang tabular sniff collect"},
	{"France", "france/identity", "lang tabular budget sniff sirene collect"},
	{"France", "france/panorama", "cal lang spelling tabular budget markup sheet sniff collect"},
	{"France", "france/progress", "cal lang spelling tabular budget markup sniff collect"},
	{"France", "france/rules", "lang problem record beside check sirene territory catalogue"},
	{"France", "france/letter", "lang problem site"},
	{"France", "france/former", ""},
	{"France", "france/pages", "lang record site filter territory"},
	{"France", "france", "lang problem collect beside config dataset site country sirene filter territory catalogue procedures rules letter pages former " +
		"anssi boamp cog decp demarches identity panorama progress"},
	{"wiring", "build", "*"},
	{"wiring", "verify", "*"},
	{"wiring", "verify/sample", "*"},
	{"wiring", "verify/download", "tabular budget loose sheet export database"},
	{"wiring", "cli", "*"},

	// for tests alone: nothing that is published imports it
	{"tests", "test/browser", ""},
	{"tests", "test/format", "lang record shape schema"},
	{"tests", "test/frenchcase", ""},
	{"tests", "test/peak", ""},
	{"tests", "test/smallproject", "record"},
	{"tests", "test/soak", "*"},
	{"tests", "test/sourceserver", ""},
}

// narrowed is a package that only some of ours may import.
type narrowed struct {
	path string // with /... for all below
	by   []string
	why  string
}

// covers says whether an import is the narrowed package.
func (n narrowed) covers(to string) bool {
	base, below := strings.CutSuffix(n.path, "/...")
	return to == base || below && strings.HasPrefix(to, base+"/")
}

var narrow = []narrowed{
	{"net/http", []string{"fetch", "publish/bucket", "serve", "cli", "test/sourceserver"}, "the network is reached by fetch, and by what publishes; the others only listen, on this machine"},
	{"github.com/minio/...", []string{"publish/bucket"}, "stores of objects are reached in one place, with the keys of whoever publishes"},
	{"net", []string{"fetch", "serve", "cli", "test/sourceserver"}, "the network is reached by fetch alone"},
	{"github.com/gocolly/colly/...", []string{"fetch"}, "the network is reached by fetch alone"},
	{"github.com/spf13/viper", []string{"config"}, "viper bends keys and codes: it sees settings alone, never data"},
	{"github.com/spf13/cobra", []string{"cli"}, "only the command line knows of commands"},
	{"go.yaml.in/yaml/...", []string{"corpus", "corpus/upgrade", "corpus/builtin", "collected", "france/filter", "config", "content", "theme", "site", "site/audit", "test/smallproject"}, "data are read by corpus, collected and filter, once and strictly; site writes CITATION.cff"},
	{"github.com/yuin/goldmark/...", []string{"content"}, "prose is read by content alone"},
	{"github.com/go-echarts/...", []string{"chart"}, "a chart is made of one Go value, in one place"},
	{"git.sr.ht/~sbinet/gg", []string{"chart/picture"}, "pixels are drawn in one place"},
	{"modernc.org/quickjs", []string{"chart/draw"}, "scripts run in draw alone"},
	{"github.com/chromedp/...", []string{"test/browser"}, "a browser is for tests"},
	{"github.com/arran4/golang-ical", []string{"site/feed"}, "calendars are written by feed alone; nothing reads one"},
	{"golang.org/x/text/language/display", []string{"value/lang"}, "countries are named in one place"},
	{"github.com/xuri/excelize/...", []string{"export/book"}, "workbooks are read by sheet, within a budget; book writes them"},
	{"modernc.org/sqlite/...", []string{"export/database"}, "a database is written and read in one place"},
	{"vigie/themes", []string{"build"}, "a theme reaches the pages as a loaded theme"},
	{"math/rand", nil, "two builds give the same bytes"},
	{"math/rand/v2", nil, "two builds give the same bytes"},
	{"unsafe", nil, "nothing here is worth it"},
}

// clock is what reads the clock, and readers those who may: the command line,
// which hands the day down, and fetch, which spaces its requests in time and
// stamps its visits, but never what is published.
var (
	clock   = []string{"Now", "Since", "Until"}
	readers = []string{"cli", "fetch"}
)

// opening are the ways to read files that know nothing of the project's bounds, and
// doors the packages that may use them: all others are given a file system of
// package tree.
var opening = map[string][]string{
	"os":       {"Open", "OpenFile", "ReadFile", "ReadDir", "DirFS", "OpenInRoot", "OpenRoot"},
	"filepath": {"Walk", "WalkDir", "Glob"},
}

var doors = map[string]string{
	"value/tree":        "it keeps the bounds",
	"output":            "the folder that is published, and its mounts",
	"chart/draw":        "drawings that it keeps itself",
	"export/database":   "the database that it makes",
	"export/takeaway":   "files that it keeps itself",
	"fetch":             "downloads that it keeps itself",
	"archive":           "downloads that it is handed",
	"collect":           "downloads, and files that a person saved and named",
	"edition":           "files that it writes",
	"serve":             "folders to watch: nothing is read",
	"cli":               "the built site, and files named on the command line",
	"output/disk":       "folders whose names it makes last",
	"publish/folder":    "the folder that it publishes to",
	"test/peak":         "what the system says of this process",
	"test/browser":      "for tests",
	"test/smallproject": "for tests",
	"test/sourceserver": "for tests",
}

func TestWhatBelongsToTheProjectIsReadThroughTheTree(t *testing.T) {
	for _, f := range sources(t) {
		if doors[f.pkg] != "" {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := call.X.(*ast.Ident); ok && slices.Contains(opening[from.Name], call.Sel.Name) {
				t.Errorf("%s: package %s may not use %s.%s: read through package tree", f.set.Position(call.Pos()), f.pkg, from.Name, call.Sel.Name)
			}
			return true
		})
	}
}

func TestImportsGoOneWay(t *testing.T) {
	may := table(t)
	for _, f := range sources(t) {
		allowed, known := may[f.pkg]
		if !known {
			t.Errorf("internal/%s is not in the table of layers: add its line, with what it may import", f.pkg)
			continue
		}
		for _, to := range f.imports("vigie/internal/") {
			if to == "test/browser" {
				t.Errorf("%s imports the browser, which is for tests", f.path)
			} else if !slices.Contains(allowed, "*") && !slices.Contains(allowed, to) {
				t.Errorf("%s: package %s may not import %s; it may import %s", f.path, f.pkg, to, strings.Join(allowed, ", "))
			}
		}
	}
}

// TestOnlyTheMainProgramKnowsACountry holds the engine to what it is handed: what is
// French and needs Go is reached through one list, by cmd/vigie alone.
func TestOnlyTheMainProgramKnowsACountry(t *testing.T) {
	for _, f := range sources(t) {
		if inFrance(f.pkg) {
			continue
		}
		for _, to := range f.imports("vigie/internal/") {
			if inFrance(to) {
				t.Errorf("%s imports %s: the engine is handed what a country adds, as a country.Extension", f.path, to)
			}
		}
	}
}

func inFrance(pkg string) bool { return pkg == "france" || strings.HasPrefix(pkg, "france/") }

// table reads the layers, and holds the table itself to one direction.
func table(t *testing.T) map[string][]string {
	t.Helper()
	may, folders := map[string][]string{}, map[string]string{"*": "*"}
	for _, l := range layers {
		if _, twice := folders[path.Base(l.name)]; twice {
			t.Fatalf("%s is twice in the table of layers", path.Base(l.name))
		}
		allowed := []string{}
		for _, to := range strings.Fields(l.may) {
			if folders[to] == "" {
				t.Fatalf("the table lets %s import %s, which does not stand above it", l.name, to)
			}
			allowed = append(allowed, folders[to])
		}
		may[l.name], folders[path.Base(l.name)] = allowed, l.name
	}
	return may
}

func TestNarrowImportsStayWhereTheyAre(t *testing.T) {
	for _, f := range sources(t) {
		for _, to := range f.imports("") {
			for _, n := range narrow {
				if n.covers(to) && !slices.Contains(n.by, f.pkg) {
					t.Errorf("%s: package %s may not import %s: %s", f.path, f.pkg, to, n.why)
				}
			}
		}
	}
}

func TestOnlyTheCommandLineReadsTheClock(t *testing.T) {
	for _, f := range sources(t) {
		if slices.Contains(readers, f.pkg) {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := call.X.(*ast.Ident); ok && from.Name == "time" && slices.Contains(clock, call.Sel.Name) {
				t.Errorf("%s reads the clock with time.%s: the day comes from the command line", f.set.Position(call.Pos()), call.Sel.Name)
			}
			return true
		})
	}
}

func TestTheProgramOnlyCallsTheCommandLine(t *testing.T) {
	f := parse(t, "../cmd/vigie/main.go", "main")
	if got := f.imports("vigie/"); !slices.Equal(got, []string{"internal/cli", "internal/france"}) {
		t.Errorf("cmd/vigie imports %v, want internal/cli, and what France adds, alone", got)
	}
}

// source is one Go file, tests aside.
type source struct {
	path, pkg string // pkg is the folder below internal/
	tree      *ast.File
	set       *token.FileSet
}

// imports lists what a file imports under a prefix, without the prefix.
func (f source) imports(prefix string) []string {
	var found []string
	for _, i := range f.tree.Imports {
		if to, ok := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), prefix); ok {
			found = append(found, to)
		}
	}
	return found
}

func sources(t *testing.T) []source {
	t.Helper()
	var found []source
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && e.Name() == "testdata" {
			return fs.SkipDir
		}
		if pkg := path.Dir(filepath.ToSlash(file)); pkg != "." && strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			found = append(found, parse(t, file, pkg))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("no source was found: the test holds nothing")
	}
	return found
}

func parse(t *testing.T, file, pkg string) source {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, file, nil, 0)
	if err != nil {
		t.Fatal(fmt.Errorf("reading %s: %w", file, err))
	}
	return source{filepath.ToSlash(file), pkg, tree, set}
}
