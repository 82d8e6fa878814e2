package collect

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// plausible says which bound a harvest is out of, but for those that somebody accepted
// of these very documents; nil when it is a healthy one. A first harvest has nothing to
// be compared with: none is gone, none has moved.
func plausible(s record.Source, base *collected.Collected, h harvest, day cal.Day, accepted []string) *Verdict {
	if h.verdict != nil {
		return h.verdict
	}
	b := s.Collect.Bounds.In(h.form)
	far := reaching(b, editionsSince(base, h, s.Cadence, day))
	for _, doubt := range []*Verdict{lacking(b, h), unreadable(b, h), few(b, h), older(base, h), gone(far.gone, base, h),
		moved(far, base, h)} {
		if doubt != nil && !slices.Contains(accepted, doubt.Code) {
			return doubt
		}
	}
	return nil
}

// lacking compares the names of columns as people do: case, accents and the way in
// which a name is saved make no difference.
func lacking(b record.Bounds, h harvest) *Verdict {
	// A JSON list that is empty, or of which all was left aside by name (concessions
	// alone), says nothing of the columns: what it lacks is rows.
	aside := 0
	for _, l := range h.ignored {
		aside += l.Count
	}
	if len(h.columns) == 0 && aside >= h.found() {
		return nil
	}
	has := map[string]bool{}
	for _, c := range h.columns {
		has[tabular.Name(c)] = true
	}
	missing := slices.DeleteFunc(slices.Clone(b.Columns), func(c string) bool { return has[tabular.Name(c)] })
	if len(missing) == 0 {
		return nil
	}
	return say(MissingColumns, "colonnes absentes : %s", "missing columns: %s", strings.Join(missing, ", "))
}

func unreadable(b record.Bounds, h harvest) *Verdict {
	if h.unreadable*100 <= b.Unreadable*h.found() {
		return nil
	}
	return say(UnreadableRows, "lignes illisibles : %d sur %d, plus de %d %%", "unreadable rows: %d of %d, more than %d%%",
		h.unreadable, h.found(), b.Unreadable)
}

func few(b record.Bounds, h harvest) *Verdict {
	if len(h.rows) >= b.RowsMin {
		return nil
	}
	return say(TooFewRows, "lignes trouvées : %d, alors qu’il en faut au moins %d",
		"rows found: %d, where at least %d are wanted", len(h.rows), b.RowsMin)
}

// older says that a document is dated wholly before the one that is held: a server
// that lags behind, or an old file saved by hand, undoes nothing that a later edition
// said. A date that was still to come when it was read was a misprint, and holds
// nothing back.
func older(base *collected.Collected, h harvest) *Verdict {
	held := base.State.Edition
	if h.edition.IsZero() || held.IsZero() || held.First().After(base.State.Read()) ||
		!h.edition.Last().Before(held.First()) {
		return nil
	}
	return &Verdict{Code: OlderEdition, Reason: lang.Text{
		FR: fmt.Sprintf("document daté : %s, plus ancien que celui qui est gardé (%s)", h.edition.Text(lang.FR),
			held.Text(lang.FR)),
		EN: fmt.Sprintf("the document, dated %s, is older than the one that is held (%s)", h.edition.Text(lang.EN),
			held.Text(lang.EN))}}
}

func gone(most int, base *collected.Collected, h harvest) *Verdict {
	known, lost := 0, 0
	for _, r := range base.Rows {
		if !r.Listed() {
			continue
		}
		known++
		if _, still := h.places[keyOf(base.Columns, r.Cells)]; !still {
			lost++
		}
	}
	if lost*100 <= most*known {
		return nil
	}
	return tooManyGone(lost, known, most)
}

func tooManyGone(lost, known, most int) *Verdict {
	return say(TooManyGone, "lignes disparues d’un coup : %d sur %d, plus de %d %%",
		"rows that disappeared at once: %d of %d, more than %d%%", lost, known, most)
}

// moved compares exactly: no float.
func moved(most reach, base *collected.Collected, h harvest) *Verdict {
	if most.up == 0 {
		return nil
	}
	for _, r := range base.Rows {
		i, still := h.places[keyOf(base.Columns, r.Cells)]
		if !still || !r.Listed() {
			continue
		}
		for j, c := range base.Columns {
			old, now := r.Cells[j], h.rows[i].Cells[j]
			if c.Kind != collected.Number {
				continue
			}
			if percent, far := farther(old, now, most); far {
				return movedTooFar(strings.Join(collected.Title(base.Columns, r.Cells), " — "), c, old, now, percent)
			}
		}
	}
	return nil
}

func movedTooFar(name string, c Column, old, now string, most int) *Verdict {
	return &Verdict{Code: MovedTooFar, Reason: lang.Text{
		FR: fmt.Sprintf("« %s », %s : de %s à %s, un écart de plus de %d %%", name, c.Label.FR, old, now, most),
		EN: fmt.Sprintf("“%s”, %s: from %s to %s, a move of more than %d%%", name, c.Label.EN, old, now, most)}}
}

// farther says whether a number moved by more than it may, and by how many percent of
// what it was it might. From zero, or from or to nothing, there is no share to speak of.
func farther(old, now string, most reach) (percent int, far bool) {
	from, okFrom := new(big.Rat).SetString(old)
	to, okTo := new(big.Rat).SetString(now)
	if !okFrom || !okTo || from.Sign() == 0 {
		return 0, false
	}
	move := new(big.Rat).Sub(to, from)
	percent = most.up
	if move.Sign()*from.Sign() < 0 {
		percent = most.down
	}
	share := new(big.Rat).Quo(move.Abs(move), from.Abs(from))
	return percent, share.Cmp(big.NewRat(int64(percent), 100)) > 0
}
