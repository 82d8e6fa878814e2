package draw_test

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"vigie/internal/chart/draw"
	"vigie/internal/value/lang"
)

// texts are the words of a drawing, in the order of the file.
func texts(t *testing.T, j draw.Job) []string {
	t.Helper()
	var all []string
	for line := range strings.Lines(string(mustDraw(t, drawer(t, draw.Config{}), j))) {
		if strings.HasPrefix(line, "<text") {
			line = line[strings.Index(line, ">")+1:]
			all = append(all, line[:strings.Index(line, "<")])
		}
	}
	return all
}

func TestNumbersAreWrittenInTheMannerOfTheLanguage(t *testing.T) {
	cases := []struct{ formatter, value, want string }{
		{"=fr:#", "0", "0"},
		{"=fr:#", "-0.5", "−0,5"},
		{"=fr:#", "0.1234", "0,123"},
		{"=fr:#", "999", "999"},
		{"=fr:#", "1234567.5", "1\u202f234\u202f567,5"},
		{"=fr:# M€", "51.6", "51,6 M€"},
		{"=en:€#M", "1234.5", "€1,234.5M"},
		{"=en:#%", "12.50", "12.5%"},
	}
	for _, c := range cases {
		j := job(fmt.Sprintf(`{"xAxis": {"show": false, "type": "category"}, "yAxis": {"show": false},
			"series": [{"type": "bar", "data": [%s], "label": {"show": true, "formatter": %q}}]}`, c.value, c.formatter))
		if got := texts(t, j); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s of %s: got %q, want %q", c.formatter, c.value, got, c.want)
		}
	}
}

// hostile are words that something would read as a pattern.
var hostile = []string{"=Desk", "=fr:#", "{b}", "{c} {a} {d}", "{a|styled}", "$& $1 $$", "#ffffff", "2026-02-03", "%s", "{name}", "null", "-"}

func TestWordsAreWrittenAsTheyStand(t *testing.T) {
	for _, words := range hostile {
		quoted, err := json.Marshal(words)
		if err != nil {
			t.Fatal(err)
		}
		label, err := json.Marshal("=:" + words)
		if err != nil {
			t.Fatal(err)
		}
		for name, option := range map[string]string{
			"a label": `{"xAxis": {"show": false, "type": "category"}, "yAxis": {"show": false},
				"series": [{"type": "bar", "data": [1], "label": {"show": true, "formatter": ` + string(label) + `}}]}`,
			"the name of a line": `{"xAxis": {"show": false, "type": "category"}, "yAxis": {"show": false}, "series": [{"type": "bar", "data": [1],
				"markLine": {"data": [{"name": ` + string(quoted) + `, "yAxis": 1}], "label": {"show": true, "formatter": "{b}"}}}]}`,
			"a row among days": `{"yAxis": {"type": "category", "data": [` + string(quoted) + `]}, "xAxis": {"show": false, "type": "time"},
				"series": [{"type": "custom", "renderItem": "span", "data": [[0, "2026-01-01", "2026-12-31", ""]]}]}`,
			"the label of a span": `{"yAxis": {"show": false, "type": "category", "data": ["x"]}, "xAxis": {"show": false, "type": "time"},
				"series": [{"type": "custom", "renderItem": "span", "data": [[0, "2026-01-01", "2026-12-31", ` + string(quoted) + `]]}]}`,
		} {
			if name == "the name of a line" && words == "-" { // as ECharts names what has no name
				continue
			}
			if got := texts(t, job(option)); len(got) != 1 || strings.ReplaceAll(html.UnescapeString(got[0]), "\u2060", "") != words {
				t.Errorf("%s %q is drawn as %q", name, words, got)
			}
		}
	}
}

func TestASignInAUnitIsNotThePlaceOfTheNumber(t *testing.T) {
	j := job(`{"xAxis": {"show": false, "type": "category"}, "yAxis": {"show": false},
		"series": [{"type": "bar", "data": [12], "label": {"show": true, "formatter": "=en:\\#\\\\#M"}}]}`)
	if got := texts(t, j); len(got) != 1 || got[0] != `#\12M` {
		t.Errorf("got %q", got)
	}
}

func TestARangeIsWrittenByItsTwoEnds(t *testing.T) {
	j := job(`{"xAxis": {"show": false, "type": "category"}, "yAxis": {"show": false},
		"series": [{"type": "scatter", "data": [[0, 44, 51.6]], "label": {"show": true, "formatter": "=fr:# M€"}}]}`)
	if got := texts(t, j); len(got) != 1 || got[0] != "44–51,6 M€" {
		t.Errorf("got %q", got)
	}
}

func TestMonthsAreNamedInTheLanguage(t *testing.T) {
	j := job(`{"xAxis": {"type": "time", "min": "2026-02-01", "max": "2026-09-01", "axisLabel": {"formatter": "{MMM}"}},
		"yAxis": {"show": false}, "series": [{"type": "scatter", "data": [["2026-03-01", 1]]}]}`)
	for l, want := range map[lang.Lang]string{lang.FR: "avr.", lang.EN: "Apr", "de": "Apr"} {
		j.Lang = l
		if got := strings.Join(texts(t, j), " "); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %s among them", l, got, want)
		}
	}
}

// A chart made with go-echarts, whose options hold more than was asked for.
func TestOptionsOfGoEchartsAreDrawn(t *testing.T) {
	bar := charts.NewBar()
	bar.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: "x", Theme: "vigie"}), // else its own colours come along
		charts.WithYAxisOpts(opts.YAxis{AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr("=fr:# M€")}}),
	)
	bar.SetXAxis([]string{"2024", "2025"}).
		AddSeries("Interne", []opts.BarData{{Value: 12}, {Value: "-"}},
			charts.WithItemStyleOpts(opts.ItemStyle{Color: draw.Internal.Hex()})).
		AddSeries("Dédié", []opts.BarData{{Value: 3}, {Value: 4, ItemStyle: &opts.ItemStyle{Color: draw.Unknown.Hex()}}},
			charts.WithItemStyleOpts(opts.ItemStyle{Color: draw.Dedicated.Hex()}))
	ranges := charts.NewCustom()
	ranges.AddSeries("Désaccord", []opts.CustomData{{Value: []any{1, 4, 9.5, "4 à 9,5 M€"}}},
		charts.WithCustomChartOpts(opts.CustomChart{RenderItem: types.FuncStr("range")}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: draw.Disputed.Hex()}))
	bar.Overlap(ranges)
	bar.Validate()
	options, err := json.Marshal(bar.JSON())
	if err != nil {
		t.Fatal(err)
	}

	svg := string(mustDraw(t, drawer(t, draw.Config{}), job(string(options))))
	for _, want := range []string{"f-tier-internal", "f-tier-dedicated", "f-unknown", "f-disputed", ">4 à 9,5 M€<", ">10 M€<"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in the drawing", want)
		}
	}
	if got := strings.Count(svg, "<pattern "); got != 3 {
		t.Errorf("%d patterns, want one each for dedicated, unknown and disputed", got)
	}
}
