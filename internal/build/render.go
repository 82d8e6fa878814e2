package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"vigie/internal/export"
	"vigie/internal/output"
	"vigie/internal/site"
	"vigie/internal/theme"
	"vigie/internal/value/problem"
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

// Copy hands a file on as it is read.
func (c *counting) Copy(path string, from io.Reader) error {
	sum, size := sha256.New(), &tally{}
	if err := c.sink.Copy(path, io.TeeReader(from, io.MultiWriter(sum, size))); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.files++
	c.bytes += size.bytes
	c.digests[path] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// tally counts bytes.
type tally struct{ bytes int64 }

func (t *tally) Write(b []byte) (int, error) {
	t.bytes += int64(len(b))
	return len(b), nil
}

// links gathers where pages stand and where they point, to find the addresses that
// two of them have, and the dead ones, once all are rendered.
type links struct {
	mu      sync.Mutex
	targets map[string]string // address → first page that points to it
	pages   map[string]site.Page
	twice   problem.List
}

// render renders the pages as they are planned, several at once. It gives where they lead,
// and the problems of their words and addresses.
func render(ctx context.Context, o Options, s *site.Site, sink output.Sink,
	report *Report) (*links, problem.List, error) {
	work := make(chan site.Page)
	seen := &links{targets: map[string]string{}, pages: map[string]site.Page{}}
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
				if site.File(p.Address) == o.Explain {
					made := p.Trace()
					report.Explained = &made
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	seen.twice.Sort()
	return seen, append(s.Problems(), seen.twice...), nil
}

func renderPage(s *site.Site, p site.Page, sink output.Sink, seen *links) error {
	main, err := s.Theme.Render(p.Lang, p.Template, p.Body)
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Address, err)
	}
	frame := "page"
	if p.Bare {
		frame = "page-bare"
	}
	html, err := s.Theme.Render(p.Lang, frame, s.Frame(p, site.Prose(main)))
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Address, err)
	}
	var targets []string
	html = site.Relative(site.Unlinked(p.Spoken(html)), p.Address, s.Config.BaseURL, func(target, _ string) {
		targets = append(targets, target)
	})
	seen.lead(p.Address, targets)
	if !seen.stands(s, p) {
		return nil
	}
	return sink.Write(site.File(p.Address), html)
}

// inProse is where the prose leads to an address; false when a template or a record does.
func inProse(s *site.Site, target string) (problem.Place, bool) {
	for _, l := range s.Config.Languages {
		for _, d := range s.Content.Docs(l) {
			if at, ok := d.Leading(target); ok {
				return at, true
			}
		}
	}
	return problem.Place{}, false
}

// lead takes note of where a page leads, whatever page was rendered first.
func (l *links) lead(from string, targets []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, target := range targets {
		if first, known := l.targets[target]; !known || from < first {
			l.targets[target] = from
		}
	}
}

// stands takes note of where a page stands; false when another one stands there.
func (l *links) stands(s *site.Site, p site.Page) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	first, twice := l.pages[p.Address]
	if !twice {
		l.pages[p.Address] = site.Page{Key: p.Key, Lang: p.Lang}
		return true
	}
	pair := []site.Page{first, p} // whichever was rendered first
	slices.SortFunc(pair, func(a, b site.Page) int { return strings.Compare(s.FileOf(a), s.FileOf(b)) })
	at := problem.Place{File: s.FileOf(pair[1]), Line: 1, Col: 1}
	if at.File == "" { // both are of the engine
		at = problem.Place{File: "page " + p.Address}
	}
	l.twice = append(l.twice, problem.Problem{Place: at, Severity: problem.Error, Rule: "address",
		Message: fmt.Sprintf("the address %s is already that of the page %q", p.Address, pair[0].Key),
		Hint:    "rename the file: its name is the address"})
	return false
}

// dead lists the addresses that pages point to and that nothing answers, neither a page nor
// one of the other files that were written.
func (l *links) dead(s *site.Site, written map[string]string) problem.List {
	var out problem.List
	for target, from := range l.targets {
		_, page := l.pages[target]
		_, file := written[strings.TrimPrefix(target, "/")]
		if !page && !file && target != "/"+export.SumsPath { // which is made last, of all that was written
			p := problem.Problem{Place: problem.Place{File: "page " + from}, Severity: problem.Error, Rule: "dead-link",
				Message: fmt.Sprintf("it links to %s, where there is nothing", target),
				Hint:    "mend the template or the record that makes the link"}
			if at, ok := inProse(s, target); ok {
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
