package content_test

import (
	"html/template"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/content"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// shelf places two made-up figures and one made-up chart.
type shelf struct{}

func (shelf) Figure(id string) (template.HTML, bool) {
	html, ok := map[string]template.HTML{"orders/2024": "<b>51</b>", "orders/2025": "<b>84</b>"}[id]
	return html, ok
}

func (shelf) Chart(id string) (template.HTML, bool) { return "<figure></figure>", id == "orders" }

func (shelf) Names(what string) []string {
	if what == "chart" {
		return []string{"orders"}
	}
	return []string{"orders/2024", "orders/2025", "indicator/orders/all/ville-de-lyon"}
}

func (shelf) Unpublished(silence string) bool { return silence == "made-up-price" }

func (shelf) Units() []string { return []string{"projet", "projets", "machines virtuelles"} }

const front = "---\nkey: made-up\ntitle: Inventé\ndescription: Une page de test.\n---\n"

// load reads one made-up French page with its English twin.
func load(t *testing.T, french string) (*content.Content, problem.List) {
	t.Helper()
	c, problems, err := content.Load(fstest.MapFS{
		"content/fr/invente.md": {Data: []byte(french)},
		"content/en/made-up.md": {Data: []byte(front + "Text.\n")},
	}, "content", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	return c, problems
}

// render renders one made-up French page from its body.
func render(t *testing.T, body string) (string, problem.List) {
	t.Helper()
	c, problems := load(t, front+body)
	if len(problems) > 0 {
		t.Fatalf("loading: %v", problems)
	}
	html, problems := c.Doc(lang.FR, "made-up").HTML(shelf{})
	return string(html), problems
}

func TestAPageIsKnownByItsKeyInBothLanguages(t *testing.T) {
	c, problems := load(t, front+"Texte.\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	fr, en := c.Doc(lang.FR, "made-up"), c.Doc(lang.EN, "made-up")
	if fr == nil || en == nil {
		t.Fatalf("got %v and %v", fr, en)
	}
	if fr.Title != "Inventé" || fr.Description != "Une page de test." || fr.Address != "invente" || fr.File != "content/fr/invente.md" {
		t.Errorf("read as %+v", fr)
	}
	if c.Doc(lang.FR, "other") != nil {
		t.Error("a key that no file has gives a page")
	}
}

func TestPagesAreListedByKey(t *testing.T) {
	page := func(key string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Replace(front, "made-up", key, 1))}
	}
	c, problems, err := content.Load(fstest.MapFS{
		"content/fr/b.md": page("second"), "content/fr/a/z.md": page("first"), "content/fr/notes.txt": {Data: []byte("no page")},
		"content/en/b.md": page("second"), "content/en/c.md": page("first"),
	}, "content", lang.Composed())
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var got []string
	for _, d := range c.Docs(lang.FR) {
		got = append(got, d.Key+" "+d.Address)
	}
	if want := "first a/z, second b"; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestALanguageWithoutProseIsReported(t *testing.T) {
	_, problems, err := content.Load(fstest.MapFS{"content/fr": {Mode: fs.ModeDir}}, "content", lang.Languages{"fr", "de"})
	if err != nil || len(problems) != 1 || problems[0].File != "content/de" || !strings.Contains(problems[0].Message, `the language "de"`) {
		t.Errorf("got %v, %v", problems, err)
	}
}

func TestFrontMatterFaultsAreReportedWithTheirPlace(t *testing.T) {
	for name, test := range map[string]struct{ file, place, message, hint string }{
		"no front matter": {
			"Texte.\n", "content/fr/invente.md:1:1", "the file has no front matter", "key, title, description"},
		"front matter that is never closed": {
			"---\nkey: made-up\nTexte.\n", "content/fr/invente.md:1:1", "the file has no front matter", ""},
		"a key with a typing mistake": {
			"---\nkey: made-up\ntitel: Inventé\ndescription: D.\n---\n", "content/fr/invente.md:3:1", `front matter has no key "titel"`, `did you mean "title"?`},
		"a key that does not exist": {
			"---\nkey: made-up\ntitle: Inventé\ndescription: D.\nlayout: wide\n---\n", "content/fr/invente.md:5:1", `front matter has no key "layout"`, "its keys are key, title, description"},
		"a key without a value": {
			"---\nkey: made-up\ntitle:\ndescription: D.\n---\n", "content/fr/invente.md:3:1", `the key "title" wants a few words`, ""},
		"a key that holds a list": {
			"---\nkey: made-up\ntitle: [a, b]\ndescription: D.\n---\n", "content/fr/invente.md:3:1", `the key "title" wants a few words`, ""},
		"a key that is missing": {
			"---\nkey: made-up\ntitle: Inventé\n---\n", "content/fr/invente.md:1:1", `the front matter lacks the key "description"`, ""},
		"a text with a colon that is not quoted": {
			"---\nkey: made-up\ntitle: Vigie: l'État\ndescription: D.\n---\n", "content/fr/invente.md:2:1", "the front matter is not YAML", "quote a text that holds a colon"},
		"a bare line": {
			"---\nmade-up\n---\n", "content/fr/invente.md:2:1", "the front matter holds no keys", ""},
		"a character that nobody sees": {
			"---\nkey: made-up\ntitle: Inventé\ndescription: D.\n---\n\nUn\u202emot.\n", "content/fr/invente.md:7:1", "U+202E", "take it away"},
		"one that is escaped": {
			"---\nkey: made-up\ntitle: \"Inventé\\x08\"\ndescription: D.\n---\n", "content/fr/invente.md:3:8", "U+0008", "take it away"},
		"a measured number in a title": {
			"---\nkey: made-up\ntitle: Les 12 milliards\ndescription: D.\n---\n", "content/fr/invente.md:3:8", `"12 milliards" is a number typed by hand`, "hold no measured number"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := load(t, test.file)
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %v", problems)
			}
			p := problems[0]
			if p.Place.String() != test.place || !strings.Contains(p.Message, test.message) || !strings.Contains(p.Hint, test.hint) || p.Rule != "prose" {
				t.Errorf("want %s: %s (%s), got %v (%s)", test.place, test.message, test.hint, p, p.Hint)
			}
		})
	}
}

func TestAPageInOneLanguageOnlyIsReported(t *testing.T) {
	_, problems, err := content.Load(fstest.MapFS{
		"content/fr/invente.md": {Data: []byte(front)},
		"content/en/other.md":   {Data: []byte(strings.Replace(front, "made-up", "other", 1))},
	}, "content", lang.Composed())
	if err != nil || len(problems) != 2 {
		t.Fatal(err, problems)
	}
	if problems[0].File != "content/en/other.md" || problems[0].Message != `the page "other" has no fr version` {
		t.Errorf("got %+v", problems[0])
	}
}

func TestTwoPagesOfOneKeyAreReported(t *testing.T) {
	_, problems, err := content.Load(fstest.MapFS{
		"content/fr/a.md": {Data: []byte(front)}, "content/fr/b.md": {Data: []byte(front)},
		"content/en/a.md": {Data: []byte(front)},
	}, "content", lang.Composed())
	if err != nil || len(problems) != 1 || problems[0].Message != `the key "made-up" is already that of content/fr/a.md` {
		t.Error(err, problems)
	}
}
