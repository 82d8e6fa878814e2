package cli_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
)

// editing is a made-up project that somebody works on, at random.
type editing struct {
	t      *testing.T
	r      *rand.Rand
	folder string
	kept   string // the cache of the site that grows
	day    cal.Day
	added  []string // records that an edit added
	n      int

	undo func() // takes the last edit of the project back
}

// edits are what somebody may do to a project or to what was made of it. Each gives in words what it
// did; an edit that finds nothing to do gives none.
var edits = []struct {
	name string
	do   func(*editing) string
}{
	{"a text of a record", func(e *editing) string {
		return e.replaced("data/*/*.yaml", `(?m)^( *(?:title|name|summary|note):.*?)(\p{L}{5,})`, "${1}${2}"+e.word())
	}},
	{"a number of a record", func(e *editing) string {
		return e.replaced("data/series/*.yaml", `value: (about )?\d+ M`, fmt.Sprintf("value: %d M", 10+e.r.IntN(80)))
	}},
	{"a record more", func(e *editing) string {
		from := e.path("data/organisations/example-region.yaml")
		name := fmt.Sprintf("data/organisations/added-%d.yaml", e.n)
		text := regexp.MustCompile(`(?m)^(official|identifiers|siren|aliases|acronym).*\n(?: .*\n)*`).
			ReplaceAllString(e.read(from), "")
		e.write(e.path(name), regexp.MustCompile(`(?m)^name:.*$`).ReplaceAllString(text, "name: Added "+e.word()))
		e.added = append(e.added, name)
		return name
	}},
	{"a record less, that nothing names", func(e *editing) string {
		if len(e.added) == 0 {
			return ""
		}
		i := e.r.IntN(len(e.added))
		name := e.added[i]
		e.added = slices.Delete(e.added, i, i+1)
		if err := os.Remove(e.path(name)); err != nil {
			e.t.Fatal(err)
		}
		return name
	}},
	{"a remark in a record", func(e *editing) string { return e.appended("data/*/*.yaml", "# "+e.word()+"\n") }},
	{"a word of the vocabulary", func(e *editing) string {
		return e.replaced("data/vocabulary/*.yaml", `(name: \{fr: [^,"]*?)(\p{L}{4,})`, "${1}${2}"+e.word())
	}},
	{"a word of the interface", func(e *editing) string {
		return e.replaced("themes/vigie/words.yaml", `(?m)^([a-z.-]+: \{fr: "?[^,"{}]*?)(\p{L}{5,})`, "${1}${2}"+e.word())
	}},
	{"a template", func(e *editing) string {
		return e.replaced("themes/vigie/templates/*.html", `(?s)\A`, "<!-- "+e.word()+" -->")
	}},
	{"a style sheet", func(e *editing) string {
		return e.appended("themes/vigie/assets/style.css", "."+e.word()+" { color: red; }\n")
	}},
	{"prose", func(e *editing) string { return e.appended("content/*/*.md", "\n"+e.word()+".\n") }},
	{"the settings", func(e *editing) string {
		return e.replaced("config.yaml", `(?m)^( *description:.*?)(\p{L}{5,})`, "${1}${2}"+e.word())
	}},
	{"the day", func(e *editing) string {
		e.day = e.day.AddDays(1 + e.r.IntN(40))
		return e.day.String()
	}},
	{"the same bytes, written again", func(e *editing) string { return e.appended("data/*/*.yaml", "") }},
	{"a published page, altered", func(e *editing) string { return e.appended("public/*/index.html", "altered") }},
	{"a published page, lost", func(e *editing) string {
		name := e.one("public/*/*/index.html")
		if err := os.Remove(e.path(name)); err != nil {
			e.t.Fatal(err)
		}
		return name
	}},
	{"the cache, damaged", func(e *editing) string {
		files := filesBelow(e.t, e.kept)
		if len(files) == 0 {
			return ""
		}
		name := slices.Sorted(maps.Keys(files))[e.r.IntN(len(files))]
		e.write(filepath.Join(e.kept, name), "damaged")
		return name
	}},
	{"the cache, lost", func(e *editing) string {
		if err := os.RemoveAll(filepath.Join(e.kept, "exports")); err != nil {
			e.t.Fatal(err)
		}
		return "exports"
	}},
}

func (e *editing) path(name string) string { return filepath.Join(e.folder, filepath.FromSlash(name)) }

func (e *editing) word() string { return string(rune('a'+e.r.IntN(26))) + "q" + strconv.Itoa(e.n) }

// one draws a file among those of a pattern.
func (e *editing) one(pattern string) string {
	all, err := filepath.Glob(e.path(pattern))
	if err != nil || len(all) == 0 {
		e.t.Fatalf("there is no %s: %v", pattern, err)
	}
	name, err := filepath.Rel(e.folder, all[e.r.IntN(len(all))])
	if err != nil {
		e.t.Fatal(err)
	}
	return filepath.ToSlash(name)
}

