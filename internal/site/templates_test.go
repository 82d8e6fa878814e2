package site_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jba/templatecheck"

	"vigie/internal/site"
	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// typedBodies gives one value per template that the pages of a site are rendered with,
// and that of the frame around them.
func typedBodies(s *site.Site) map[string]any {
	found := map[string]any{}
	for p := range s.Pages() {
		if found[p.Template] == nil {
			found[p.Template], found["page"] = p.Body, s.Frame(p, "")
		}
	}
	return found
}

// The site of the project renders most of what templates ask for, but not what
// stands in a branch that none of its records takes: this looks at types alone.
func TestTemplatesAskForNothingThatTheirPagesDoNotHave(t *testing.T) {
	s := real(t, nil)
	for name, body := range typedBodies(s) {
		if err := templatecheck.CheckHTML(s.Theme.Template(lang.FR, name), body); err != nil {
			t.Error(err)
		}
	}
}

func TestATemplateThatAsksForMoreIsFoundThoughNoPageTakesItsBranch(t *testing.T) {
	wrong := fstest.MapFS{"templates/legal.html": {Data: []byte("{{if false}}{{.Nothing}}{{end}}")}}
	th, err := theme.Load(lang.Composed(), nil, theme.Layer{Folder: "themes/vigie", Files: os.DirFS("../../themes/vigie")},
		theme.Layer{Folder: "themes/wrong", Files: wrong})
	if err != nil {
		t.Fatal(err)
	}
	err = templatecheck.CheckHTML(th.Template(lang.FR, "legal"), typedBodies(real(t, nil))["legal"])
	if err == nil || !strings.Contains(err.Error(), "Nothing") {
		t.Errorf("found %v", err)
	}
}
