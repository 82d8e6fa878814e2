package theme_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// withSheet is the made-up theme with a font and a style sheet that says so.
func withSheet(sheet string) fstest.MapFS {
	files := base()
	files["assets/fonts/letters.woff2"] = &fstest.MapFile{Data: []byte("letters")}
	files["assets/style.css"] = &fstest.MapFile{Data: []byte(sheet)}
	return files
}

func TestAStyleSheetAsksForAssetsByTheirPublishedNames(t *testing.T) {
	sheet := `@font-face{src: local("Arial"),url("fonts/letters.woff2")}p{background: url(data:,x)}`
	th, err := theme.Load(lang.Composed(), nil, layer("themes/base", withSheet(sheet)))
	if err != nil {
		t.Fatal(err)
	}
	font, err := th.AssetPath("fonts/letters.woff2")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(sheet, "fonts/letters.woff2", strings.TrimPrefix(font, "/assets/"), 1)
	for _, a := range th.Assets {
		if a.Name == "style.css" && string(a.Data) != want {
			t.Errorf("published %s\nwant %s", a.Data, want)
		}
	}

	other := withSheet(sheet)
	other["assets/fonts/letters.woff2"].Data = []byte("other letters")
	changed, err := theme.Load(lang.Composed(), nil, layer("themes/base", other))
	if err != nil {
		t.Fatal(err)
	}
	one, _ := th.AssetPath("style.css")
	two, _ := changed.AssetPath("style.css")
	if one == two {
		t.Errorf("%s keeps its name when the font it asks for changes", one)
	}
}

func TestAStyleSheetThatAsksForWhatIsNotThereIsAFault(t *testing.T) {
	_, err := theme.Load(lang.Composed(), nil, layer("themes/base", withSheet("p{}\nq { src: url(fonts/none.woff2) }")))
	want := "themes/base/assets/style.css:2: the style asks for assets/fonts/none.woff2, which is no file of the theme"
	if fault := new(theme.Fault); !errors.As(err, &fault) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
