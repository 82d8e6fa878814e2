package draw_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"vigie/internal/chart/draw"
)

const bars = `{"xAxis": {"type": "category"}, "yAxis": {}, "series": [{"type": "bar", "color": "#235a9f", "data": [1, 2, 3]}]}`

func TestWhatCannotBeDrawnIsRefusedByName(t *testing.T) {
	d := drawer(t, draw.Config{})
	with := func(change func(*draw.Job)) draw.Job {
		j := job(bars)
		change(&j)
		return j
	}
	options := func(s string) draw.Job { return job(s) }
	cases := map[string]struct {
		job  draw.Job
		want string
	}{
		"options that are no JSON":                  {options(`{"series":`), "JSON"},
		"a kind of series that we have not":         {options(`{"series": [{"type": "treemap"}]}`), `series of type "treemap" is not vendored`},
		"a part of ECharts that we have not":        {options(`{"visualMap": {"min": 0}, "series": []}`), `"visualMap" is not among the parts`},
		"a title, which belongs to the page":        {options(`{"title": {"text": "x"}, "series": []}`), `"title" is not among the parts`},
		"a custom series that we have not":          {options(`{"series": [{"type": "custom", "renderItem": "function () {}"}]}`), "custom series wants renderItem range, span"},
		"a formatter that is badly written":         {options(`{"yAxis": {"axisLabel": {"formatter": "=de:#"}}, "series": []}`), `should look like "=fr:# M€"`},
		"a colour that is no role":                  {options(strings.Replace(bars, "#235a9f", "#5470c6", 1)), `no role of the palette: "#5470c6" (fill of a path)`},
		"a colour by its name":                      {options(strings.Replace(bars, "#235a9f", "red", 1)), `"red" (fill of a path)`},
		"a width of nothing":                        {with(func(j *draw.Job) { j.Width = 0 }), "size 0 × 320"},
		"a prefix that could not start an id":       {with(func(j *draw.Job) { j.Prefix = "1 x" }), `prefix "1 x"`},
		"no title for those who do not see a chart": {with(func(j *draw.Job) { j.Title = "" }), "no title"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := d.SVG(context.Background(), c.job)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), `draw chart "an-example": `) {
				t.Errorf("got %v\nwant …%s…", err, c.want)
			}
		})
	}
}

// endless is a chart of so many points that it must be stopped.
var endless = strings.Replace(bars, "[1, 2, 3]", "["+strings.Repeat("1,", 200_000)+"1]", 1)

func TestAChartThatTakesTooLongIsStopped(t *testing.T) {
	for _, limit := range []time.Duration{time.Nanosecond, 10 * time.Millisecond, 100 * time.Millisecond} {
		_, err := drawer(t, draw.Config{Timeout: limit}).SVG(context.Background(), job(endless))
		if err == nil || !strings.Contains(err.Error(), `draw chart "an-example": stopped after `+limit.String()) {
			t.Errorf("limit %v: got %v", limit, err)
		}
	}
}

func TestAChartThatTakesTooMuchMemoryIsStopped(t *testing.T) {
	_, err := drawer(t, draw.Config{Memory: 16 << 20}).SVG(context.Background(), job(endless))
	if err == nil || !strings.Contains(err.Error(), "memory") {
		t.Errorf("got %v", err)
	}
}

func TestAStopFromOutsideStopsTheDrawing(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	_, err := drawer(t, draw.Config{}).SVG(ctx, job(endless))
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the reason of the context", err)
	}
}

func TestAfterAStopTheNextChartIsDrawn(t *testing.T) {
	d := drawer(t, draw.Config{Memory: 16 << 20})
	if _, err := d.SVG(context.Background(), job(endless)); err == nil {
		t.Fatal("not stopped")
	}
	mustDraw(t, d, job(bars))
}

func TestADrawerWantsABundle(t *testing.T) {
	if _, err := draw.New(draw.Config{}); err == nil {
		t.Error("no error without a bundle")
	}
	d, err := draw.New(draw.Config{Bundle: []byte("this is no JavaScript")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SVG(context.Background(), job(bars)); err == nil || !strings.Contains(err.Error(), "compile ECharts") {
		t.Errorf("got %v", err)
	}
}
