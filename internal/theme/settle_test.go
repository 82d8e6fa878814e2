package theme_test

import (
	"html/template"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

func TestWordsStandInATemplateAsHTMLTemplateWouldWriteThem(t *testing.T) {
	words := map[string]string{"plain": "Bonjour", "odd": `<b> "a" & 'b' + {{x}}`, "link": "javascript:void(0)", "spaced": "a b"}
	var file strings.Builder
	for key, text := range words {
		file.WriteString(key + ": {fr: " + quoted(text) + ", en: " + quoted(text) + "}\n")
	}
	for _, source := range []string{
		`<p>{{word "plain"}}{{word "odd"}} {{.Name}} {{word "odd"}}</p>`,
		`<p title="{{word "odd"}}" lang='{{word "odd"}}'>x</p>`,
		`<p title={{word "spaced"}}>x</p>`,
		`<p title = {{word "spaced"}}>x</p>`,
		`<title>{{word "odd"}}</title><textarea>{{word "odd"}}</textarea>`,
		`<a href="/{{word "plain"}}/{{.Name}}">x</a>`,
		`<a href="{{word "link"}}" title="{{word "odd"}}">x</a><a href='{{if .Name}}{{word "link"}}{{end}}'>x</a>`,
		`<a href="{{.Name}}{{word "odd"}}">x</a><a class=a{{word "plain"}}>x</a>`,
		`<script>var x = {{word "odd"}};</script>`,
		`<p onclick="go({{word "odd"}})">x</p>`,
		`<p style="color: {{word "plain"}}">{{word "odd"}}</p>`,
		`{{if fr}}<b>{{word "odd"}}</b>{{else}}<i>{{word "plain"}}</i>{{end}}{{if .Name}}{{if fr}}fr{{end}}{{end}}`,
		`{{range .List}}{{word "plain"}}{{.}}{{end}}{{with .Name}}{{word "odd"}}{{.}}{{end}}`,
		`{{define "inner"}}{{word "odd"}}{{end}}<p>{{template "inner"}}</p>`,
		`{{word "plain" | printf "%q"}}{{$w := word "odd"}}{{$w}}`,
	} {
		th, err := theme.Load(lang.Composed(), nil, layer("themes/base", fstest.MapFS{
			"words.yaml": {Data: []byte(file.String())}, "templates/page.html": {Data: []byte(source)}}))
		if err != nil {
			t.Fatal(err)
		}
		value := struct {
			Name string
			List []string
		}{"<Vigie>", []string{"1", "2"}}
		for _, l := range lang.Composed() {
			want := &strings.Builder{}
			plain := template.Must(template.New("").Funcs(template.FuncMap{
				"word": func(key string) string { return words[key] }, "fr": func() bool { return l == lang.FR }}).Parse(source))
			if err := plain.Execute(want, value); err != nil {
				t.Fatal(err)
			}
			got, err := th.Render(l, "page", value)
			if err != nil || string(got) != want.String() {
				t.Errorf("%s\n got %s\nwant %s (%v)", source, got, want, err)
			}
		}
	}
}

func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func TestAPartIsRenderedOnceForAllThePagesThatShareItsValue(t *testing.T) {
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", fstest.MapFS{
		"words.yaml":           {Data: []byte("hello: {fr: Bonjour, en: Hello}\n")},
		"templates/page.html":  {Data: []byte(`{{.Name}}: {{part "greet" .Shared}}`)},
		"templates/greet.html": {Data: []byte(`<b>{{word "hello"}} {{.Count}}</b>`)}}))
	if err != nil {
		t.Fatal(err)
	}
	shared := &counter{}
	for _, name := range []string{"one", "two"} {
		got, err := th.Render(lang.EN, "page", sharing{name, shared})
		if want := name + ": <b>Hello 1</b>"; err != nil || string(got) != want {
			t.Errorf("got %s, want %s (%v)", got, want, err)
		}
	}
	if got, _ := th.Render(lang.FR, "page", sharing{"trois", shared}); string(got) != "trois: <b>Bonjour 2</b>" {
		t.Errorf("in another language: %s", got)
	}
	if parts := th.Parts("page"); len(parts.Templates) != 2 || len(parts.Words) != 1 {
		t.Errorf("the page is made of %v", parts)
	}
	if _, err := th.Render(lang.EN, "page", sharing{"three", "no pointer"}); err == nil ||
		!strings.Contains(err.Error(), "page.html:1") || !strings.Contains(err.Error(), "by a pointer") {
		t.Errorf("a value that is not shared: %v", err)
	}
}

// counter counts how often it is shown.
type counter struct{ n int }

func (c *counter) Count() int { c.n++; return c.n }

type sharing struct {
	Name   string
	Shared any
}
