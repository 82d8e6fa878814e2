package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// Where collecting keeps things.
const (
	collectedFolder = dataFolder + "/collected"
	snapshotsFolder = dataFolder + "/snapshots"
)

// collectable reads the settings of the project and the sources that are meant.
func (v vigie) collectable(cmd *cobra.Command, names []string, visiting bool) (config.Config, []record.Source, error) {
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return c, nil, err
	}
	read, more, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return c, nil, exit{couldNotRun, err}
	}
	for _, p := range more { // what is wrong elsewhere is for vigie check
		if strings.HasPrefix(p.File, dataFolder+"/"+string(record.Sources)+"/") {
			found = append(found, p)
		}
	}
	sources, err := chosen(read.Sources, names)
	if err != nil {
		return c, nil, err
	}
	if visiting && c.Contact == "" && len(sources) > 0 {
		found = append(found,
			problem.Problem{Place: problem.Place{File: config.File}, Severity: problem.Error, Rule: config.Rule,
				Message: "collect.contact is empty: nothing is visited without it",
				Hint:    "give an e-mail address or a page by which the sites that are visited can reach you"})
	}
	return c, sources, unfit(cmd, project, found)
}

// unfit says what is wrong with settings and sources, when anything is.
func unfit(cmd *cobra.Command, project fs.FS, found problem.List) error {
	if found.Errors() == 0 {
		return nil
	}
	found = errorsOf(found)
	found.Sort()
	if err := problem.Print(cmd.ErrOrStderr(), found, project, colourful(cmd.ErrOrStderr())); err != nil {
		return exit{couldNotRun, err}
	}
	return exit{problems, nil}
}

// chosen keeps the sources that were named; all that are collected when none was.
func chosen(sources []record.Source, names []string) ([]record.Source, error) {
	var known []string
	var collected []record.Source
	for _, s := range sources {
		if s.Collect != nil {
			collected, known = append(collected, s), append(known, s.ID)
		}
	}
	if len(names) == 0 {
		return collected, nil
	}
	var out []record.Source
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if i := slices.Index(known, name); i >= 0 {
			out = append(out, collected[i])
			continue
		}
		switch {
		case slices.ContainsFunc(sources, func(s record.Source) bool { return s.ID == name }):
			return nil, exit{wrongUse, fmt.Errorf("%s is not collected: its file has no key collect", name)}
		case len(known) == 0:
			return nil, exit{wrongUse, fmt.Errorf("there is no source %q, and none is collected", name)}
		}
		return nil, exit{wrongUse, fmt.Errorf("there is no source %q; %s", name, meant(name, known, ""))}
	}
	return out, nil
}

// frugal is where the collection of garbage becomes eager while documents are read:
// what one of them may take stands in package budget.
const frugal = 200 << 20

// collectOptions opens the archive and the network; done removes what was spooled.
func collectOptions(c config.Config, loopback bool) (o collect.Options, done func(), err error) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(frugal)
	}
	spool, done, err := spoolFolder(c.Cache)
	if err != nil {
		return o, nil, err
	}
	options := fetch.Options{Agent: "Vigie", Contact: c.Contact, Version: strings.TrimPrefix(version(), "v"),
		TempDir: spool, Retries: 3, Loopback: loopback}
	if loopback {
		options.Interval = time.Millisecond
	}
	return collect.Options{Folder: filepath.FromSlash(collectedFolder), Archive: openArchive(c),
		Getter: fetch.New(options),
		Tool:   "vigie " + version(), Now: time.Now}, done, nil
}

func openArchive(c config.Config) *archive.Store {
	return archive.Open(filepath.FromSlash(snapshotsFolder), filepath.Join(c.Cache, "snapshots"))
}

// tasksOf puts each source and what reads it together.
func (v vigie) tasksOf(cmd *cobra.Command, sources []record.Source) ([]collect.Task, error) {
	project := tree.Project(".")
	all, found, err := v.country.ReadersOf(project, dataFolder)
	if err != nil {
		return nil, exit{couldNotRun, err}
	}
	if found.Errors() > 0 {
		return nil, printErrors(cmd.ErrOrStderr(), found, project)
	}
	var tasks []collect.Task
	for _, s := range sources {
		tasks = append(tasks, readers.Task(s, all))
	}
	return tasks, nil
}
