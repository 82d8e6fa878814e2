package build

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// bundle is the asset of the theme that draws charts, here and in the browser.
const bundle = "vendor/echarts.min.js"

// faces makes the faces of every chart, in every language. Drawings that are in
// the cache are not drawn again.
func faces(ctx context.Context, o Options, s *site.Site) (charts, drawn int, err error) {
	drawer, err := newDrawer(o, s)
	if err != nil {
		return 0, 0, err
	}
	if err := Faces(ctx, o, s, drawer); err != nil {
		return 0, drawer.Drawn(), err
	}
	return len(s.Indicators), drawer.Drawn(), nil
}

// Faces makes the faces of every chart, in every language, with whatever draws.
func Faces(ctx context.Context, o Options, s *site.Site, drawer chart.Drawer) error {
	setting := chart.Setting{AsOf: s.Data.AsOf, Licence: s.Config.Licence.Data, Read: s.Data.ReadingOf,
		Words: s.Theme.Words.Find, Other: among(s.Indicators), Patterns: s.Theme.Sentences}
	languages := s.Config.Languages
	total := len(s.Indicators) * len(languages)
	drawings := make([]chart.Face, total)
	done, reporting := 0, sync.Mutex{}

	pool, ctx := errgroup.WithContext(ctx)
	pool.SetLimit(max(o.Jobs, 1))
	for i := range total {
		pool.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			drawings[i], err = chart.Draw(ctx, drawer, s.Indicators[i/len(languages)], setting, languages[i%len(languages)])
			if err != nil {
				return err
			}
			reporting.Lock()
			defer reporting.Unlock()
			if done++; o.Progress != nil {
				o.Progress("charts", done, total)
			}
			return nil
		})
	}
	if err := pool.Wait(); err != nil {
		return err
	}
	s.Charts = map[string]map[lang.Lang]chart.Face{}
	for _, f := range drawings {
		if s.Charts[f.ID] == nil {
			s.Charts[f.ID] = map[lang.Lang]chart.Face{}
		}
		s.Charts[f.ID][f.Lang] = f
	}
	return nil
}

func newDrawer(o Options, s *site.Site) (*draw.Drawer, error) {
	for _, a := range s.Theme.Assets {
		if a.Name == bundle {
			return draw.New(draw.Config{Bundle: a.Data, Cache: o.CacheDir, Workers: o.Jobs})
		}
	}
	return nil, fmt.Errorf("draw charts: the theme holds no assets/%s (make vendor fetches it)", bundle)
}

// made are the assets that the program makes itself: what charts look like, and
// how a page draws them anew.
func made(words record.Words) map[string][]byte {
	out := map[string][]byte{"assets/charts.css": draw.Stylesheet(), "assets/chartkit.js": draw.Kit()}
	if css := marks(words); len(css) > 0 {
		out["assets/tiers.css"] = css
	}
	return out
}

// marks gives the mark beside the name of a tier its colour, where the tier has one of those of
// series: the style of the theme knows the others, with their patterns.
func marks(words record.Words) []byte {
	var roles []draw.Role
	for _, t := range words.Tiers() {
		if mark := draw.Role(words.TierMark(t)); strings.HasPrefix(string(mark), "series") && !slices.Contains(roles, mark) {
			roles = append(roles, mark)
		}
	}
	if len(roles) == 0 {
		return nil
	}
	b := bytes.NewBuffer(draw.Variables(roles...))
	for _, mark := range roles {
		fmt.Fprintf(b, ".tier.%[1]s, .tier.%[1]s-deduced, .tier-column.%[1]s { --c: var(%[2]s); }\n"+
			".tier.%[1]s::before { background: var(--c); }\n"+
			".tier.%[1]s-deduced::before { background: none; border-style: dashed; }\n", mark, mark.Variable())
	}
	return b.Bytes()
}
