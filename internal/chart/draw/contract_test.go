package draw_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"vigie/internal/chart/draw"
)

var (
	reference = regexp.MustCompile(`^url\(#([a-z0-9-]+)\)$`)
	colour    = regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(`)
)

// What a page of ours lets a drawing hold.
func TestADrawingHoldsNothingThatAPageForbids(t *testing.T) {
	d := drawer(t, draw.Config{})
	for _, example := range examples(t) {
		t.Run(example.Name, func(t *testing.T) {
			ids, wanted := map[string]bool{}, []string{}
			for _, e := range parse(t, mustDraw(t, d, example)) {
				switch e.Name.Local {
				case "script", "style", "foreignObject", "image", "use", "a", "animate", "set":
					t.Errorf("<%s>", e.Name.Local)
				}
				for _, a := range e.Attr {
					name, value := a.Name.Local, a.Value
					switch {
					case name == "style", name == "href", strings.HasPrefix(name, "on"), strings.Contains(name, "_"), name == "font-family":
						t.Errorf("<%s %s=%q>", e.Name.Local, name, value)
					case name == "id" && (ids[value] || !strings.HasPrefix(value, example.Prefix+"-")):
						t.Errorf("id %q is taken or does not start with %q", value, example.Prefix)
					case name == "id":
						ids[value] = true
					case strings.HasPrefix(value, "url("):
						wanted = append(wanted, value)
					case colour.MatchString(value):
						t.Errorf("<%s %s=%q> says a colour", e.Name.Local, name, value)
					}
				}
			}
			for _, value := range wanted {
				m := reference.FindStringSubmatch(value)
				if m == nil || !ids[m[1]] {
					t.Errorf("%s leads nowhere", value)
				}
			}
		})
	}
}

func TestTheRootSaysWhatTheChartIsAndLeavesItsSizeToThePage(t *testing.T) {
	j := job(`{"xAxis": {"type": "category", "data": ["a"]}, "yAxis": {}, "series": [{"type": "bar", "data": [1]}]}`)
	j.Title, j.Desc = `Coûts « A » < B & C`, `Une <phrase>.`
	svg := string(mustDraw(t, drawer(t, draw.Config{}), j))
	for _, want := range []string{
		`viewBox="0 0 720 320" role="img" aria-labelledby="ex-title ex-desc">`,
		"<title id=\"ex-title\">Coûts « A » &lt; B &amp; C</title>",
		"<desc id=\"ex-desc\">Une &lt;phrase&gt;.</desc>",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("want %s in\n%s", want, svg[:400])
		}
	}
	if root := parse(t, []byte(svg))[0]; attr(root, "width") != "" || attr(root, "height") != "" {
		t.Error("the root has a size of its own")
	}
}

func TestWordsOfTheDataCannotBecomeMarkup(t *testing.T) {
	svg := mustDraw(t, drawer(t, draw.Config{}), job(`{
		"legend": {}, "xAxis": {"type": "category", "data": ["</text><script>x</script>"]}, "yAxis": {},
		"series": [{"name": "\"><script>y</script>", "type": "bar", "data": [1], "label": {"show": true, "formatter": "<b onclick=z>"}}]}`))
	for _, e := range parse(t, svg) {
		if e.Name.Local == "script" || e.Name.Local == "b" {
			t.Errorf("<%s> slipped in", e.Name.Local)
		}
	}
	if !bytes.Contains(svg, []byte("&lt;/text&gt;&lt;script&gt;")) {
		t.Error("the words are not there as words")
	}
}

func TestEachMarkNamesItsPlaceInTheData(t *testing.T) {
	svg := mustDraw(t, drawer(t, draw.Config{}), job(`{
		"legend": {}, "xAxis": {"type": "category", "data": ["a", "b", "c"]}, "yAxis": {},
		"series": [{"name": "s", "type": "bar", "data": [1, "-", 3], "markLine": {"data": [{"yAxis": 2}]}}]}`))
	var items []string
	for _, e := range parse(t, svg) {
		if attr(e, "data-item") != "" {
			items = append(items, attr(e, "data-series")+"/"+attr(e, "data-item"))
		}
	}
	if got := strings.Join(items, " "); got != "0/0 0/2" {
		t.Errorf("marks of %q, want those of 0/0 0/2: no mark for what is missing, none for lines and legends", got)
	}
}

// parse reads a drawing as XML and gives its elements in order.
func parse(t *testing.T, svg []byte) []xml.StartElement {
	t.Helper()
	var all []xml.StartElement
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			all = append(all, e.Copy())
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
