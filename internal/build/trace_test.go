package build_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/chart/draw"
	"vigie/internal/check"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/site/trace"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// undrawn makes no drawing: what a chart says stands beside it.
type undrawn struct{}

func (undrawn) SVG(context.Context, draw.Job) ([]byte, error) { return nil, nil }

// traced is all that a page is given to show, with what it was made from.
type traced struct {
	sum   [sha256.Size]byte
	whole string
	trace trace.Trace
}

// workshop makes the pages of a project again and again.
type workshop struct {
	files fstest.MapFS
	day   cal.Day
	base  *site.Site
	pages map[string]traced
}

func newWorkshop(t *testing.T, files fstest.MapFS) *workshop {
	t.Helper()
	w := &workshop{files: files, day: cal.NewDay(2026, 11, 23)}
	w.base = w.assembled(t, files, w.day)
	w.pages = w.planned(t, w.base)
	return w
}

func (w *workshop) options(t *testing.T, files fstest.MapFS, day cal.Day) build.Options {
	t.Helper()
	settings, _, err := config.Load(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Options{Project: files, Config: settings, AsOf: day, Jobs: 1, CacheDir: "../../.cache"}
}

// assembled makes the site whole, whether or not its data follow the rules.
func (w *workshop) assembled(t *testing.T, files fstest.MapFS, day cal.Day) *site.Site {
	t.Helper()
	c, _, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	o := w.options(t, files, day)
	s, _, err := build.Assemble(o, c)
	if err != nil {
		t.Fatal(err)
	}
	if s.History, _, err = build.Past(o, c, s.Data, s.Indicators); err != nil {
		t.Fatal(err)
	}
	return s
}

// withOtherData makes the site anew of other data, with the same theme and prose.
func (w *workshop) withOtherData(t *testing.T, files fstest.MapFS, day cal.Day) *site.Site {
	t.Helper()
	c, _, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	ds := dataset.New(c, day)
	s := &site.Site{Config: w.base.Config, Data: ds, Indicators: indicator.Results(ds), Content: w.base.Content, Theme: w.base.Theme,
		Rules: w.base.Rules, Added: w.base.Added, Copies: w.base.Copies, Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	if s.History, _, err = build.Past(w.options(t, files, day), c, ds, s.Indicators); err != nil {
		t.Fatal(err)
	}
	return s
}

// planned is every page of a site, by address.
func (w *workshop) planned(t *testing.T, s *site.Site) map[string]traced {
	t.Helper()
	if err := build.Faces(t.Context(), build.Options{Jobs: 1}, s, undrawn{}); err != nil {
		t.Fatal(err)
	}
	out := map[string]traced{}
	for p := range s.Pages() {
		whole, err := json.Marshal(s.Frame(p, ""))
		if err != nil {
			t.Fatal(err)
		}
		out[p.Address] = traced{sha256.Sum256(whole), string(whole), p.Trace()}
	}
	return out
}

// with is the project with some files replaced; nil takes one away.
func (w *workshop) with(changes map[string][]byte) fstest.MapFS {
	out := maps.Clone(w.files)
	for name, text := range changes {
		if text == nil {
			delete(out, name)
		} else {
			out[name] = &fstest.MapFile{Data: text}
		}
	}
	return out
}

// wound is one thing of a project that is changed, and how.
type wound struct {
	of   trace.Thing
	file string
	how  string
	text []byte // of the file afterwards; nil to take it away
}

// TestWhateverChangesAPageIsInItsTrace changes one thing after the other, makes every
// page again, and wants each page that is otherwise to have known that thing: before the
// change, or after it for what is new to the page.
func TestWhateverChangesAPageIsInItsTrace(t *testing.T) {
	w := newWorkshop(t, smallproject.Files(t, "../.."))
	changed, unchanged := 0, 0
	for i, one := range wounds(t, w.files) {
		if !*everyLeaf && i%leavesApart != 0 {
			continue
		}
		files := w.with(map[string][]byte{one.file: one.text})
		if dangling(t, files, w.day) {
			continue
		}
		after := w.planned(t, w.withOtherData(t, files, w.day))
		var missed []string
		for address, was := range w.pages {
			is, stands := after[address]
			knew := was.trace.Covers(one.of) || is.trace.Covers(one.of)
			switch {
			case !stands || is.sum == was.sum:
				if knew {
					unchanged++
				}
				continue
			case !knew:
				missed = append(missed, address+": "+firstDifference(was.whole, is.whole))
			}
			changed++
		}
		if slices.Sort(missed); len(missed) > 0 {
			t.Errorf("%s changes (%s), and these pages are otherwise and did not know it:\n%s", one.of, one.how, strings.Join(missed[:min(len(missed), 6)], "\n"))
		}
	}
	if changed < 200 {
		t.Errorf("%d pages changed in all: the test holds little", changed)
	}
	t.Logf("%d times a page changed, and %d times one knew the thing and stayed as it was", changed, unchanged)
}

// dangling says that a record names another one that is not there: no site is made then.
func dangling(t *testing.T, files fstest.MapFS, day cal.Day) bool {
	t.Helper()
	c, _, err := corpus.Load(files, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(check.Run(c, day), func(p problem.Problem) bool { return p.Rule == "reference" })
}

// everyLeaf asks for each value of each record in turn, and not for some of them.
var everyLeaf = flag.Bool("every-leaf", false, "change every value of every record in turn")

const leavesApart = 19

// firstDifference is what a page was given to show before and after, where they part.
func firstDifference(was, is string) string {
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			return "…" + was[max(i-60, 0):min(i+30, len(was))] + "… and not …" + is[max(i-10, 0):min(i+30, len(is))] + "…"
		}
	}
	return "one goes on"
}

// wounds lists the changes: each file of records away, each value in it another one.
func wounds(t *testing.T, files fstest.MapFS) []wound {
	t.Helper()
	var out []wound
	for _, name := range slices.Sorted(maps.Keys(files)) {
		of, ok := thingOf(name)
		if !ok {
			continue
		}
		text := files[name].Data
		if of.Of != string(record.Corrections) {
			out = append(out, wound{of, name, "it is taken away", nil})
		}
		for _, at := range leaf.FindAllSubmatchIndex(text, -1) {
			start, end := at[2], at[3]
			other := another(string(text[start:end]))
			line := 1 + bytes.Count(text[:start], []byte{'\n'})
			out = append(out, wound{of, name, fmt.Sprintf("line %d: %s", line, other),
				slices.Concat(text[:start], []byte(other), text[end:])})
		}
	}
	return out
}

// thingOf is the thing that a file under data/ holds.
func thingOf(file string) (trace.Thing, bool) {
	below, ok := strings.CutPrefix(file, "data/")
	if !ok {
		return trace.Thing{}, false
	}
	if below == "corrections.yaml" {
		return trace.Thing{Of: string(record.Corrections), ID: "example-zero"}, true
	}
	folder, name, _ := strings.Cut(below, "/")
	name, _, _ = strings.Cut(name, ".")
	if folder == trace.Filters {
		name = trace.All
	}
	return trace.Thing{Of: folder, ID: name}, folder != trace.Editions && folder != "snapshots"
}

// leaf finds the values of YAML as this project writes it, and the cells of CSV.
var leaf = regexp.MustCompile(`(?m)(?:: |- |\[|, |;|^)("[^"\n]*"|[^\s{\[|>"#:,;}\]-][^\n:,;}\]#]*?)(?:[,;}\]]|\s*$)`)

var (
	isDay    = regexp.MustCompile(`^"?(\d{4})(-\d\d)?(-\d\d)?"?$`)
	isNumber = regexp.MustCompile(`^"?\d`)
	isWord   = regexp.MustCompile(`^[a-z0-9-]+$`)
)

// another is a value of the same sort as one, and not the same.
func another(value string) string {
	switch {
	case isDay.MatchString(value): // a year before
		year := isDay.FindStringSubmatchIndex(value)[2] + 3
		return value[:year] + string('0'+(value[year]-'0'+9)%10) + value[year+1:]
	case isNumber.MatchString(value):
		at := strings.IndexAny(value, "0123456789")
		return value[:at] + string('1'+(value[at]-'0')%9) + value[at+1:]
	case value == "true":
		return "false"
	case value == "false":
		return "true"
	case isWord.MatchString(value):
		return value + "x"
	case strings.HasSuffix(value, `"`):
		return value[:len(value)-1] + ` altered"`
	}
	return value + " altered"
}

// marker is what a text is made to hold, so that it is seen wherever it stands.
var marker = regexp.MustCompile(`⟪([a-z]+)/([^⟫]+)⟫`)

func mark(of, id string) string { return "⟪" + of + "/" + id + "⟫" }

// TestEveryWordTemplateAndTextOnAPageIsInItsTrace puts its own name into each word of the
// theme, each template and each file of prose, and reads the names on the pages.
func TestEveryWordTemplateAndTextOnAPageIsInItsTrace(t *testing.T) {
	files := smallproject.Files(t, "../..")
	for name, f := range files {
		switch folder, base := path.Split(name); {
		case folder == "themes/vigie/templates/":
			f.Data = append(f.Data, mark(trace.Templates, strings.TrimSuffix(base, ".html"))...)
		case strings.HasPrefix(name, "content/"):
			named := mark(trace.Prose, strings.TrimPrefix(name, "content/"))
			f.Data = titled.ReplaceAll(append(f.Data, "\n\n"+named+"\n"...), []byte("${1}"+named+"\n"))
		}
	}
	w := &workshop{files: files, day: cal.NewDay(2026, 11, 23)}
	s := w.assembled(t, files, w.day)
	for key, word := range s.Theme.Words {
		s.Theme.Words[key] = word.Map(func(_ lang.Lang, text string) string { return text + mark(trace.Words, key) })
	}
	if err := build.Faces(t.Context(), build.Options{Jobs: 1}, s, undrawn{}); err != nil {
		t.Fatal(err)
	}
	met, kinds := map[trace.Thing]bool{}, map[string]int{}
	for p := range s.Pages() {
		main, err := s.Theme.Render(p.Lang, p.Template, p.Body)
		if err != nil {
			t.Fatal(err)
		}
		frame := "page"
		if p.Bare {
			frame = "page-bare"
		}
		page, err := s.Theme.Render(p.Lang, frame, s.Frame(p, site.Prose(main)))
		if err != nil {
			t.Fatal(err)
		}
		page = bytes.ReplaceAll(page, []byte(`\_`), []byte("_")) // as BibTeX writes it
		made := p.Trace()
		for _, m := range marker.FindAllSubmatch(page, -1) {
			thing := trace.Thing{Of: string(m[1]), ID: string(m[2])}
			if !met[thing] {
				kinds[thing.Of]++
			}
			if met[thing] = true; !made.Covers(thing) {
				t.Errorf("%s shows %s, which is not in its trace", p.Address, thing)
			}
		}
	}
	if kinds[trace.Words] < 300 || kinds[trace.Templates] < 60 || kinds[trace.Prose] < 60 {
		t.Errorf("met %v: the test holds little", kinds)
	}
}

// titled is the title in front matter.
var titled = regexp.MustCompile(`(?m)^(title: .*[^"\n]|description: .*[^"\n])\n`)
