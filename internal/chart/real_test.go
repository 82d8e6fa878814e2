package chart_test

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/theme"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

var setting = chart.Setting{AsOf: cal.NewDay(2026, 11, 23), Licence: "etalab-2.0", Words: themeWords}

// baseWords are those of the base theme, read once.
var baseWords = sync.OnceValues(func() (theme.Words, error) {
	th, err := theme.Load(lang.Composed(), nil, theme.Layer{Folder: "themes/vigie", Files: os.DirFS("../../themes/vigie")})
	if err != nil {
		return nil, err
	}
	return th.Words, nil
})

// themeWords finds words of the base theme.
func themeWords(key string) (lang.Text, bool) {
	words, _ := baseWords()
	return words.Find(key)
}

// results are those of the real data, read once.
var results = sync.OnceValues(func() ([]indicator.Result, error) {
	c, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		return nil, err
	}
	return indicator.Results(dataset.New(c, setting.AsOf)), nil
})

// page keeps what it is asked to draw and draws nothing.
type page struct{ jobs []draw.Job }

func (p *page) SVG(_ context.Context, j draw.Job) ([]byte, error) {
	p.jobs = append(p.jobs, j)
	return []byte("<svg/>"), nil
}

// pen draws for real, but under the race detector only one width of each chart.
type pen struct {
	drawer *draw.Drawer
	width  int
}

func (p pen) SVG(ctx context.Context, j draw.Job) ([]byte, error) {
	if raced && j.Width != p.width {
		return nil, nil
	}
	return p.drawer.SVG(ctx, j)
}

// pens are two widths to draw in turn.
func pens(t *testing.T) [2]pen {
	t.Helper()
	bundle, err := os.ReadFile("../../themes/vigie/assets/vendor/echarts.min.js")
	if err != nil {
		t.Fatal(err)
	}
	d, err := draw.New(draw.Config{Bundle: bundle, Timeout: 5 * time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return [2]pen{{d, 720}, {d, 340}}
}

// each runs a test on every chart of the real data, in each language.
func each(t *testing.T, check func(*testing.T, indicator.Result, chart.Face)) {
	t.Helper()
	all, err := results()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("%d indicators: the real data is not all there", len(all))
	}
	for _, r := range all {
		for _, l := range lang.Composed() {
			t.Run(r.ID+"/"+string(l), func(t *testing.T) {
				f, err := chart.Draw(t.Context(), &page{}, r, setting, l)
				if err != nil {
					t.Fatal(err)
				}
				check(t, r, f)
			})
		}
	}
}

// points lists every point with its line, by "line/point".
func pointsOf(r indicator.Result) map[string]indicator.Point {
	out := map[string]indicator.Point{}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			out[l.Key+"/"+p.Key] = p
		}
	}
	return out
}
