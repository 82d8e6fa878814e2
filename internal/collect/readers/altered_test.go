package readers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// panorama is a page with a table of columns in a script, which no server can alter
// without knowing it.
func panorama(t testing.TB, s record.Source) bodies {
	page := fixture(t, "../../france/panorama/testdata/page.html")
	return bodies{s.Collect.Addresses[0]: {Media: "text/html; charset=utf-8", Bytes: []byte(page), Played: map[sourceserver.Fault][]byte{
		sourceserver.Empty:   altered(t, page, func(w *widget) { w.keep(0) }),
		sourceserver.Half:    altered(t, page, func(w *widget) { w.keep(2) }),
		sourceserver.Renamed: altered(t, page, func(w *widget) { w.X.Container = strings.ReplaceAll(w.X.Container, "<th>", "<th>Nouveau : ") }),
	}}}
}

// widget is a table of the page.
type widget struct {
	X struct {
		Filter    string  `json:"filter"`
		Data      [][]any `json:"data"`
		Container string  `json:"container"`
	} `json:"x"`
}

func (w *widget) keep(rows int) {
	for i := range w.X.Data {
		w.X.Data[i] = w.X.Data[i][:rows]
	}
}

// altered changes the last table of a page.
func altered(t testing.TB, page string, change func(*widget)) []byte {
	t.Helper()
	const opening, closing = `<script type="application/json" data-for="htmlwidget-cccc">`, "</script>\n</body>"
	before, rest, ok := strings.Cut(page, opening)
	text, after, whole := strings.Cut(rest, closing)
	var w widget
	if err := json.Unmarshal([]byte(text), &w); err != nil || !ok || !whole {
		t.Fatal("the page of the panorama holds no table:", err)
	}
	change(&w)
	out, err := json.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(before + opening + string(out) + closing + after)
}
