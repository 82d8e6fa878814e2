package theme_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// base is a made-up theme of three files.
func base() fstest.MapFS {
	return fstest.MapFS{
		"words.yaml":               {Data: []byte("hello: {fr: Bonjour, en: Hello}\n")},
		"templates/page.html":      {Data: []byte(`<p lang="{{lang}}">{{word "hello"}} {{.Name}} {{template "part"}}</p>`)},
		"templates/part.html":      {Data: []byte(`{{asset "style.css"}}`)},
		"assets/style.css":         {Data: []byte("p{}")},
		"assets/vendor/SHA256SUMS": {Data: []byte("not published")},
	}
}

func layer(folder string, files fstest.MapFS) theme.Layer {
	return theme.Layer{Folder: folder, Files: files}
}

type page struct{ Name string }

func render(t *testing.T, th *theme.Theme, l lang.Lang) string {
	t.Helper()
	out, err := th.Render(l, "page", page{"<Vigie>"})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestTemplatesSpeakTheLanguageOfThePage(t *testing.T) {
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", base()))
	if err != nil {
		t.Fatal(err)
	}
	for l, want := range map[lang.Lang]string{
		lang.FR: `<p lang="fr">Bonjour &lt;Vigie&gt; /assets/style.`,
		lang.EN: `<p lang="en">Hello &lt;Vigie&gt; /assets/style.`,
	} {
		if got := render(t, th, l); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want it to open with %s", got, want)
		}
	}
}

func TestAnOverrideReplacesSingleFiles(t *testing.T) {
	mine := fstest.MapFS{"templates/part.html": {Data: []byte("mine")}}
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", base()), layer("themes/mine", mine))
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, th, lang.FR); got != `<p lang="fr">Bonjour &lt;Vigie&gt; mine</p>` {
		t.Errorf("got %s", got)
	}
}

func TestAnOverrideReplacesSingleWords(t *testing.T) {
	mine := fstest.MapFS{"words.yaml": {Data: []byte("more: {fr: Encore, en: More}\nhello: {fr: Salut, en: Hi}\n")}}
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", base()), layer("themes/mine", mine), layer("themes/none", fstest.MapFS{}))
	if err != nil {
		t.Fatal(err)
	}
	if hello, more := th.Words.Must(lang.FR, "hello"), th.Words.Must(lang.EN, "more"); hello != "Salut" || more != "More" {
		t.Errorf("the words are %q and %q", hello, more)
	}
}

func TestAThemeMayReplaceWhatTheProgramMakes(t *testing.T) {
	made := map[string][]byte{"assets/vendor/made.js": []byte("made"), "assets/style.css": []byte("made")}
	th, err := theme.Load(lang.Composed(), made, layer("themes/base", base()))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, a := range th.Assets {
		got[a.Name] = string(a.Data)
	}
	if len(got) != 2 || got["vendor/made.js"] != "made" || got["style.css"] != "p{}" {
		t.Errorf("published: %v", got)
	}
}

func TestAPageAsksForOneStyleSheet(t *testing.T) {
	made := map[string][]byte{"assets/tiers.css": []byte(".tier{}"), "assets/charts.css": []byte(".chart{}")}
	th, err := theme.Load(lang.Composed(), made, layer("themes/base", base()))
	if err != nil {
		t.Fatal(err)
	}
	if len(th.Assets) != 1 || string(th.Assets[0].Data) != ".chart{}p{}.tier{}" {
		t.Errorf("published: %v", th.Assets)
	}
}

func TestAnAssetIsNamedAfterItsBytes(t *testing.T) {
	first, _ := theme.Load(lang.Composed(), nil, layer("themes/base", base()))
	other := base()
	other["assets/style.css"].Data = []byte("p{color:red}")
	second, _ := theme.Load(lang.Composed(), nil, layer("themes/base", other))
	a, _ := first.AssetPath("style.css")
	b, _ := second.AssetPath("style.css")
	if a == b || !strings.HasSuffix(a, ".css") {
		t.Errorf("%s and %s", a, b)
	}
}

