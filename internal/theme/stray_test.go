package theme_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

func TestWhatAThemeHoldsAndNothingShowsIsNamed(t *testing.T) {
	below := base()
	below["words.yaml"].Data = append(below["words.yaml"].Data, "nav.home: {fr: Accueil, en: Home}\n"...)
	for name, c := range map[string]struct {
		mine fstest.MapFS
		want string
	}{
		"a key near another": {fstest.MapFS{"words.yaml": {Data: []byte("helo: {fr: Salut, en: Hi}\n")}},
			`themes/mine/words.yaml:1:1 nothing shows a word "helo" did you mean hello?`},
		"a template of another name": {fstest.MapFS{"templates/parts.html": {Data: []byte("mine")}},
			`themes/mine/templates/parts.html nothing uses a template "parts" did you mean part?`},
		"what replaces ours": {fstest.MapFS{"words.yaml": {Data: []byte("hello: {fr: Salut, en: Hi}\n")},
			"templates/part.html": {Data: []byte("mine")}}, ""},
		"a word that a template of ours shows": {fstest.MapFS{"words.yaml": {Data: []byte("motto: {fr: Devise, en: Motto}\n")},
			"templates/part.html": {Data: []byte(`{{word "motto"}}`)}}, ""},
		"the name of a page of ours": {fstest.MapFS{"words.yaml": {Data: []byte("nav.ferries: {fr: Bacs, en: Ferries}\n")}},
			""},
		"a template that another puts in": {fstest.MapFS{"templates/own.html": {Data: []byte("own")},
			"templates/part.html": {Data: []byte(`{{template "own"}}`)}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			th, err := theme.Load(lang.Composed(), nil, layer("themes/base", below), layer("themes/mine", c.mine))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range th.Strays() {
				got = append(got, p.Place.String()+" "+p.Message+" "+p.Hint)
			}
			if all := strings.Join(got, "\n"); all != c.want {
				t.Errorf("found %q, want %q", all, c.want)
			}
		})
	}
}
