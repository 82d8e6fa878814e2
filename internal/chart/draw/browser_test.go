package draw_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"testing"

	"vigie/internal/chart/draw"
	"vigie/internal/test/browser"
)

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:"

// site serves files from memory under the policy of our pages.
func site(t *testing.T, files map[string]string) string {
	t.Helper()
	types := map[string]string{".css": "text/css", ".js": "text/javascript", "": "text/html; charset=utf-8"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", types[path.Ext(r.URL.Path)])
		w.Write([]byte(content))
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

const head = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="chart.css"><link rel="stylesheet" href="page.css"></head><body><main><h1>Essai</h1>`

const pageCSS = `body { margin: 0; background: var(--chart-surface); color: var(--chart-text); font-family: "DejaVu Sans", sans-serif }
#live { width: 600px; height: 300px }`

// seen reads from the page how the drawings came out.
const seen = `[...document.querySelectorAll("svg")].map(svg => {
	const wrong = [], box = svg.getBoundingClientRect();
	if (getComputedStyle(svg.querySelector("text")).fontFamily !== getComputedStyle(document.body).fontFamily) wrong.push("another font");
	if (Math.abs(box.width / box.height - 720 / 320) > 0.01) wrong.push("size " + box.width + " × " + box.height);
	for (const e of svg.querySelectorAll("[class]")) {
		const css = getComputedStyle(e);
		for (const name of e.classList) {
			const wanted = getComputedStyle(document.documentElement).getPropertyValue("--chart-" + name.slice(2));
			e.style.color = wanted; // the browser writes it as it writes the other
			const [paint, colour] = [name[0] === "f" ? css.fill : css.stroke, getComputedStyle(e).color];
			if (paint !== colour) wrong.push(name + ": " + paint + ", not " + colour);
		}
	}
	for (const text of svg.querySelectorAll("text")) {
		const words = text.getBoundingClientRect();
		if (words.left < box.left - 1 || words.right > box.right + 1) wrong.push("cut: " + text.textContent);
	}
	return wrong;
})`

func TestDrawingsStandInAPageOfOurs(t *testing.T) {
	chromium := browser.ForTest(t)
	d := drawer(t, draw.Config{})
	html := head
	for i, example := range examples(t) {
		example.Prefix = fmt.Sprintf("c%d", i)
		html += string(mustDraw(t, d, example))
	}
	address := site(t, map[string]string{
		"/": html + "</main></body></html>", "/chart.css": string(draw.Stylesheet()), "/page.css": pageCSS,
	})
	for name, view := range map[string]browser.View{
		"in the light": {Width: 720}, "in the dark": {Width: 720, Dark: true}, "on paper": {Width: 720, Dark: true, Print: true},
	} {
		t.Run(name, func(t *testing.T) {
			page := chromium.Open(t, address, view)
			wrong, err := browser.Evaluate[[][]string](page, seen)
			if err != nil {
				t.Fatal(err)
			}
			for i, w := range wrong {
				if len(w) > 0 {
					t.Errorf("%s: %s", examples(t)[i].Name, strings.Join(w, "\n"))
				}
			}
			for _, c := range page.Complaints() {
				t.Error(c)
			}
			if len(wrong) != len(examples(t)) {
				t.Errorf("%d drawings in the page, want %d", len(wrong), len(examples(t)))
			}
			if !view.Print {
				page.Axe(t)
			}
		})
	}
}

func TestTheBrowserDrawsTheSameOptionsUnderOurPolicy(t *testing.T) {
	chromium := browser.ForTest(t)
	bundle, err := os.ReadFile(vendor + "echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"/chart.css": string(draw.Stylesheet()), "/page.css": pageCSS,
		"/echarts.js": string(bundle), "/kit.js": string(draw.Kit()),
		"/page.js": `window.live = chartkit.mount(document.getElementById("live"), document.getElementById("option").textContent, "fr")`,
	}
	for _, example := range examples(t) {
		options := strings.Replace(string(example.Options), "{", `{"tooltip": {},`, 1)
		files["/"+example.Name] = head + `<div id="live"></div><script type="application/json" id="option">` + options + `</script>
			</main><script src="echarts.js"></script><script src="kit.js"></script><script src="page.js"></script></body></html>`
	}
	address := site(t, files)
	for _, example := range examples(t) {
		t.Run(example.Name, func(t *testing.T) {
			page := chromium.Open(t, address+example.Name, browser.View{Width: 720, Dark: true})
			inked, err := browser.Evaluate[int](page, inked)
			if err != nil {
				t.Fatal(err)
			}
			if inked < 500 {
				t.Errorf("%d pixels drawn: hardly a chart", inked)
			}
			for _, c := range page.Complaints() {
				t.Error(c)
			}
		})
	}
}

// inked counts the pixels of the canvas that hold something, after a pointer
// has come by, so that a tooltip was shown.
const inked = `(() => {
	const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
	for (let x = 0; x < 600; x += 40) for (let y = 0; y < 300; y += 40) {
		canvas.dispatchEvent(new MouseEvent("mousemove", {bubbles: true, clientX: box.left + x, clientY: box.top + y}));
	}
	const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
	let n = 0;
	for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) n++;
	return n;
})()`
