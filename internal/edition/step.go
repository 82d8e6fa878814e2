package edition

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

// Present is what the tree says today.
type Present struct {
	Project    fs.FS // holds data/
	Corpus     *corpus.Corpus
	Data       *dataset.Dataset
	Indicators []indicator.Result
}

// The rules whose names the problems of a comparison bear.
const (
	ruleSilent   = "silent-change" // a published value changed and nothing says why
	ruleVanished = "vanished"      // something that was published is gone
	ruleDeclared = "declared-change"
)

// step is the way from an edition to the present, under comparison.
type step struct {
	store *Store
	from  Edition
	now   Present
	was   *corpus.Corpus // of the edition
	rows  []row          // of the edition, frozen
	rowed []row          // of the present

	declared []*declaration
	changes  []Change
	problems problem.List
	touched  map[string][]int // target → its changes

	older  bool             // the code of today refuses something in the edition
	faults map[string][]int // file of the edition that cannot be read whole → lines
}

// compare finds what changed since an edition.
func (s *Store) compare(from Edition, now Present) (*step, error) {
	t := &step{store: s, from: from, now: now, touched: map[string][]int{}, rowed: rowsOf(now.Data, now.Indicators)}
	frozen, err := s.named(from, FiguresFile)
	if err != nil {
		return nil, err
	}
	if t.rows, err = readRows(frozen); err != nil {
		return nil, fmt.Errorf("the edition of %s: %w", from.Day, err)
	}
	files, err := treeFiles(now.Project)
	if err != nil {
		return nil, err
	}
	changed := differing(from.Files, files)
	if len(changed) == 0 && sameRows(t.rows, t.rowed) {
		return t, nil
	}
	tree, err := s.tree(from, now.Corpus.Steps())
	if err != nil {
		return nil, err
	}
	was, found, err := corpus.Load(tree, path.Clean(records), now.Corpus.Languages) // as far as it can be
	if err != nil {
		return nil, fmt.Errorf("reading the edition of %s: %w", from.Day, err)
	}
	was.Borrow(now.Corpus.Vocabularies) // an edition of before they were data: the code had these words
	t.was = was
	t.refuse(found)
	t.declare()
	t.compareRecords(changed)
	t.compareCorrections()
	t.compareCollected(changed)
	t.compareFigures(len(changed) > 0)
	t.warnUnused()
	t.sort()
	return t, nil
}

// treeFiles lists the files of data that an edition freezes, with their digests:
// all but the editions themselves, and the bytes of snapshots, which their own
// digest holds for ever.
func treeFiles(project fs.FS) ([]File, error) {
	var out []File
	err := eachTreeFile(project, func(name string, content []byte) {
		out = append(out, File{name, sum(content), int64(len(content))})
	})
	return out, err
}

func eachTreeFile(project fs.FS, visit func(name string, content []byte)) error {
	root := path.Clean(records)
	err := fs.WalkDir(project, root, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == path.Join(root, folder):
			return fs.SkipDir
		case e.IsDir():
			return nil
		case strings.HasPrefix(name, path.Join(root, "snapshots")+"/") && path.Ext(name) != ".json":
			return nil
		}
		content, err := fs.ReadFile(project, name)
		if err == nil {
			visit(name, content)
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the data: %w", err)
	}
	return nil
}

// differing gives the paths of data/ whose bytes are not the same on both sides.
func differing(was, now []File) map[string]bool {
	digests := map[string]string{}
	for _, f := range was {
		if strings.HasPrefix(f.Path, records) {
			digests[f.Path] = f.SHA256
		}
	}
	out := map[string]bool{}
	for _, f := range now {
		if digests[f.Path] != f.SHA256 {
			out[f.Path] = true
		}
		delete(digests, f.Path)
	}
	for gone := range digests {
		out[gone] = true
	}
	return out
}

// add keeps a change, with the days between which it happened.
func (t *step) add(c Change) {
	c.Day, c.From = t.now.Data.AsOf, t.from.Day
	if c.Count == 0 {
		c.Count = 1
	}
	if c.Name.IsZero() && c.Record.ID != "" {
		c.Name = t.now.Data.NameOf(c.Record)
	}
	if c.Cause == "" {
		t.explained(&c)
	}
	t.touch(c.Target, len(t.changes))
	if kind, _ := split(c.Target); kind == rows { // figures count the rows of a source through it
		t.touch(c.Record.String(), len(t.changes))
	}
	t.changes = append(t.changes, c)
}

// touch remembers which change concerns a target.
func (t *step) touch(target string, change int) {
	t.touched[target] = append(t.touched[target], change)
}

func (t *step) complain(severity problem.Severity, at problem.Place, rule, message, hint string) {
	t.problems = append(t.problems,
		problem.Problem{Place: at, Severity: severity, Rule: rule, Message: message, Hint: hint})
}

func (t *step) sort() {
	slices.SortStableFunc(t.changes, compareChanges)
	t.problems.Sort()
}

// compareChanges orders the changes of one step: by type, those that follow from
// others after them, then by target.
func compareChanges(a, b Change) int {
	return cmp.Or(cmp.Compare(slices.Index(Types(), a.Type), slices.Index(Types(), b.Type)),
		cmp.Compare(min(1, len(a.Because)), min(1, len(b.Because))),
		cmp.Compare(a.Target, b.Target), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Now.Exact, b.Now.Exact))
}

// day gives the day of reference of the present.
func (t *step) day() cal.Day { return t.now.Data.AsOf }

// money shows a written value of a claim with its unit.
func (t *step) money(claim, written string) Value {
	c := t.now.Data.Claim(claim)
	v, err := quantity.ParseValue(written)
	if c == nil || err != nil {
		return plain(written)
	}
	return Value{written, lang.Text{FR: v.Text(lang.FR, c.Unit), EN: v.Text(lang.EN, c.Unit)}}
}

// file is where a record is written.
func (t *step) place(ref record.Ref, path string) problem.Place { return t.now.Corpus.Place(ref, path) }
