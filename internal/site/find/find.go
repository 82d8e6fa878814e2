// Package find cuts what a site can be searched for into small files, each with all that
// a search needs of the words that it covers. A reader's browser has no index of its own:
// it fetches the one or two files in which the words of a query stand, and nothing else.
//
//	set := find.Set{Folder: "fr", Rows: []find.Row{{Name: "Example Cloud", Address: "offres/example-cloud/"}}}
//	cut := find.Cut(set, find.Spelling{})
//	cut.Files[0].Path      "fr/0.json"
//	cut.Index.Starts       where in the order of words each file starts
//
// Each row stands once for each of its words, in the order of these words, and the files
// are runs of that order. A word, or the beginning of one, that too many rows have is wide:
// the index names it, and only the heaviest of its rows stand there, under the word with a
// star. The other rows are found by their other words. A second list holds the words
// themselves, by their first two letters and by their last two: one mistake leaves one of
// the two pairs as it was, so that what was meant is found in two small files.
//
// What comes in is plain values; what goes out is bytes. Promises: pure; the same rows in
// any order give the same bytes; no file is larger than asked, but for a single word.
// The script of the theme, search.js, reads these files and ranks what it finds: the two
// fold words alike, which a test of package build holds.
package find

import (
	"cmp"
	"slices"
)

// Row is one thing that may be found.
type Row struct {
	Name    string
	Group   int    // place of its group in the list of groups
	Note    string // a few words below its name, which find it too
	Kind    int    // of a place: its place in the list of kinds
	Address string // from the root of the site; of a place, its anchor on the page of the first of Around
	Keys    string // what else it is called: an acronym, a number
	Weight  int    // 0 to 99: what comes first among equals
	Value   string // a number with its unit, as a page shows it
	Around  []int  // of a place: the places around it, in the list of the set
	On      int    // of a place: which of these has the page on which it stands; -1 for none
}

// Around is a place that others stand in.
type Around struct {
	Name string
	Page string // last part of the addresses of its own page and of that of its places; empty without one
}

// Set is what is cut together.
type Set struct {
	Folder string
	Rows   []Row
	Around []Around
	Most   int // bytes of a file before it is packed: what is named in sentences packs better than numbers do
}

// Index says where words stand in the files of a set.
type Index struct {
	Folder string   `json:"folder"`
	Starts []string `json:"starts"` // the first word of each file, or enough of it
	Wide   []string `json:"wide"`   // beginnings that too many rows have
	Pairs  []string `json:"pairs"`  // the first pair of letters of each file of words
}

// File is one file of a set.
type File struct {
	Path string
	Data []byte
}

// Parts is a set that was cut.
type Parts struct {
	Index Index
	Files []File
}

// topBytes is how much stands for a wide beginning, and how large a file of words is, in
// bytes before they are packed. A beginning is wide when its rows take more than a file.
// The script takes nine files at most, so that any query stays below sixty kilobytes over
// the wire; a test of package build measures it.
const topBytes = 9_000

// Cut cuts a set into files.
func Cut(set Set, s Spelling) Parts {
	c := cutter{set: set, rows: make([]coded, len(set.Rows))}
	slices.SortFunc(c.set.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Address, b.Address),
			cmp.Compare(a.Keys, b.Keys))
	})
	for i, r := range c.set.Rows {
		c.rows[i] = coded{data: r.encode(), words: s.Indexed(r.finds()), named: s.Indexed(r.Name)}
	}
	c.gather()
	c.widen()
	files, starts := c.files()
	words, pairs := c.words()
	return Parts{Index{Folder: set.Folder, Starts: starts, Wide: c.wide, Pairs: pairs}, slices.Concat(files, words)}
}

// finds is all the text that finds a row; the number that names a place is its anchor.
func (r Row) finds() string {
	if r.Around != nil {
		return r.Name + " " + r.Keys + " " + r.Address
	}
	return r.Name + " " + r.Keys + " " + r.Value + " " + r.Note
}

// encode writes a row as the script reads it: a list, without what is empty at its end.
func (r Row) encode() []byte {
	list := []any{r.Name, r.Group, r.Note, r.Address, r.Keys, r.Weight, r.Value}
	if r.Around != nil {
		list = []any{r.Name, r.Group, r.Kind, r.Address, r.Keys, r.Weight, r.On, r.Around}
	}
	return encoded(list)
}
