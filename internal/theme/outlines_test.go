package theme_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// island is a made-up country of two places, one of which is far away.
const island = `{"width": 100, "height": 80, "codes": "shire",
"credit": {"title": "The island", "author": "A. Surveyor", "url": "https://example.org/island", "licence": "CC0-1.0",
  "terms": "https://example.org/cc0", "changes": true},
"places": [
{"code": "N", "path": "M0 0l50 0 0 40-50 0z"},
{"code": "S", "tile": {"x": 0, "y": 60, "width": 40, "height": 12, "label": "South"}}
]}`

func TestOutlinesOfPlacesAreReadByKindOfBody(t *testing.T) {
	files := base()
	files["outlines/county.json"] = &fstest.MapFile{Data: []byte(island)}
	files["outlines/README.md"] = &fstest.MapFile{Data: []byte("who drew them")}
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", files))
	if err != nil {
		t.Fatal(err)
	}
	o := th.Outlines["county"]
	if len(th.Outlines) != 1 || len(o.Places) != 2 || o.Places[1].Tile.Label != "South" ||
		o.Credit.Author != "A. Surveyor" {
		t.Errorf("read: %+v", th.Outlines)
	}
}

func TestOutlinesThatCouldNotBeDrawnAreAFaultOfTheirFile(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a key that nobody reads":      {`"width": 100`, `"breadth": 1, "width": 100`, "breadth"},
		"no size":                      {`"width": 100`, `"width": 0`, "a width, a height and places"},
		"codes of no kind":             {`"codes": "shire"`, `"codes": ""`, "the kind of identifier"},
		"nobody who drew them":         {"A. Surveyor", "", "somebody drew them"},
		"two places of one code":       {`"code": "S"`, `"code": "N"`, `the code "N"`},
		"a place without a shape":      {`"path": "M0 0l50 0 0 40-50 0z"`, `"path": ""`, "either a path or a tile"},
		"a path that holds a script":   {"M0 0l50", `M0 0\"/><script>l50`, "the path of N"},
		"a path of curves and decimal": {"l50 0", "c50 0.5", "the path of N"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(island, c.old) {
				t.Fatalf("the outlines hold no %q", c.old)
			}
			files := base()
			files["outlines/county.json"] = &fstest.MapFile{Data: []byte(strings.Replace(island, c.old, c.new, 1))}
			_, err := theme.Load(lang.Composed(), nil, layer("themes/base", files))
			if fault := new(theme.Fault); !errors.As(err, &fault) || fault.File != "themes/base/outlines/county.json" ||
				!strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want a fault of the file with %q", err, c.want)
			}
		})
	}
}
