package cli

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"time"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/output"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// buildSummary is what a person wants to know of a build that went well.
type buildSummary struct {
	report   build.Report
	written  output.Written
	inPlace  string // why the folder was filled file by file; empty when it was exchanged
	problems problem.List
	settings config.Config
	took     time.Duration
	preview  string // the command that shows the site
}

func (s buildSummary) print(w io.Writer) error {
	_, err := fmt.Fprintf(w, `checked:  %s
built:    %s pages, %s files, %s bytes in %s, as of %s
charts:   %s, with %s new drawings
put:      %s
took:     %.1f s
to look:  %s, or open %s
`,
		s.problems.Total(),
		grouped(s.report.Pages), grouped(s.written.Files), grouped(s.written.Bytes), filepath.Clean(s.settings.Output)+"/",
		s.settings.AsOf,
		grouped(s.report.Charts), grouped(s.report.Drawn),
		s.way(), s.took.Seconds(),
		s.preview, filepath.Join(s.settings.Output, "index.html"))
	return err
}

// unchanged says that a build found nothing to do.
func unchanged(w io.Writer, there output.Written, c config.Config, took time.Duration, preview string) error {
	_, err := fmt.Fprintf(w, `unchanged: %s files, %s bytes in %s are those of these data, words, theme, settings
           and program, as of %s: nothing was written (--force makes them again)
took:      %.1f s
to look:   %s, or open %s
`, grouped(there.Files), grouped(there.Bytes), filepath.Clean(c.Output)+"/", c.AsOf, took.Seconds(),
		preview, filepath.Join(c.Output, "index.html"))
	return err
}

// previewOf is the command that shows the site of a project: that of its Makefile, where
// it has one.
func previewOf(project fs.FS) string {
	rules, err := fs.ReadFile(project, "Makefile")
	if err == nil && bytes.Contains(append([]byte("\n"), rules...), []byte("\nserve:")) {
		return "make serve"
	}
	return "vigie serve"
}

// way is how the site came to its folder.
func (s buildSummary) way() string {
	if s.inPlace != "" {
		return "file by file, " + s.inPlace
	}
	return "as a whole"
}

// grouped writes a count as people read it: 1,234,567.
func grouped[N int | int64](n N) string { return lang.Group(lang.EN, fmt.Sprint(n)) }
