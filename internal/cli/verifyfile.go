package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"vigie/internal/export/takeaway"
	"vigie/internal/value/inert"
	"vigie/internal/value/tree"
	"vigie/internal/verify"
	"vigie/internal/verify/download"
)

// heldFile is what is found of one downloaded file.
type heldFile struct {
	File      string            `json:"file"`
	Bytes     int64             `json:"bytes"`
	SHA256    string            `json:"sha256"`
	Says      [][2]string       `json:"says,omitempty"` // what the file says of its day and edition
	AsOf      string            `json:"as_of"`          // of what it is held against
	Published []verify.Origin   `json:"published"`      // the published files that it is, byte for byte
	Tables    []download.Result `json:"tables,omitempty"`
	Hidden    int               `json:"hidden,omitempty"`
	Unread    string            `json:"unread,omitempty"` // why its rows were not read
	editions  int
}

// sound says that the file, or each number in it, is the published one.
func (h heldFile) sound() bool {
	if len(h.Published) > 0 {
		return true
	}
	for _, t := range h.Tables {
		if len(t.Faults) > 0 {
			return false
		}
	}
	return len(h.Tables) > 0 && h.Hidden == 0 && h.Unread == ""
}

func (v vigie) runVerifyFile(cmd *cobra.Command, name string, f verifying) error {
	held, err := v.hold(cmd, name, f)
	if err != nil {
		return err
	}
	if f.format == "json" {
		err = indented(cmd.OutOrStdout(), held)
	} else {
		err = printHeld(cmd.OutOrStdout(), held, f.quiet)
	}
	if err != nil {
		return exit{couldNotRun, err}
	}
	if !held.sound() {
		return exit{problems, nil}
	}
	return nil
}

// hold reads a file and holds it against what the project publishes.
func (v vigie) hold(cmd *cobra.Command, name string, f verifying) (heldFile, error) {
	out := heldFile{File: filepath.Base(name), Published: []verify.Origin{}}
	body, err := os.Open(name)
	if err != nil {
		return out, exit{couldNotRun, err}
	}
	defer body.Close()
	state, err := body.Stat()
	if err != nil {
		return out, exit{couldNotRun, err}
	}
	if !state.Mode().IsRegular() {
		return out, exit{wrongUse, fmt.Errorf("%s is no file; the folder of a site is given with --site", name)}
	}
	sum := sha256.New()
	if out.Bytes, err = io.Copy(sum, io.NewSectionReader(body, 0, state.Size())); err != nil {
		return out, exit{couldNotRun, err}
	}
	out.SHA256 = hex.EncodeToString(sum.Sum(nil))
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return out, err
	}
	if err := unfit(cmd, project, found); err != nil {
		return out, err
	}
	shown := newProgress(cmd.ErrOrStderr(), f.quiet)
	shown.step("data", 0, 0)
	o := verify.Options{Project: project, Config: c, Country: v.country, Jobs: runtime.GOMAXPROCS(0)}
	reference, err := verify.ReadReference(cmd.Context(), o, takeaway.Store{Folder: filepath.Join(c.Cache, "exports")})
	shown.end()
	if err != nil {
		return out, stopped(err)
	}
	out.AsOf, out.editions = reference.AsOf.String(), reference.Editions
	out.Published = append(out.Published, reference.Of(out.SHA256)...)
	read, err := download.Read(cmd.Context(), download.Source{Name: name, Body: body, Size: state.Size(), Path: name})
	if errors.Is(err, context.Canceled) {
		return out, stopped(err)
	}
	if err != nil {
		out.Unread = err.Error()
		return out, nil
	}
	out.Says, out.Hidden = stated(read.Said), read.Hidden
	if len(out.Published) > 0 && !out.Published[0].Edition.IsZero() {
		return out, nil // of an edition: what was published since then may differ
	}
	for _, s := range read.Sheets {
		table, ok := download.Nearest(s, reference.Tables)
		if !ok {
			out.Unread = fmt.Sprintf("the columns of %q are those of no published table", s.Name)
			continue
		}
		result, err := download.Compare(s, table)
		if err != nil {
			out.Unread = err.Error()
			continue
		}
		out.Tables = append(out.Tables, result)
	}
	return out, nil
}

func stopped(err error) error {
	if errors.Is(err, context.Canceled) {
		return exit{couldNotRun, errors.New("interrupted")}
	}
	return exit{couldNotRun, err}
}

// stated keeps, of what a file says of itself, what is about its day and its edition.
func stated(said [][2]string) [][2]string {
	var out [][2]string
	for _, line := range said {
		key := strings.ToLower(line[0])
		for _, word := range []string{"as_of", "jour", "day", "edition", "édition"} {
			if strings.Contains(key, word) {
				out = append(out, line)
				break
			}
		}
	}
	return out
}

func printHeld(w io.Writer, h heldFile, quiet bool) error {
	printed := 0
	for _, t := range h.Tables {
		for _, f := range t.Faults {
			if printed++; printed == mostFaults {
				fmt.Fprintf(w, "… and more\n")
			}
			if printed < mostFaults {
				printHeldFault(w, h.File, t.Table, f)
			}
		}
	}
	if quiet && h.sound() {
		return nil
	}
	fmt.Fprintf(w, "file:      %s, %s bytes, SHA-256 %s\n", h.File, grouped(int(h.Bytes)), h.SHA256)
	for _, line := range h.Says {
		fmt.Fprintf(w, "says:      %.100s: %.200s\n", inert.Visible(line[0]), inert.Visible(line[1]))
	}
	for _, o := range h.Published {
		of := "this tree as of " + h.AsOf
		if !o.Edition.IsZero() {
			of = "the edition of " + o.Edition.String()
		}
		fmt.Fprintf(w, "published: byte for byte, %s of %s\n", o.Path, of)
	}
	if len(h.Published) == 0 {
		fmt.Fprintf(w, "published: no file of this tree as of %s, nor of its %s editions, has this digest\n", h.AsOf,
			grouped(h.editions))
	}
	for _, t := range h.Tables {
		verdict := "all as published"
		if len(t.Faults) > 0 {
			verdict = counted(len(t.Faults))
		}
		fmt.Fprintf(w, "rows:      %s: %s rows, %s numbers among %s cells, %s; %s published rows are not in the file\n",
			t.Table, grouped(t.Rows), grouped(t.Numbers), grouped(t.Cells), verdict, grouped(t.Missing))
	}
	if h.Hidden > 0 {
		fmt.Fprintf(w, "hidden:    %s rows, cells or sheets that a spreadsheet does not show were not compared\n",
			grouped(h.Hidden))
	}
	if h.Unread != "" {
		fmt.Fprintf(w, "not read:  %s\n", h.Unread)
	}
	if !h.sound() {
		fmt.Fprintln(w, "what now:  a file of another day differs where the data changed since: --as-of gives the day, "+
			"and the journal of the site what changed")
	}
	return nil
}

func printHeldFault(w io.Writer, file, table string, f download.Fault) {
	fmt.Fprintf(w, "%s: %s", file, table)
	if f.Row > 0 {
		fmt.Fprintf(w, ", row %d", f.Row)
	}
	if f.Key != "" {
		fmt.Fprintf(w, " (%.120s)", inert.Visible(f.Key))
	}
	if f.Column != "" {
		fmt.Fprintf(w, ", column %.60s", inert.Visible(f.Column))
	}
	fmt.Fprintf(w, ": %s\n", f.What)
	if f.Found != "" || f.Published != "" {
		fmt.Fprintf(w, "    found:     %.160q\n    published: %.160q\n", f.Found, f.Published)
	}
}
