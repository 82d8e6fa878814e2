// Package boamp reads notices of the official bulletin of public contracts (BOAMP):
// calls for tenders and awards, and keeps those that are about the cloud (package
// filter).
//
// A notice has a few flat members, and the whole of itself as a text of JSON in the
// member donnees, in the shape of the form that it was filled in: the old forms
// (OBJET, ATTRIBUTION), the national ones since (FNSimple, MAPA, DSP) or the
// European ones (eForms), in which what is one is an object and what is many a list.
// CPV codes, amounts and the numbers of companies are there alone.
//
// A notice that corrects another (RECTIFICATIF) replaces the notice that it names: the row is
// that of the notice that was corrected, with the corrected values and the numbers
// of the corrections. The notices that a notice is linked to are kept: an award
// leads to its call.
//
// No name of a natural person is kept: contacts are not read, and a winner is named
// only where its name shows a legal person (package sirene).
package boamp

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/loose"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/france/filter"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// Reader reads exports of the BOAMP.
func Reader(rule *filter.Rule) collect.Reader {
	return collect.Taking(collect.Reader{Name: "boamp", Version: 2, Columns: columns(), Rule: rule.Digest,
		ReadAll: harvest{rule}.readAll},
		sniff.JSON)
}

// Bounds of a record, and of its member donnees.
var (
	aRecord = loose.Limits{Bytes: 16 << 20, Depth: 20}
	itself  = loose.Limits{Bytes: 8 << 20, Depth: 60}
)

const (
	badAtMost     = 10_000
	noticesAtMost = 200_000
	columnsAtMost = 1_000
)

var (
	errNoList = errors.New("it is not a list of notices")
	errBroken = errors.New("too many notices cannot be read")
	errMany   = errors.New("there are more notices than a question about the cloud can have")
)

type harvest struct{ rule *filter.Rule }

// readAll reads the notices of several exports: a correction may stand in another
// than what it corrects, and a notice may answer two questions.
func (h harvest) readAll(ctx context.Context, docs iter.Seq2[int, collect.Document],
	emit func(collect.Row) error) (collect.Remarks, error) {
	in := &intake{known: map[string]bool{}, taken: budget.New(ctx, budget.Document()), notices: map[string]*notice{}}
	for i, doc := range docs {
		if err := in.export(ctx, i, doc); err != nil {
			return collect.Remarks{}, err
		}
	}
	in.correct()
	in.cancel()
	judge, aside := h.rule.Judge(), map[string]int{}
	var damaged collect.Damage
	for _, id := range slices.Sorted(maps.Keys(in.notices)) {
		n := in.notices[id]
		v := n.verdict(h.rule, judge)
		switch {
		case n.applied:
			aside["correction applied"]++
		case !v.Taken:
			aside[v.Why]++
			damaged.Note(spelling.Of(n.object))
		default:
			if err := emit(n.row(v.Why)); err != nil {
				return collect.Remarks{}, fmt.Errorf("notice %s: %w", id, err)
			}
		}
	}
	remarks := in.remarks(aside)
	remarks.Damaged = damaged
	return remarks, nil
}

// intake holds the notices of a visit, without what they do not say of the cloud.
type intake struct {
	taken   *budget.Budget
	notices map[string]*notice
	columns []string // of all notices, each once
	known   map[string]bool
	rows    int
	twice   int
	bad     []collect.Bad
	unread  tabular.Tally
}

// export reads one document.
func (in *intake) export(ctx context.Context, doc int, d collect.Document) error {
	before := in.rows
	around, err := loose.Records(tabular.JSON(d.Reader()), aRecord, []string{"results"},
		func(i int, record loose.Node) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return in.take(record, doc, fmt.Sprintf("record %d", i+1))
		})
	if err != nil {
		return err
	}
	if around.IsObject() && !around.Has("total_count") {
		return errNoList
	}
	if total := around.Member("total_count").Text(); total != "" && total != fmt.Sprint(in.rows-before) {
		return fmt.Errorf("%w: it holds %d notices of %s", errNoList, in.rows-before, total)
	}
	return nil
}

// take reads one notice.
func (in *intake) take(record loose.Node, doc int, at string) error {
	in.rows++
	for _, name := range record.Names() { // the first notice alone may lack some
		if len(in.columns) < columnsAtMost && !in.known[name] {
			in.known[name] = true
			in.columns = append(in.columns, name)
		}
	}
	n, ok := read(record)
	if !ok {
		if len(in.bad) == badAtMost {
			return errBroken
		}
		found := record.First("idweb").Text()
		in.bad = append(in.bad,
			collect.Bad{At: at, Column: "idweb", Found: strings.Clone(found[:min(len(found), 100)]),
				Wanted: "the number of a notice"})
		return nil
	}
	for _, name := range record.Names() {
		if !taken[name] && !left[name] {
			in.unread.Add(name, record.Member(name).Text())
		}
	}
	if in.notices[n.id] != nil {
		in.twice++
		return nil
	}
	if len(in.notices) == noticesAtMost {
		return errMany
	}
	if err := in.taken.Bytes(n.weight()); err != nil {
		return err
	}
	n.doc, n.at = doc, at
	in.notices[n.id] = n
	return nil
}

// weight is how many bytes a notice keeps.
func (n *notice) weight() int {
	const itself, each = 512, 80
	size := itself + len(n.object) + len(n.url) + len(n.buyerName) +
		each*(len(n.cpv)+len(n.winners)+len(n.linked)+len(n.departments))
	for _, w := range n.winners {
		size += len(w.name) + len(w.key)
	}
	for _, d := range n.departments {
		size += len(d)
	}
	return size
}

// remarks are what there is to say besides rows; aside is what they leave, by reason.
func (in *intake) remarks(aside map[string]int) collect.Remarks {
	r := collect.Remarks{Columns: in.columns, Rows: in.rows, Bad: in.bad}
	if in.twice > 0 {
		aside["read twice"] = in.twice
	}
	for _, why := range slices.Sorted(maps.Keys(aside)) {
		r.Ignored = append(r.Ignored, collect.Unread{What: why, Count: aside[why]})
	}
	for _, l := range in.unread.List() {
		r.Unread = append(r.Unread, collect.Unread(l))
	}
	return r
}
