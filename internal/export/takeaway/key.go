package takeaway

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"vigie/internal/export"
)

// written is the edition of what this package writes: it grows whenever the bytes of a file
// would differ for the same table, so that nothing older is taken from a store.
const written = "6"

// part is what a file holds besides the cells of its table: a file is made again when that
// changes, and not when a new day changes what it does not hold.
type part int

const (
	cellsAlone part = iota
	meanings        // what columns mean, in the first language
	envelope        // whose data they are, and of what day
	notes           // the same, with what columns mean, in each language
)

// around is what a file of a format holds besides the cells of a table.
func (from From) around(f Format, e Entry) any {
	first := from.About.Tongues().First()
	switch f.holds {
	case meanings:
		return first
	case envelope:
		return e.about(from.About)
	case notes:
		out := []any{first, from.About.Publisher, from.About.AsOf}
		for _, l := range from.About.Tongues() {
			out = append(out, from.Words(l, "book.sheet"), from.notes(e, l))
		}
		return out
	}
	return nil
}

// contentOf is the digest of a table: what it is called, its columns and its cells.
func contentOf(t export.Table) (string, error) {
	sum := sha256.New()
	if err := json.NewEncoder(sum).Encode([]any{t.ID, t.Title, t.About, t.Columns}); err != nil {
		return "", err
	}
	err := t.WriteCSV(sum, export.Standard)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// key names a file by all that it is made from.
func key(suffix string, parts ...any) (string, error) {
	sum := sha256.New()
	err := json.NewEncoder(sum).Encode([]any{written, export.Version, suffix, parts})
	return hex.EncodeToString(sum.Sum(nil)), err
}