func (e *editing) read(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		e.t.Fatal(err)
	}
	return string(content)
}

// write puts a new file in place of one, as an editor does: files of a site may be links to each other.
func (e *editing) write(path, content string) {
	before, err := os.ReadFile(path)
	e.undo = func() {
		if err == nil {
			write(e.t, path, string(before))
		}
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		e.t.Fatal(err)
	}
	write(e.t, path, content)
}

func (e *editing) appended(pattern, more string) string {
	name := e.one(pattern)
	e.write(e.path(name), e.read(e.path(name))+more)
	return name
}

// replaced changes the first place in a file where something stands.
func (e *editing) replaced(pattern, expression, with string) string {
	name := e.one(pattern)
	before, at := e.read(e.path(name)), regexp.MustCompile(expression)
	place := at.FindStringIndex(before)
	if place == nil {
		return ""
	}
	e.write(e.path(name), before[:place[0]]+at.ReplaceAllString(before[place[0]:place[1]], with)+before[place[1]:])
	return name
}

// filesBelow are the bytes of each file below a folder, but for the list that a build keeps of them.
func filesBelow(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) && name == "." {
			return fs.SkipAll
		}
		if err != nil || d.IsDir() || name == ".vigie" {
			return err
		}
		content, err := os.ReadFile(filepath.Join(folder, name))
		out[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAfterAnyEditTheSiteIsThatOfACleanBuild makes edits at random, one after the other, and builds after each
// over what stands, with a cache that may be damaged, and beside it into an empty folder. EDITS and
// EDITS_SEED make more of them, and the same again.
func TestAfterAnyEditTheSiteIsThatOfACleanBuild(t *testing.T) {
	count, seed := 4, uint64(20261201)
	if asked := os.Getenv("EDITS"); asked != "" {
		count, _ = strconv.Atoi(asked)
	}
	if asked := os.Getenv("EDITS_SEED"); asked != "" {
		seed, _ = strconv.ParseUint(asked, 10, 64)
	}
	drawings, err := filepath.Abs("../../.cache")
	if err != nil {
		t.Fatal(err)
	}
	e := &editing{t: t, r: rand.New(rand.NewPCG(seed, 0)), folder: smallproject.Folder(t, "../.."),
		day: cal.NewDay(2026, 11, 23)}
	e.kept = filepath.Join(e.folder, ".cache")
	if err := os.CopyFS(e.kept, drawingsOf(drawings)); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("EDITS") == "" {
		t.Setenv("VIGIE_FORMATS", "none") // workbooks take most of the time
	}
	builds, refused := 0, 0
	public := filepath.Join(e.folder, "public")
	build := func(cache, out string) (int, string) {
		t.Setenv("VIGIE_CACHE", cache)
		code, stdout, stderr := vigie(t, e.folder, "build", "--as-of", e.day.String(), "--out", out)
		return code, stdout + stderr
	}
	compare := func(what string) {
		former := filesBelow(t, public)
		code, words := build(e.kept, public)
		clean := filepath.Join(e.folder, "clean")
		defer os.RemoveAll(clean)
		if again, _ := build(drawings, clean); again != code {
			t.Fatalf("%s: exits %d over what stands and %d into an empty folder\n%s", what, code, again, words)
		}
		builds++
		if code == 1 && e.undo != nil && len(former) > 0 { // the data follow a rule no more
			if refused++; !maps.Equal(filesBelow(t, public), former) {
				t.Fatalf("%s: it is refused, and the former site is not as it was (seed %d)", what, seed)
			}
			e.undo()
			return
		}
		if code != 0 {
			t.Fatalf("%s: exits %d (seed %d)\n%s", what, code, seed, words)
		}
		got, want := filesBelow(t, public), filesBelow(t, clean)
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if got[name] != want[name] {
				t.Fatalf("%s: %s is not that of a clean build (seed %d)", what, name, seed)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(got)) {
			if _, stands := want[name]; !stands {
				t.Fatalf("%s: %s is not in a clean build (seed %d)", what, name, seed)
			}
		}
		if strings.HasPrefix(what, "the same bytes") && !strings.Contains(words, "unchanged: ") {
			t.Errorf("%s: nothing has changed, and the site was made again\n%s", what, words)
		}
	}
	compare("the first build")
	for e.n = 1; builds <= count; e.n++ {
		edit := edits[e.r.IntN(len(edits))]
		e.undo = nil
		if where := edit.do(e); where != "" {
			compare(edit.name + ": " + where)
		}
	}
	t.Logf("%d edits of seed %d, %d of them refused with the former site as it was: "+
		"each time the site was that of a clean build", builds-1, seed, refused)
}

// drawingsOf are the drawings of a cache, without what is made of data.
func drawingsOf(cache string) fs.FS { return onlyDrawings{os.DirFS(cache)} }

type onlyDrawings struct{ fs.FS }

func (o onlyDrawings) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(all, func(d fs.DirEntry) bool { return name == "." && len(d.Name()) != 2 }), err
}
