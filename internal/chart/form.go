package chart

import (
	"context"
	"fmt"
	"strconv"

	"vigie/internal/chart/draw"
	"vigie/internal/indicator"
)

// Widths of the two drawings, in the units of their viewBox: pixels at full size.
const (
	wide   = 720
	narrow = 340
)

// canvas is where a form lays a result out.
type canvas struct {
	view
	scale scale
	width int
}

func (c canvas) narrow() bool { return c.width == narrow }

// form is a way to draw: it lays points out and says how high the drawing is.
type form func(canvas) (option, int)

// drawings are the forms that an indicator may ask for.
var drawings = map[string]form{"lines": lines, "columns": columns, "rows": rows,
	"stacked-columns": stackedColumns, "stacked-rows": stackedRows}

// formOf chooses the form of a result.
func formOf(r indicator.Result) form {
	if f, ok := drawings[r.Drawing]; ok {
		return f
	}
	switch r.Shape {
	case indicator.Through:
		return lines
	case indicator.Spans:
		return calendar
	case indicator.Deadlines:
		return timeline
	case indicator.Flows:
		return sankey
	}
	return rows
}

// drawn makes the two drawings and their options.
func (v view) drawn(ctx context.Context, d Drawer, f *Face) error {
	for _, to := range []struct {
		width        int
		suffix       string
		svg, options *[]byte
	}{{wide, "w", &f.Wide, &f.Options}, {narrow, "n", &f.Narrow, &f.Small}} {
		c := canvas{view: v, scale: scaleOf(v.Result), width: to.width}
		o, height := formOf(v.Result)(c)
		o.legend = c.fitted(o.legend)
		var err error
		if *to.options, err = o.marshal(v.ID); err != nil {
			return err
		}
		job := draw.Job{Name: v.ID + " " + string(v.l) + " " + strconv.Itoa(to.width), Options: *to.options, Width: to.width,
			Height: height,
			Lang:   v.l, Prefix: "c-" + v.ID + "-" + to.suffix, Title: f.Title}
		if len(f.Sentences) > 0 {
			job.Desc = f.Sentences[0].Plain()
			if spoken := f.Sentences[0].Spoken; spoken != v.l {
				job.Spoken = spoken
			}
		}
		if *to.svg, err = d.SVG(ctx, job); err != nil {
			return fmt.Errorf("chart: %w", err)
		}
	}
	return nil
}
