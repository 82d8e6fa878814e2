package browser_test

import (
	"bytes"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigie/internal/test/browser"
)

// sound is a page without a fault, made up for this test.
const sound = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self'; img-src 'self' data:">
<link rel="stylesheet" href="style.css"><link rel="icon" href="data:,"></head>
<body><main><h1>Essai</h1><p id="p">Une page d'essai.</p></main><script src="script.js"></script></body></html>`

const (
	style  = `body{background:#fff;color:#111}@media (prefers-color-scheme:dark){body{background:#000;color:#eee}}`
	script = `document.getElementById("p").dataset.ran = "yes"`
)

func serve(t *testing.T, page string) string {
	t.Helper()
	files := map[string]string{"/": page, "/style.css": style, "/script.js": script}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, ok := files[r.URL.Path]
		switch {
		case !ok:
			http.NotFound(w, r)
			return
		case strings.HasSuffix(r.URL.Path, ".css"):
			w.Header().Set("Content-Type", "text/css")
		case strings.HasSuffix(r.URL.Path, ".js"):
			w.Header().Set("Content-Type", "text/javascript")
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		w.Write([]byte(content))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

func TestASoundPage(t *testing.T) {
	chromium := browser.ForTest(t)
	address := serve(t, sound)
	page := chromium.Open(t, address, browser.View{Width: 360, Height: 640})

	page.Axe(t)
	if got, want := strings.Join(page.Requests(), " "), address+" "+address+"style.css "+address+"script.js"; got != want &&
		!strings.HasPrefix(got, want+" data:") {
		t.Errorf("it asked for %s, want %s", got, want)
	}
	if found := page.Complaints(); len(found) > 0 {
		t.Errorf("complaints: %v", found)
	}
	if wide, err := page.Overflow(); err != nil || len(wide) > 0 {
		t.Errorf("overflow: %v, %v", wide, err)
	}
	ran, err := browser.Evaluate[string](page, `document.getElementById("p").dataset.ran`)
	if err != nil || ran != "yes" {
		t.Errorf("the script said %q, %v", ran, err)
	}
	if err := page.Wait(`document.title === "Essai"`); err != nil {
		t.Error(err)
	}
	if light, dark := corner(t, page), corner(t, chromium.Open(t, address, browser.View{Width: 360, Dark: true})); light != 0xffff || dark != 0 {
		t.Errorf("the page is %#x in the light and %#x in the dark", light, dark)
	}
}

func TestWhatComesBackIsCounted(t *testing.T) {
	address := serve(t, sound)
	page := browser.ForTest(t).Open(t, address, browser.View{FirstVisit: true})
	var kinds []string
	for _, answer := range page.Answers() {
		if strings.HasPrefix(answer.Address, "data:") {
			continue
		}
		kinds = append(kinds, answer.Kind)
		body := map[string]int{"Document": len(sound), "Stylesheet": len(style), "Script": len(script)}[answer.Kind]
		if answer.Bytes <= body || answer.Bytes > body+500 { // its headers come on top
			t.Errorf("%s took %d bytes; %d were sent besides headers", answer.Address, answer.Bytes, body)
		}
	}
	if slices.Sort(kinds); !slices.Equal(kinds, []string{"Document", "Script", "Stylesheet"}) {
		t.Errorf("there came back %v", kinds)
	}
}

// corner reads how bright the top left corner of a page is, and its width.
func corner(t *testing.T, page *browser.Page) uint32 {
	t.Helper()
	shot, err := page.Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	if w := picture.Bounds().Dx(); w != 360 {
		t.Errorf("the picture is %d wide, want 360", w)
	}
	red, _, _, _ := picture.At(0, 0).RGBA()
	return red
}

func TestAPageWithoutScripts(t *testing.T) {
	page := browser.ForTest(t).Open(t, serve(t, sound), browser.View{NoScript: true})
	ran, err := browser.Evaluate[bool](page, `document.getElementById("p").dataset.ran === "yes"`)
	if err != nil || ran {
		t.Errorf("the script ran: %v, %v", ran, err)
	}
	if _, err := page.Accessibility(); err == nil {
		t.Error("axe-core ran in a page without scripts")
	}
}

func TestFaultsAreSeen(t *testing.T) {
	faulty := strings.NewReplacer(
		`<p id="p">`, `<img src="missing.png"><div style="width:900px">wide</div><p id="p">`,
		`</body>`, `<script>alert(1)</script><script src="https://elsewhere.invalid/x.js"></script></body>`).Replace(sound)
	address := serve(t, faulty)
	page := browser.ForTest(t).Open(t, address, browser.View{Width: 360})

	violations, err := page.Accessibility()
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, v := range violations {
		rules[v.Rule] = true
	}
	if !rules["image-alt"] {
		t.Errorf("axe-core does not see an image without text: %v", violations)
	}
	kinds := map[string]int{}
	for _, c := range page.Complaints() {
		kinds[c.Kind]++
	}
	if kinds["policy"] < 3 || kinds["network"] < 1 { // style, inline script, foreign script; missing image
		t.Errorf("complaints: %v", page.Complaints())
	}
}

func TestAPageWiderThanTheWindowIsSeen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "wide.html")
	page := `<!doctype html><meta charset="utf-8"><style>#wide{width:900px}.box{overflow-x:auto}</style>
<div class="box"><div id="boxed" style="width:900px">scrolls in its box</div></div><div id="wide">spills</div>`
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	found, err := browser.ForTest(t).Open(t, browser.FileURL(file), browser.View{Width: 360}).Overflow()
	if err != nil {
		t.Fatal(err)
	}
	if overflow := strings.Join(found, "; "); !strings.Contains(overflow, `div#wide "spills" ends at`) || strings.Contains(overflow, "boxed") {
		t.Errorf("overflow: %s", overflow)
	}
}
