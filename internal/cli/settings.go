package cli

import (
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// settings reads the settings of a project, under what the flags of a command
// say, and gives them a day of reference: here, and only here, is the clock read.
// The problems are those of the settings, and the files that no reader may read.
func (v vigie) settings(project fs.FS, cmd *cobra.Command) (config.Config, problem.List, error) {
	c, found, err := config.Load(project, cmd.Flags(), v.country.Settings...)
	if err != nil {
		return c, found, exit{couldNotRun, err}
	}
	unread, err := tree.Survey(project, build.Folders()...)
	if err != nil {
		return c, found, exit{couldNotRun, err}
	}
	found = append(found, unread...)
	found.Sort()
	if c.AsOf.IsZero() {
		c.AsOf = cal.FromTime(time.Now().UTC())
	}
	return c, found, nil
}

// asOfFlag lets a command look at another day than today.
func asOfFlag(cmd *cobra.Command) {
	config.Flag(cmd.Flags(), "as_of", "as-of", "DAY", "day of reference, such as 2026-11-23 (default: today, UTC)")
}

// buildFlags are those of the commands that make the site.
func buildFlags(cmd *cobra.Command, jobs *int, quiet *bool) {
	asOfFlag(cmd)
	config.Flag(cmd.Flags(), "base_url", "base-url", "URL", "address at which the site will be published")
	cmd.Flags().IntVarP(jobs, "jobs", "j", 0, "pages rendered at once (default: one per processor)")
	cmd.Flags().BoolVarP(quiet, "quiet", "q", false, "say nothing but what is wrong")
}

// spoken is the language that --lang gives, the first one of the site when it gives
// none. The error says that the site does not have it.
func spoken(c config.Config, given lang.Lang) (lang.Lang, error) {
	switch {
	case given == "":
		return c.Languages.First(), nil
	case !c.Languages.Has(given):
		return "", exit{wrongUse, fmt.Errorf("--lang is %s, not %q", strings.Join(c.Languages.Strings(), " or "), given)}
	}
	return given, nil
}
