package verify

import (
	"bytes"
	"context"
	"encoding/csv"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"vigie/internal/output"
)

// pages reads every page, one file at a time in each worker.
func pages(ctx context.Context, o Options, t *truth, report *Report) error {
	names, err := listed(o.Site)
	if err != nil {
		return err
	}
	report.Files = len(names)
	have := map[string]bool{}
	var htmls []string
	for _, n := range names {
		have[n] = true
		if strings.HasSuffix(n, ".html") {
			htmls = append(htmls, n)
		}
	}
	report.Pages = len(htmls)
	rows := rowsOf(o.Site)
	further := func(name string) []byte {
		content, err := fs.ReadFile(o.Site, name)
		if err != nil {
			return nil
		}
		return content
	}
	read := make([]*page, len(htmls))
	done, reporting := 0, sync.Mutex{}
	pool, ctx := errgroup.WithContext(ctx)
	pool.SetLimit(max(o.Jobs, 1))
	for i, name := range htmls {
		pool.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			content, err := fs.ReadFile(o.Site, name)
			if err != nil {
				return err
			}
			if read[i], err = readPage(t, name, content, func(f string) bool { return have[f] }, further, rows); err != nil {
				return err
			}
			reporting.Lock()
			defer reporting.Unlock()
			done++
			o.Progress("pages", done, len(htmls))
			return nil
		})
	}
	if err := pool.Wait(); err != nil {
		return err
	}
	distinct := map[string]bool{}
	for _, p := range read {
		report.add(p.report)
		maps.Copy(distinct, p.distinct)
	}
	report.Distinct = len(distinct)
	missing(t, have, report)
	gone(t, o, have, report)
	if err := frozenCharts(t, o, report); err != nil {
		return err
	}
	return mapped(o, htmls, report)
}

// add puts what was seen in a page to the rest.
func (r *Report) add(p Report) {
	for _, t := range []struct{ all, one *Tally }{{&r.Figures, &p.Figures}, {&r.Proofs, &p.Proofs}, {&r.Words, &p.Words},
		{&r.Counts, &p.Counts}, {&r.Dates, &p.Dates}, {&r.Drawn, &p.Drawn}, {&r.Values, &p.Values}, {&r.Feeds, &p.Feeds}} {
		t.all.Found += t.one.Found
		t.all.Proven += t.one.Proven
	}
	r.Faults = append(r.Faults, p.Faults...)
}

// missing reports the figures of the data that have no proof page.
func missing(t *truth, have map[string]bool, report *Report) {
	for _, id := range slices.Sorted(maps.Keys(t.figures)) {
		for _, l := range t.site.Config.Languages {
			if file := fileOf(t.proofOf(l, t.figures[id])); !have[file] {
				report.Faults = append(report.Faults,
					Fault{File: file, Figure: id, What: "a figure of the data without a proof page", Want: t.site.ProofHref(l, id)})
			}
		}
	}
}

// listed is every file of a site, in order; what stands beside a site is left out.
func listed(fsys fs.FS) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil || name == ".":
			return err
		case output.Apart(name) && e.IsDir():
			return fs.SkipDir
		case !e.IsDir() && !output.Apart(name):
			out = append(out, name)
		}
		return nil
	})
	return out, err
}

// rowsOf counts the rows of the tables of a site, each once.
func rowsOf(fsys fs.FS) func(file string) (int, bool) {
	var mu sync.Mutex
	known := map[string]int{}
	return func(file string) (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		if n, ok := known[file]; ok {
			return n, n >= 0
		}
		known[file] = -1
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return 0, false
		}
		all, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil || len(all) == 0 {
			return 0, false
		}
		known[file] = len(all) - 1
		return len(all) - 1, true
	}
}
