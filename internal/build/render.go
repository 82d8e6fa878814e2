package build

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"vigie/internal/export"
	"vigie/internal/lang"
	"vigie/internal/output"
	"vigie/internal/problem"
	"vigie/internal/site"
	"vigie/internal/theme"
)

// counting is a sink that counts what goes through it, and keeps its digests.
type counting struct {
	sink    output.Sink
	theme   *theme.Theme
	mu      sync.Mutex
	files   int
	bytes   int64
	digests map[string]string // by path
}

// Write hands a file on, unless the theme lacked a word for it.
func (c *counting) Write(path string, data []byte) error {
	if err := c.theme.Lacking(data); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := c.sink.Write(path, data); err != nil {
		return err
	}
	digest := export.Sum(data)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files++
	c.bytes += int64(len(data))
	c.digests[path] = digest
	return nil
}

// links gathers where pages point, to find the dead ones once all are rendered.
type links struct {
	mu      sync.Mutex
	targets map[string]string // address → first page that points to it
	pages   map[string]bool
}

// render renders the pages as they are planned, several at once.
func render(ctx context.Context, o Options, s *site.Site, sink output.Sink, report *Report) (problem.List, error) {
	work := make(chan site.Page)
	seen := &links{targets: map[string]string{}, pages: map[string]bool{}}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(work)
		for p := range s.Pages() {
			select {
			case work <- p:
			case <-ctx.Done():
				return ctx.Err()
			}
			report.Pages++
			if report.Pages%100 == 0 {
				o.Progress("pages", report.Pages, 0)
			}
		}
		return nil
	})
	for range o.Jobs {
		g.Go(func() error {
			for p := range work {
				if err := renderPage(s, p, sink, seen); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return append(s.Problems(), seen.dead(s)...), nil
}

func renderPage(s *site.Site, p site.Page, sink output.Sink, seen *links) error {
	main, err := s.Theme.Render(p.Lang, p.Template, p.Body)
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Address, err)
	}
	html, err := s.Theme.Render(p.Lang, "page", s.Frame(p, site.Prose(main)))
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Address, err)
	}
	html = site.Relative(html, p.Address, s.Config.BaseURL, func(target, fragment string) {
		seen.mu.Lock()
		defer seen.mu.Unlock()
		if first, known := seen.targets[target]; !known || p.Address < first {
			seen.targets[target] = p.Address // whatever page was rendered first
		}
	})
	seen.mu.Lock()
	twice := seen.pages[p.Address]
	seen.pages[p.Address] = true
	seen.mu.Unlock()
	if twice {
		return fmt.Errorf("page %s is planned twice", p.Address)
	}
	return sink.Write(site.File(p.Address), html)
}

// written is where the prose leads to an address; false when a template or a record does.
func written(s *site.Site, target string) (problem.Place, bool) {
	for _, l := range lang.All() {
		for _, d := range s.Content.Docs(l) {
			if at, ok := d.Leading(target); ok {
				return at, true
			}
		}
	}
	return problem.Place{}, false
}

// dead tells the addresses that pages point to and that nothing answers.
func (l *links) dead(s *site.Site) problem.List {
	var out problem.List
	files := s.Files()
	for target, from := range l.targets {
		if !l.pages[target] && !files[target] {
			p := problem.Problem{Place: problem.Place{File: "page " + from}, Severity: problem.Error, Rule: "dead-link",
				Message: fmt.Sprintf("it links to %s, where there is nothing", target),
				Hint:    "mend the template or the record that makes the link"}
			if at, ok := written(s, target); ok {
				p.Place, p.Hint = at, "mend the address; those of pages end in a slash"
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b problem.Problem) int {
		if a.Message < b.Message {
			return -1
		}
		return 1
	})
	return out
}
