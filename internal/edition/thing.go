package edition

import (
	"reflect"
	"slices"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// thing is a record, or a claim taken out of its record, laid out flat: what
// stands at each of its keys. A claim keeps its name wherever it is moved, so it
// is a thing of its own.
type thing struct {
	target string
	record record.Ref
	claim  string
	inside string // of a claim: the part of the record that it stands in
	path   string // where it is written in its record
	leaves []leaf
	parts  []leaf // items of lists and blocks of keys
	back   *taken // when it was withdrawn
}

// leaf is one key with its value. Items of lists are named by what they are
// (a period, the first of their claims) and not by their place, so that a new
// item does not make others of those after it.
type leaf struct {
	key   string
	path  string // as corpus.Place wants it
	sort  sort
	exact string
	text  lang.Text
	items []string // when it is a list of words
}

// sort is what a change of a leaf means.
type sort int

const (
	valued  sort = iota // a published value: its change needs a cause
	worded              // words
	reading             // the day or the copy in which the same was read
)

// taken is a withdrawal.
type taken struct {
	on     cal.Day
	reason lang.Text
}

// wordKeys are plain texts that are words all the same.
var wordKeys = []string{"record.Source.title", "record.Source.publisher", "record.Claim.at",
	"record.Organisation.short", "record.Doctrine.text"}

// readingKeys say when and where the same was read again.
var readingKeys = []string{"record.Claim.read", "record.Claim.snapshot", "record.Silence.searched"}

// leftOut are keys that publish nothing: how a source is visited.
var leftOut = []string{"record.Source.collect"}

// things lays out the records that are wanted, declared changes apart: they are
// causes, not values.
func things(c *corpus.Corpus, wanted func(record.Ref) bool) map[string]*thing {
	l := layout{shapes: shape.All(), out: map[string]*thing{}, inside: map[part][]string{}}
	all := reflect.ValueOf(c).Elem()
	for _, k := range record.Kinds() {
		if k == record.Changes {
			continue
		}
		of := reflect.SliceOf(shape.Of(k))
		for i := range all.NumField() {
			if all.Field(i).Type() != of {
				continue
			}
			for j := range all.Field(i).Len() {
				one := all.Field(i).Index(j)
				ref := record.Ref{Kind: k, ID: one.FieldByName("Head").Interface().(record.Head).ID}
				if wanted(ref) {
					t := &thing{target: ref.String(), record: ref}
					l.out[t.target] = t
					l.block(t, one, "", "")
				}
			}
		}
	}
	return l.out
}

// leafOf gives a leaf by its key; false when there is none.
func (t *thing) leafOf(key string) (leaf, bool) {
	i := slices.IndexFunc(t.leaves, func(one leaf) bool { return one.key == key })
	if i < 0 {
		return leaf{}, false
	}
	return t.leaves[i], true
}