func TestFaultsOfATheme(t *testing.T) {
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		want   string
	}{
		"a template asks for what its value does not have": {func(f fstest.MapFS) {
			f["templates/part.html"].Data = []byte("{{.Missing}}")
			f["templates/page.html"].Data = []byte(`{{template "part" .}}`)
		}, "themes/base/templates/part.html:1:2: executing"},
		"a word is missing":   {func(f fstest.MapFS) { f["templates/part.html"].Data = []byte(`{{word "bye"}}`) }, `no "bye"`},
		"an asset is missing": {func(f fstest.MapFS) { delete(f, "assets/style.css") }, `no asset "style.css"`},
		"a word has one language only": {func(f fstest.MapFS) {
			f["words.yaml"].Data = []byte("bye: {fr: Au revoir, en: Bye}\nhello: {fr: Bonjour}\n")
		}, `themes/base/words.yaml:2:1: "hello" needs en`},
		"a word holds what nobody sees": {func(f fstest.MapFS) {
			f["words.yaml"].Data = []byte("bye: {fr: Au revoir, en: Bye}\nhello: {fr: \"Bon\\u202ejour\", en: Hello}\n")
		}, `themes/base/words.yaml:2:1: "hello" holds the character U+202E`},
		"a folder of the site has a name that no address holds": {func(f fstest.MapFS) {
			f["words.yaml"].Data = []byte("hello: {fr: Bonjour, en: Hello}\nfolder.feeds: {fr: flux, en: News feeds}\n")
		}, `themes/base/words.yaml:2:1: "folder.feeds" names a folder: lower-case letters, digits and hyphens, not "News feeds"`},
		"a template is not well written": {func(f fstest.MapFS) { f["templates/part.html"].Data = []byte("{{if}}") }, "themes/base/templates/part.html:1: missing value"},
	} {
		t.Run(name, func(t *testing.T) {
			files := base()
			c.change(files)
			th, err := theme.Load(lang.Composed(), nil, layer("themes/base", files))
			if err == nil {
				_, err = th.Render(lang.FR, "page", page{"Vigie"})
			}
			if fault := new(theme.Fault); !errors.As(err, &fault) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want a fault with %q", err, c.want)
			}
		})
	}
}

func TestAWordThatTheCodeLacksIsFoundInWhatItMakes(t *testing.T) {
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", base()))
	if err != nil {
		t.Fatal(err)
	}
	if err := th.Lacking([]byte("<p>" + th.Words.Must(lang.FR, "hello") + "</p>")); err != nil {
		t.Error(err)
	}
	err = th.Lacking([]byte("<p>" + th.Words.Must(lang.FR, "bye") + "</p>"))
	if err == nil || !strings.Contains(err.Error(), `no word "bye"`) {
		t.Errorf("got %v, want the word that lacks", err)
	}
}

func TestTheWordsOfTablesStandInAFileOfTheirOwn(t *testing.T) {
	files := base()
	files["columns.yaml"] = &fstest.MapFile{Data: []byte("table.boats: {fr: Bateaux, en: Boats}\n")}
	mine := fstest.MapFS{"columns.yaml": {Data: []byte("table.boats: {fr: Navires, en: Ships}\n")}}
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", files), layer("themes/mine", mine))
	if err != nil {
		t.Fatal(err)
	}
	if boats, ok := th.Words.Find("table.boats"); !ok || boats.EN != "Ships" {
		t.Errorf("the table is called %q", boats.EN)
	}
	err = th.Lacking([]byte(th.Words.Must(lang.FR, "column.boats.name")))
	if err == nil || !strings.Contains(err.Error(), `themes/mine/columns.yaml: there is no word "column.boats.name"`) {
		t.Errorf("got %v, want the word that lacks and its file", err)
	}
}

func TestAStyleSheetLosesWhatOnlyPeopleRead(t *testing.T) {
	sheet := "/* roles */\n.a,\n.b > .c { color: red; content: \"a ; /* b */\"; }\n\n" +
		".d\n  .e { grid:\n    1fr / 2fr; }\n@media (min-width: 60rem) {\n  .f { margin: 0 auto; }\n}\n"
	files := base()
	files["assets/style.css"] = &fstest.MapFile{Data: []byte(sheet)}
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", files))
	if err != nil {
		t.Fatal(err)
	}
	const want = ".a,.b > .c{color: red;content: \"a ; /* b */\";}.d .e{grid: 1fr / 2fr;}" +
		"@media (min-width: 60rem){.f{margin: 0 auto;}}"
	for _, a := range th.Assets {
		if a.Name == "style.css" && string(a.Data) != want {
			t.Errorf("got  %q\nwant %q", a.Data, want)
		}
	}
}
