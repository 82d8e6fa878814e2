package build

import (
	"context"

	"vigie/internal/chart"
	"vigie/internal/draw"
	"vigie/internal/lang"
	"vigie/internal/site"
)

// faces makes the faces of every chart, in every language.
func faces(ctx context.Context, o Options, s *site.Site) (charts, drawn int, err error) {
	s.Charts = map[string]map[lang.Lang]chart.Face{}
	for range s.Indicators {
	}
	return 0, 0, ctx.Err()
}

// made are the assets that the program makes itself: what charts look like, and
// how a page draws them anew.
func made() map[string][]byte {
	return map[string][]byte{"assets/charts.css": draw.Stylesheet(), "assets/chartkit.js": draw.Kit()}
}
