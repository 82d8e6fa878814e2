// Package verify reads a built site back and proves every number in it against
// the data: it is the reader who trusts nothing.
//
// What comes in: the files of a site, and the tree that it is said to be made
// from. What goes out: a Report (how many numbers were found, how many are
// proven, what was computed again) and Faults, each with the file, the figure,
// what was found and what the data say.
//
//	report, err := verify.Run(ctx, verify.Options{Site: os.DirFS("public"), Project: tree.Project("."), Config: c})
//	report.Sound()   every number is proven
//
// # What counts as a number
//
//   - A figure: an <a data-figure="…"> with its value, its words and its proof.
//   - An amount, a share, or a count followed by a unit of data/units, in the words
//     of a page. It must stand in the words of a record, claim, figure or indicator
//     that the page names there: by data-words on an element around it, by the
//     address of the page, by the identifier of an element, or by where a link leads.
//     Words named by data-words are held to every digit, dates included.
//   - A count of rows, marked data-count with the file whose rows are counted, and data-where with the cells that
//     they have.
//   - A day: it is in the data, written or computed, or in our own prose; that of a
//     <time> is written in words too.
//   - A number drawn in a chart: a label is a figure of the chart, and the marks of an
//     axis follow from their places.
//   - A value in a download, with the identifier of its claim or figure beside it.
//   - The last value of a figure that an edition holds and the data hold no more: it
//     is that of the figures.csv which this edition publishes.
//   - A number given in a feed, in the words of the record that the entry is about.
//
// Files that are no pages must also be, byte for byte, what the data make.
package verify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"vigie/internal/config"
	"vigie/internal/country"
	"vigie/internal/edition"
	"vigie/internal/value/cal"
)

// Options is what a verification needs.
type Options struct {
	Site     fs.FS // the built site
	Project  fs.FS // the tree that it is made from
	Config   config.Config
	Country  country.Extension // what the site was made with
	Evidence *Evidence         // nil to leave the copies of sources alone
	Jobs     int               // pages read at once; one when zero
	Progress func(step string, done, total int)
}

// Fault is a number without proof, or one that differs from the data.
type Fault struct {
	File   string `json:"file"`
	Figure string `json:"figure,omitempty"` // identifier of the figure, claim or record concerned
	What   string `json:"what"`
	Found  string `json:"found,omitempty"`
	Want   string `json:"want,omitempty"` // what the data say
}

// Tally counts numbers of one sort.
type Tally struct {
	Found  int `json:"found"`
	Proven int `json:"proven"`
}

// Report is what a verification saw.
type Report struct {
	AsOf     cal.Day `json:"as_of"` // the day that the site gives
	Files    int     `json:"files"`
	Pages    int     `json:"pages"`
	Distinct int     `json:"distinct_figures"` // identifiers of figures met in pages
	Figures  Tally   `json:"figures"`          // occurrences in pages
	Proofs   Tally   `json:"proofs"`           // proof pages, in both languages
	Words    Tally   `json:"words"`            // numbers in the words of records
	Counts   Tally   `json:"counts"`           // rows counted again
	Dates    Tally   `json:"dates"`            // days in <time>, written or computed
	Drawn    Tally   `json:"drawn"`            // numbers in drawings
	Values   Tally   `json:"values"`           // values in downloads
	Feeds    Tally   `json:"feeds"`            // numbers in feeds
	Computed Tally   `json:"computed"`         // figures computed again from their inputs
	Counted  Tally   `json:"counted"`          // figures whose records were counted again
	Stated   Tally   `json:"told"`             // figures weighed again from their claims
	Copies   Copies  `json:"copies"`
	Faults   []Fault `json:"faults"`
}

// Total is all numbers that a reader of the site may meet; days are counted apart.
func (r Report) Total() Tally {
	var t Tally
	for _, one := range []Tally{r.Figures, r.Words, r.Counts, r.Drawn, r.Values, r.Feeds} {
		t.Found += one.Found
		t.Proven += one.Proven
	}
	return t
}

// Sound says that every number is proven and that nothing else is amiss.
func (r Report) Sound() bool { return len(r.Faults) == 0 }

// check notes that a number was found, and whether it is proven.
func (t *Tally) check(proven bool) bool {
	t.Found++
	if proven {
		t.Proven++
	}
	return proven
}

// Outdated says that a site lacks the last edition of the project: it was made before
// that edition, and comparing the two would name thousands of differences with one cause.
type Outdated struct {
	Edition cal.Day
	Missing string // the file of the edition that the site lacks
}

// Error says what to do about it.
func (o Outdated) Error() string {
	return fmt.Sprintf("this site was made before the edition of %s, of which it lacks %s: vigie build makes it again",
		o.Edition, o.Missing)
}

// Run verifies a site. The error says that it could not: faults are in the report, and
// a site that was made before the last edition is Outdated.
func Run(ctx context.Context, o Options) (Report, error) {
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	day, err := siteDay(o.Site)
	if err != nil {
		return Report{}, err
	}
	o.Config.AsOf = day
	o.Progress("data", 0, 0)
	t, err := read(ctx, o)
	if err != nil {
		return Report{}, err
	}
	report := Report{AsOf: day, Faults: []Fault{}}
	if e, ok := t.site.History.Store().Last(); ok {
		manifest := strings.TrimPrefix(e.Folder(), "/") + edition.ManifestFile
		if _, err := fs.Stat(o.Site, manifest); errors.Is(err, fs.ErrNotExist) {
			return Report{}, Outdated{Edition: e.Day, Missing: manifest}
		}
	}
	recompute(t, &report)
	if err := pages(ctx, o, t, &report); err != nil {
		return report, err
	}
	if err := files(ctx, o, t, &report); err != nil {
		return report, err
	}
	if o.Evidence != nil {
		o.Progress("copies", 0, 0)
		if err := o.Evidence.look(ctx, t, &report); err != nil {
			return report, err
		}
	}
	return report, nil
}

// siteDay is the day of reference that a site gives.
func siteDay(site fs.FS) (cal.Day, error) {
	raw, err := fs.ReadFile(site, "etat.json")
	if err != nil {
		return cal.Day{}, fmt.Errorf("there is no built site here, vigie build makes one: %w", err)
	}
	var state struct {
		AsOf cal.Day `json:"as_of"`
	}
	if err := json.Unmarshal(raw, &state); err != nil {
		return cal.Day{}, fmt.Errorf("etat.json does not give the day of the site: %w", err)
	}
	return state.AsOf, nil
}
