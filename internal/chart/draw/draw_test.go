package draw_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"vigie/internal/chart/draw"
	"vigie/internal/value/lang"
)

var update = flag.Bool("update", false, "write the golden drawings again")

const vendor = "../../../themes/vigie/assets/vendor/"

// drawer makes a drawer with the vendored ECharts.
func drawer(t testing.TB, c draw.Config) *draw.Drawer {
	t.Helper()
	bundle, err := os.ReadFile(vendor + "echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	c.Bundle = bundle
	if c.Timeout == 0 {
		c.Timeout = 5 * time.Minute // machines of tests are busy, and slow under the race detector
	}
	d, err := draw.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// job is a drawing of made-up options.
func job(options string) draw.Job {
	return draw.Job{
		Name: "an-example", Options: []byte(options), Width: 720, Height: 320,
		Lang: lang.FR, Prefix: "ex", Title: "Exemple", Desc: "Chiffres inventés.",
	}
}

// examples are the options of testdata.
func examples(t testing.TB) []draw.Job {
	t.Helper()
	files, err := filepath.Glob("testdata/options/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var jobs []draw.Job
	for _, f := range files {
		options, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		j := job(string(options))
		j.Name = strings.TrimSuffix(filepath.Base(f), ".json")
		jobs = append(jobs, j)
	}
	return jobs
}

func mustDraw(t testing.TB, d *draw.Drawer, j draw.Job) []byte {
	t.Helper()
	svg, err := d.SVG(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return svg
}

func TestExamplesAreDrawnAsBefore(t *testing.T) {
	d := drawer(t, draw.Config{})
	for _, width := range []int{720, 340} {
		for _, example := range examples(t) {
			example.Width = width
			golden := filepath.Join("testdata/golden", example.Name+map[int]string{720: "", 340: "-narrow"}[width]+".svg")
			t.Run(filepath.Base(golden), func(t *testing.T) {
				got := mustDraw(t, d, example)
				if *update {
					if err := os.WriteFile(golden, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("the drawing differs from %s: look at both, then -update\n%s", golden, firstDifference(got, want))
				}
			})
		}
	}
}

func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + append(w, "(nothing)")[min(i, len(w))]
		}
	}
	return "got is cut short"
}

func TestBytesDoNotDependOnTheCoresNorOnWhatWasDrawnBefore(t *testing.T) {
	all := examples(t)
	last := all[len(all)-1]
	alone := mustDraw(t, drawer(t, draw.Config{}), last)

	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2} {
		runtime.GOMAXPROCS(cores)
		d := drawer(t, draw.Config{})
		for _, example := range all {
			got := mustDraw(t, d, example)
			if example.Name == last.Name && !bytes.Equal(got, alone) {
				t.Errorf("with %d cores and after others, other bytes:\n%s", cores, firstDifference(got, alone))
			}
		}
	}
}

func TestSeveralAtOnceGiveTheSameBytes(t *testing.T) {
	d := drawer(t, draw.Config{Workers: 2})
	all := examples(t)
	want := make([][]byte, len(all))
	for i, example := range all {
		want[i] = mustDraw(t, d, example)
	}
	done := make(chan string)
	for i, example := range all {
		go func() {
			svg, err := d.SVG(context.Background(), example)
			if err != nil || !bytes.Equal(svg, want[i]) {
				done <- example.Name
				return
			}
			done <- ""
		}()
	}
	for range all {
		if name := <-done; name != "" {
			t.Errorf("%s: drawn differently beside others", name)
		}
	}
}
