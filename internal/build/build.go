// Package build makes the site from the tree and one day: it reads data, prose
// and theme, checks them, computes the indicators, draws the charts, renders the
// pages as a stream and hands every file to a sink. It never reaches the network
// and reads no clock: the same tree and the same day give the same bytes.
//
//	report, problems, err := build.Run(ctx, build.Options{Project: tree.Project("."), Config: c, AsOf: day, Sink: sink})
//
// Problems are what a person should mend in data, prose or theme; when one of
// them is an error, nothing was handed to the sink that should be kept, and the
// caller must not commit it. err is what stopped the run.
package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/corpus"
	"vigie/internal/country"
	"vigie/internal/export"
	"vigie/internal/export/takeaway"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/output"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/site/audit"
	"vigie/internal/site/trace"
	"vigie/internal/theme"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// Options is what a build needs.
type Options struct {
	Project  fs.FS // the project's folder
	Config   config.Config
	Country  country.Extension // what a country adds; nothing when empty
	AsOf     cal.Day
	Sink     output.Sink
	CacheDir string // where drawings are kept; empty for none
	Jobs     int    // pages rendered at once; the number of processors when zero
	Progress func(step string, done, total int)

	// Explain is the file of a page of which the report holds what it was made from; empty for none.
	Explain string

	// Rehearsal makes the site to see what is wrong with it: files that take time to make,
	// and those that stand already, are handed to the sink empty.
	Rehearsal bool
}

// Report is what a build did.
type Report struct {
	Records map[string]int // by kind
	Pages   int
	Files   int
	Bytes   int64
	Charts  int
	Drawn   int // charts that were not in the cache
	Figures int

	Explained *trace.Trace // what the page of Options.Explain was made from; nil when it is no page
}

// Run builds the site.
func Run(ctx context.Context, o Options) (Report, problem.List, error) {
	report, problems, err := run(ctx, o)
	if fault := new(theme.Fault); errors.As(err, &fault) {
		problems = append(problems, fault.Problem())
		problems.Sort()
		err = nil
	}
	if fault, ok := tree.Faulty(err); ok {
		problems, err = append(problems, fault.Problem()), nil
	}
	return report, problems, err
}

func run(ctx context.Context, o Options) (Report, problem.List, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	s, problems, err := plan(o)
	if err != nil || problems.Errors() > 0 {
		return Report{}, problems, err
	}
	report := Report{Figures: len(s.Figures)}
	if report.Charts, report.Drawn, err = faces(ctx, o, s); err != nil {
		return report, problems, err
	}
	s.Store, s.Jobs, s.Rehearsal = takeaway.Store{}, o.Jobs, o.Rehearsal
	if o.CacheDir != "" {
		s.Store.Folder = filepath.Join(o.CacheDir, "exports")
	}
	o.Progress("downloads", 0, 1)
	if _, err := s.TakeAway(ctx); err != nil {
		return report, problems, err
	}
	o.Progress("downloads", 1, 1)
	counter := &counting{sink: o.Sink, theme: s.Theme, digests: map[string]string{}}
	seen, found, err := render(ctx, o, s, counter, &report)
	problems = append(problems, found...)
	if err != nil || len(seen.twice) > 0 { // links to one of two pages at one address are not dead
		return report, problems, err
	}
	if err := publish(ctx, o, s, counter); err != nil {
		return report, problems, err
	}
	if problems = append(problems, seen.dead(s, counter.digests)...); problems.Errors() > 0 {
		return report, problems, nil
	}
	if err := counter.Write(export.SumsPath, export.Sums(counter.digests)); err != nil { // of all files but itself
		return report, problems, err
	}
	report.Files, report.Bytes = counter.files, counter.bytes
	if taken, err := s.TakeAway(ctx); err == nil && !o.Rehearsal {
		_ = s.Store.Sweep(mostKept, taken) // the site is whole; the next build sweeps what this one could not
	}
	return report, problems, nil
}

// mostKept is how many bytes the store of downloads may take after a build, unless those of that
// build alone take more: some builds of a site with pictures.
const mostKept = 512 << 20

// Folders are the folders of a project that a site is made from.
func Folders() []string { return []string{"data", "content", "themes"} }

// plan reads the tree and makes the site that is to be rendered.
func plan(o Options) (*site.Site, problem.List, error) {
	c, problems, err := corpus.Load(o.Project, "data", o.Config.Languages)
	if err != nil {
		return nil, problems, err
	}
	if problems.Errors() == 0 {
		problems = append(problems, o.Country.Checks().Run(c, o.AsOf)...)
	}
	var s *site.Site
	var found problem.List
	if problems.Errors() == 0 {
		if s, found, err = Assemble(o, c); err == nil {
			found = append(found, joints(c, s.Indicators)...)
			found = append(found, conclusions(c, s.Data.AsOf, o.Config.Languages, s.Indicators)...)
			var changed problem.List
			s.History, changed, err = Past(o, c, s.Data, s.Indicators)
			found = append(found, changed...)
		}
	} else { // what is wrong with the prose is reported all the same
		_, found, err = content.Load(o.Project, "content", o.Config.Languages)
	}
	if err != nil {
		return nil, problems, err
	}
	problems = append(problems, found...)
	if problems.Errors() > 0 {
		problems.Sort()
		return nil, problems, nil
	}
	return s, problems, nil
}

// Assemble makes the site of a corpus before its charts are drawn and its pages
// rendered: what the data say, whether or not they follow the rules. The problems
// are those of prose.
func Assemble(o Options, c *corpus.Corpus) (*site.Site, problem.List, error) {
	prose, problems, err := content.Load(o.Project, "content", o.Config.Languages)
	if err != nil {
		return nil, problems, err
	}
	th, err := loadTheme(o, record.WordsOf(c.Vocabularies))
	if err != nil {
		return nil, problems, err
	}
	problems = append(problems, th.InEnglish(o.Config.Languages)...)
	problems = append(problems, th.Strays(export.NamedWords(record.WordsOf(c.Vocabularies))...)...)
	added, found, err := o.Country.PagesOf(o.Project, "data")
	if err != nil {
		return nil, problems, err
	}
	problems = append(problems, found...)
	var checked *audit.Audit
	if o.Config.Audit != "" {
		if checked, found, err = audit.Load(o.Project, o.Config.Audit); err != nil {
			return nil, problems, err
		}
		problems = append(problems, found...)
	}
	copies, err := fs.Sub(o.Project, "data/snapshots")
	if err != nil {
		return nil, problems, fmt.Errorf("the stored copies: %w", err)
	}
	ds := o.Country.Data().New(c, o.AsOf)
	s := &site.Site{Config: o.Config, Data: ds, Indicators: indicator.Results(ds), Content: prose, Theme: th,
		Rules: o.Country.Checks().All(), Added: added, Copies: copies, Audit: checked, Figures: map[string]figure.Figure{}}
	s.GatherFigures()
	if prose.Whole() { // a page that was left out is not a page that is not there
		problems = append(problems, s.Declared()...)
	}
	return s, problems, nil
}
