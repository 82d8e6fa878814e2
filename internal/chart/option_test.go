package chart_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
)

// drawnOption is the part of an ECharts option that numbers are read back from.
type drawnOption struct {
	Tooltip struct{ Show bool }
	Series  []struct {
		Type, Name string
		Data       []struct {
			Name    string
			Value   any
			Label   struct{ Formatter string }
			Tooltip struct{ Formatter string }
		}
		Links []struct {
			Name, Source, Target string
			Value                any
			Tooltip              struct{ Formatter string }
		}
	}
}

func read(t *testing.T, options []byte) drawnOption {
	t.Helper()
	var o drawnOption
	d := json.NewDecoder(bytes.NewReader(options))
	d.UseNumber()
	if err := d.Decode(&o); err != nil {
		t.Fatal(err)
	}
	return o
}

// numbers gives what an item draws along the axis of values: everything but
// its place and its words.
func numbers(value any) []string {
	var out []string
	list, ok := value.([]any)
	if !ok {
		return []string{fmt.Sprint(value)}
	}
	for _, v := range list[1:] {
		if n, ok := v.(json.Number); ok {
			out = append(out, n.String())
		}
	}
	return out
}

func TestTheOptionsDrawEveryKnownFigure(t *testing.T) {
	each(t, func(t *testing.T, r indicator.Result, f chart.Face) {
		for _, options := range [][]byte{f.Options, f.Small} {
			o := read(t, options)
			if !o.Tooltip.Show {
				t.Error("the interactive chart has no tooltips")
			}
			drawn := map[string][]string{}
			tips := map[string]string{}
			for _, s := range o.Series {
				for _, d := range s.Data {
					if d.Name != "" {
						drawn[d.Name] = numbers(d.Value)
						tips[d.Name] = d.Tooltip.Formatter
					}
				}
				for _, l := range s.Links {
					drawn[l.Name] = numbers(l.Value)
					tips[l.Name] = l.Tooltip.Formatter
				}
			}
			powers := map[int]bool{0: true, 6: true, 9: true}
			for key, p := range pointsOf(r) {
				if r.Shape == indicator.Flows && p.Figure.Known() && p.Figure.Value.High.IsZero() {
					continue // nothing flows there
				}
				text := p.Figure.Text(f.Lang)
				if p.Figure.Known() && !strings.Contains(tips[key], text) {
					t.Errorf("%s: the tooltip says %q, want %q in it", key, tips[key], text)
				}
				if r.Shape == indicator.Spans || r.Shape == indicator.Deadlines || !p.Figure.Known() {
					continue
				}
				for power := range powers {
					want := []string{scaled(p.Figure.Value.Low, power)}
					if p.Figure.Value.IsRange() {
						want = append(want, scaled(p.Figure.Value.High, power))
					}
					if !slices.Equal(drawn[key], want) {
						delete(powers, power)
					}
				}
			}
			if len(powers) == 0 {
				t.Errorf("numbers drawn are not the figures: %v", drawn)
			}
		}
	})
}

func TestOptionsSayColoursByRoleAlone(t *testing.T) {
	var roles []string
	for _, tint := range draw.Palette() {
		roles = append(roles, tint.Light)
	}
	each(t, func(t *testing.T, _ indicator.Result, f chart.Face) {
		for _, part := range strings.Split(string(f.Options)+string(f.Small), `"`) {
			if strings.HasPrefix(part, "#") && !slices.Contains(roles, part) {
				t.Errorf("%s is no role of the palette", part)
			}
		}
		if bytes.Contains(f.Options, []byte("__f__")) {
			t.Error("a function slipped into the option")
		}
	})
}

func TestTheDrawingsHoldAMarkForEveryKnownFigure(t *testing.T) {
	if testing.Short() {
		t.Skip("draws all charts")
	}
	turns := pens(t)
	all, err := results()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all {
		t.Run(r.ID, func(t *testing.T) {
			f, err := chart.Draw(t.Context(), turns[i%2], r, setting, lang.FR)
			if err != nil {
				t.Fatal(err)
			}
			points := pointsOf(r)
			for _, to := range []struct {
				name         string
				svg, options []byte
			}{{"wide", f.Wide, f.Options}, {"narrow", f.Narrow, f.Small}} {
				if to.svg == nil {
					continue
				}
				for i, s := range read(t, to.options).Series {
					for j, item := range s.Data {
						p, ok := points[item.Name]
						if !ok || !p.Figure.Known() || p.Figure.Value.High.IsZero() {
							continue
						}
						mark := fmt.Sprintf(`data-series="%d" data-item="%d"`, i, j)
						if n := bytes.Count(to.svg, []byte(mark)); n == 0 || n > 1 && s.Type == "sankey" {
							t.Errorf("%s: %d marks for %s (%s)", to.name, n, item.Name, p.Figure.Text(lang.FR))
						}
						if label := item.Label.Formatter; label != "" && s.Type == "bar" &&
							!bytes.Contains(to.svg, []byte(">"+label+"<")) {
							t.Errorf("%s: the label %q of %s is not drawn", to.name, label, item.Name)
						}
					}
				}
				for i, s := range read(t, to.options).Series {
					for j, link := range s.Links {
						mark := fmt.Sprintf(`data-series="%d" data-flow="%d"`, i, j)
						if n := bytes.Count(to.svg, []byte(mark)); n != 1 {
							t.Errorf("%s: %d marks for %s", to.name, n, link.Name)
						}
					}
				}
				if !bytes.Contains(to.svg, []byte("<title id=")) || !bytes.Contains(to.svg, []byte("<desc id=")) {
					t.Errorf("%s: says nothing to those who do not see it", to.name)
				}
			}
		})
	}
}
