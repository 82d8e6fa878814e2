// Package corpus reads data/ strictly: every YAML file becomes one record of
// package record, and whatever is not exactly as doc/format.md says becomes a
// problem with its file, line and column.
//
// What comes in: a file system and the folder of the data. What goes out: a
// Corpus, one sorted slice per kind of record, that remembers where each value
// was written; and all the problems of all the files, not the first of each.
//
//	read, problems, err := corpus.Load(tree.Project("."), "data", settings.Languages)
//	read.Place(record.Ref{Kind: record.Offers, ID: "cumulus"}, "claims/0/source")
//
// Promises:
//   - The YAML library never decodes a value: it gives a tree with positions,
//     and each value is read here, as the very characters that were written.
//     Text stays text: 01001 is no number, 2026-10 no date, NO no "false".
//   - What a file says is read as far as it can be: a record with a fault is
//     still in the corpus, so that one fault does not make a hundred.
//   - The result does not depend on the number of cores or the order of files.
//
// Reading checks the form (keys, types, closed lists of words, both languages). The words
// of the world that is followed are those of data/vocabulary, which is read first.
// What records say together is for package check.
package corpus

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"

	"vigie/internal/collected"
	"vigie/internal/corpus/upgrade"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Corpus is everything that was read under data/, by kind, sorted by identifier.
type Corpus struct {
	Vocabularies   []record.Vocabulary
	Sources        []record.Source
	Units          []record.Unit
	Measures       []record.Measure
	Perimeters     []record.Perimeter
	Tiers          []record.Tier
	Organisations  []record.Organisation
	Providers      []record.Provider
	Offers         []record.Offer
	Qualifications []record.Qualification
	Migrations     []record.Migration
	Series         []record.Series
	Commitments    []record.Commitment
	Events         []record.Event
	Doctrines      []record.Doctrine
	Calculations   []record.Calculation
	Contradictions []record.Contradiction
	Silences       []record.Silence
	Changes        []record.Change
	Requests       []record.Request
	Indicators     []record.Indicator
	Corrections    []record.Correction    // in the order of their file
	Collected      []*collected.Collected // what `vigie collect` wrote, by source

	Languages lang.Languages // of the site: each text that readers see is written in them

	root  string
	spots map[record.Ref][]spot
}

// Load reads every record under root, whose texts are written in the languages of the
// site. The error is about the file system only;
// what is wrong in the data is in the list.
func Load(fsys fs.FS, root string, languages lang.Languages) (*Corpus, problem.List, error) {
	files, found, err := list(fsys, root)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the folder of the data: %w", err)
	}
	c := &Corpus{Languages: languages, root: root, spots: make(map[record.Ref][]spot, len(files))}
	others := slices.IndexFunc(files, func(f file) bool { return f.kind != record.Vocabularies })
	// vocabularies first: others use their words
	for _, batch := range [][]file{files[:max(0, others)], files[max(0, others):]} {
		faults, err := c.read(fsys, batch, languages)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, faults...)
	}
	faults, err := c.readCollected(fsys)
	if err != nil {
		return nil, nil, err
	}
	found = append(found, faults...)
	if faults, err = c.readCorrections(fsys); err != nil {
		return nil, nil, err
	}
	found = append(found, faults...)
	found.Sort()
	return c, found, nil
}

// read adds the records of some files, under the words that were read before.
func (c *Corpus) read(fsys fs.FS, files []file, languages lang.Languages) (found problem.List, err error) {
	read, err := readAll(fsys, files, c.Words(), languages)
	if err != nil {
		return nil, err
	}
	for i, r := range read {
		c.add(files[i].kind, r.record)
		c.spots[files[i].ref()] = r.spots
		found = append(found, r.problems...)
	}
	return found, nil
}

// file is one YAML file to read.
type file struct {
	kind record.Kind
	path string
}

func (f file) id() string      { return strings.TrimSuffix(path.Base(f.path), ".yaml") }
func (f file) ref() record.Ref { return record.Ref{Kind: f.kind, ID: f.id()} }

// readAll reads the files side by side and answers in their order.
func readAll(fsys fs.FS, files []file, words record.Words, languages lang.Languages) ([]reading, error) {
	shapes, steps := shape.Under(words), upgrade.Steps(words)
	out, errs := make([]reading, len(files)), make([]error, len(files))
	next := make(chan int)
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for i := range next {
				out[i], errs[i] = readFile(fsys, files[i], shapes, languages, steps)
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	readers.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", files[i].path, err)
		}
	}
	return out, nil
}

// shelf is the slice of the corpus that holds a kind of record: the field whose elements
// are of its type.
func (c *Corpus) shelf(k record.Kind) reflect.Value {
	fields, wanted := reflect.ValueOf(c).Elem(), reflect.SliceOf(shape.Of(k))
	for i := range fields.NumField() {
		if fields.Field(i).Type() == wanted {
			return fields.Field(i)
		}
	}
	panic(fmt.Sprintf("no field of Corpus holds %s", k))
}

// Words are the vocabularies that were read.
func (c *Corpus) Words() record.Words { return record.WordsOf(c.Vocabularies) }

// Borrow takes the vocabularies that the corpus does not have.
func (c *Corpus) Borrow(from []record.Vocabulary) {
	own := c.Words()
	for _, v := range from {
		if !own.Declared(record.List(v.ID)) {
			c.Vocabularies = append(c.Vocabularies, v)
		}
	}
}

// IDs lists the identifiers of a kind, sorted.
func (c *Corpus) IDs(k record.Kind) []string {
	shelf := c.shelf(k)
	ids := make([]string, shelf.Len())
	for i := range ids {
		ids[i] = identity(shelf.Index(i))
	}
	return ids
}

// identity is the identifier of a record of any kind.
func identity(v reflect.Value) string { return v.FieldByName("Head").Interface().(record.Head).ID }

func (c *Corpus) add(k record.Kind, v reflect.Value) {
	shelf := c.shelf(k)
	shelf.Set(reflect.Append(shelf, v))
}
