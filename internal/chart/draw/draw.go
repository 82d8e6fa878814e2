// Package draw turns the options of a chart into an SVG that can stand inside a
// page, by running ECharts itself at build time.
//
// In: a Job, which is an ECharts option as JSON (go-echarts makes it) with a
// size, a language, a title and a description. Out: an SVG of a closed list of
// elements and attributes. ECharts runs inside QuickJS, a JavaScript engine in
// Go: nothing is started beside the build, and the same option draws the same
// chart in the browser, where Kit stands beside the vendored bundle.
//
// # Colours
//
// An option never says a colour, it says a Role of the palette through the
// role's sentinel, Role.Hex. Drawing replaces each sentinel by a class, and
// Stylesheet gives each class its colour, light and dark. A colour that is no
// role is an error, so that nothing unreadable in the dark slips through. Some
// roles (the dedicated and external tiers, disputed, unknown) also bring a
// pattern: colour is never the only difference.
//
// # Options
//
// Options are those of ECharts, from JSON alone, plus what the kit reads:
//
//   - a formatter "=fr:# M€" writes a number in French where # stands ("=en:€#M"),
//     "=:words" those words as they stand, "{b}" the name of the mark as it stands;
//   - a custom series whose renderItem is the name of a mark of kit/marks.js:
//     disputed ranges, periods, values that are not there, totals of stacks…;
//   - a colour of a role with a pattern brings the pattern.
//
// Sizes, fonts, the colours of axes and words, room for legends and long names
// need not be named. testdata/options holds an example of each kind of chart.
// Draw a chart twice for a page, some 720 and 340 wide, and let CSS choose: words
// keep their size. What our ECharts has not is refused, never passed over.
//
// # Promises
//
//   - The bytes depend on nothing but the job and the bundle: a fresh engine per
//     chart, no clock, no chance, ids named from Job.Prefix.
//   - The SVG fits a policy of default-src 'none'; style-src 'self': no script,
//     no style attribute or element, no event handler, no outside reference.
//   - It has a viewBox and no size: the page's CSS decides.
//   - A chart that needs too long or too much memory is stopped, and the error
//     names it.
//
// # Example
//
//	drawer, err := draw.New(draw.Config{Bundle: echarts, Cache: ".cache/charts"})
//	svg, err := drawer.SVG(ctx, draw.Job{
//		Name: "orders-per-year", Options: option, Width: 720, Height: 360,
//		Lang: lang.FR, Prefix: "orders", Title: "Commandes par an", Desc: sentence,
//	})
package draw

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"sync/atomic"
	"time"

	"vigie/internal/value/lang"
)

// Job is one drawing to make.
type Job struct {
	Name    string // names the chart in errors
	Options []byte // the ECharts option, as JSON
	Width   int    // in the units of the viewBox: pixels at full size
	Height  int
	Lang    lang.Lang // of the page; the months on a time axis are English in any but French
	Prefix  string    // starts each id of the SVG: different for each drawing of a page
	Title   string    // what the chart is, for those who do not see it
	Desc    string    // what it shows, in a sentence
	Spoken  lang.Lang // the language of Desc, where it is not that of the page
}

// Config says what to draw with and within which bounds.
type Config struct {
	Bundle  []byte        // echarts.min.js as vendored
	Cache   string        // folder of former drawings; empty for none
	Workers int           // charts drawn at once; 2 unless given
	Timeout time.Duration // for one chart; 30 s unless given
	Memory  int           // bytes for one chart; 256 MiB unless given
}

// Drawer draws charts. It is safe for several goroutines at once.
type Drawer struct {
	engine *engine
	cache  *cache
	drawn  atomic.Int64
}

// New prepares a drawer. Nothing is compiled before a chart must be drawn.
func New(c Config) (*Drawer, error) {
	if len(c.Bundle) == 0 {
		return nil, errors.New("no ECharts to draw with: the bundle is empty")
	}
	if c.Workers <= 0 {
		c.Workers = 2
	}
	if c.Timeout <= 0 {
		c.Timeout = 30 * time.Second
	}
	if c.Memory <= 0 {
		c.Memory = 256 << 20
	}
	d := &Drawer{engine: newEngine(c)}
	if c.Cache != "" {
		d.cache = &cache{folder: c.Cache}
	}
	return d, nil
}

// Drawn says how many charts were really drawn, not found in the cache.
func (d *Drawer) Drawn() int { return int(d.drawn.Load()) }

var idPrefix = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// SVG draws one chart, or finds it drawn already.
func (d *Drawer) SVG(ctx context.Context, job Job) ([]byte, error) {
	svg, err := d.svg(ctx, job)
	if err != nil {
		return nil, fmt.Errorf("draw chart %q: %w", job.Name, err)
	}
	return svg, nil
}

func (d *Drawer) svg(ctx context.Context, job Job) ([]byte, error) {
	if job.Width <= 0 || job.Height <= 0 {
		return nil, fmt.Errorf("size %d × %d: both must be above zero", job.Width, job.Height)
	}
	if !idPrefix.MatchString(job.Prefix) {
		return nil, fmt.Errorf("prefix %q: want lower case letters, digits and hyphens, a letter first", job.Prefix)
	}
	if job.Title == "" {
		return nil, errors.New("no title: a reader who does not see the chart needs one")
	}
	raw, err := d.raw(ctx, job)
	if err != nil {
		return nil, err
	}
	return page(raw, job)
}

// raw gives what ECharts drew, from the cache when it is there and sound.
func (d *Drawer) raw(ctx context.Context, job Job) ([]byte, error) {
	key := d.engine.key(job)
	if d.cache != nil {
		if raw, ok := d.cache.get(key); ok {
			return raw, nil
		}
	}
	raw, err := d.engine.draw(ctx, job)
	if err != nil {
		return nil, err
	}
	d.drawn.Add(1)
	if d.cache != nil {
		if err := d.cache.put(key, raw); err != nil {
			return nil, fmt.Errorf("keep the drawing: %w", err)
		}
	}
	return raw, nil
}
