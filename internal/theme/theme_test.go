package theme_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/lang"
	"vigie/internal/theme"
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
	th, err := theme.Load(nil, base())
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
	th, err := theme.Load(nil, base(), mine)
	if err != nil {
		t.Fatal(err)
	}
	if got := render(t, th, lang.FR); got != `<p lang="fr">Bonjour &lt;Vigie&gt; mine</p>` {
		t.Errorf("got %s", got)
	}
}

func TestAThemeMayReplaceWhatTheProgramMakes(t *testing.T) {
	made := map[string][]byte{"assets/charts.css": []byte("made"), "assets/style.css": []byte("made")}
	th, err := theme.Load(made, base())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, a := range th.Assets {
		got[a.Name] = string(a.Data)
	}
	if len(got) != 2 || got["charts.css"] != "made" || got["style.css"] != "p{}" {
		t.Errorf("published: %v", got)
	}
}

func TestAnAssetIsNamedAfterItsBytes(t *testing.T) {
	first, _ := theme.Load(nil, base())
	other := base()
	other["assets/style.css"].Data = []byte("p{color:red}")
	second, _ := theme.Load(nil, other)
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
		}, "templates/part.html:1"},
		"a word is missing":              {func(f fstest.MapFS) { f["templates/part.html"].Data = []byte(`{{word "bye"}}`) }, `no "bye"`},
		"an asset is missing":            {func(f fstest.MapFS) { delete(f, "assets/style.css") }, `no asset "style.css"`},
		"a word has one language only":   {func(f fstest.MapFS) { f["words.yaml"].Data = []byte("hello: {fr: Bonjour}\n") }, "needs both"},
		"a template is not well written": {func(f fstest.MapFS) { f["templates/part.html"].Data = []byte("{{if}}") }, "templates/part.html:1"},
	} {
		t.Run(name, func(t *testing.T) {
			files := base()
			c.change(files)
			th, err := theme.Load(nil, files)
			if err == nil {
				_, err = th.Render(lang.FR, "page", page{"Vigie"})
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want something with %q", err, c.want)
			}
		})
	}
}

func TestAWordThatTheCodeLacksIsFoundInWhatItMakes(t *testing.T) {
	words := theme.Words{"hello": {FR: "Bonjour", EN: "Hello"}}
	if err := theme.Lacking([]byte("<p>" + words.Must(lang.FR, "hello") + "</p>")); err != nil {
		t.Error(err)
	}
	err := theme.Lacking([]byte("<p>" + words.Must(lang.FR, "bye") + "</p>"))
	if err == nil || !strings.Contains(err.Error(), `no "bye"`) {
		t.Errorf("got %v, want the word that lacks", err)
	}
}
