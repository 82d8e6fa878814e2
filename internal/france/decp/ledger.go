package decp

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"vigie/internal/france/filter"
	"vigie/internal/value/cal"
	"vigie/internal/value/spelling"
)

// Ledger puts together what rows say of the same market.
//
//   - A market is named by its UID. What is stated of it twice is kept once.
//
//   - Its present state is that of its last modification; what a modification does
//     not state is as it was before.
//
//   - Its date is the first at which any of its rows says that it was notified: a
//     modification bears its own.
//
//   - Its holders are those of the last modification that names any.
//
//   - A text that has lost letters gives way to the same text of another row that has
//     not.
//
//   - Frameworks of one buyer with the same object, ceiling and CPV are one
//     framework that was declared once a holder: they share a Group, and the first
//     of them by UID is Counted.
//
//   - So do markets that are alike in all but the zeros before their number, or the
//     platform that published them. Those alike in all but their whole number may be
//     two lots, and are both counted: a flag says so.
//
// The order in which rows come changes nothing.
type Ledger struct{ rows map[string][]Contract }

// Add takes what a row says.
func (l *Ledger) Add(c Contract) {
	if l.rows == nil {
		l.rows = map[string][]Contract{}
	}
	l.rows[c.UID] = append(l.rows[c.UID], c)
}

// Knows says whether something was said of a market.
func (l *Ledger) Knows(uid string) bool { return len(l.rows[uid]) > 0 }

// Market is a market as it stands.
type Market struct {
	Contract
	Group        string // of the frameworks that are one; empty for one that is declared once
	Declarations int    // how many markets the group has
	Counted      bool   // its amount counts in a sum
}

// Markets gives the markets, sorted by UID.
func (l *Ledger) Markets() []Market {
	var out []Market
	for _, uid := range slices.Sorted(maps.Keys(l.rows)) {
		out = append(out, Market{Contract: settled(l.rows[uid]), Declarations: 1})
	}
	group(out)
	twins(out)
	for i := range out {
		out[i].Counted = out[i].Counted && out[i].Amount.Sound
	}
	return out
}

// settled gives the present state of a market out of all that was said of it.
func settled(rows []Contract) Contract {
	slices.SortFunc(rows, later)
	last := rows[0]
	last.Holders, last.Why = nil, reason(rows)
	var amounts []Contract
	last.Object = sound(rows, func(r Contract) string { return r.Object })
	last.BuyerName = sound(rows, func(r Contract) string { return r.BuyerName })
	if spelling.Of(last.Object).Lost || spelling.Of(last.BuyerName).Lost {
		last.Flags |= damaged
	}
	for _, r := range rows {
		last.CPV = cmp.Or(last.CPV, r.CPV)
		last.BuyerKind = cmp.Or(last.BuyerKind, r.BuyerKind)
		last.Nature = cmp.Or(last.Nature, r.Nature)
		last.Procedure = cmp.Or(last.Procedure, r.Procedure)
		last.Framework = cmp.Or(last.Framework, r.Framework)
		last.Months = cmp.Or(last.Months, r.Months)
		last.Ceiling = last.Ceiling || r.Ceiling
		last.Notified = earlier(last.Notified, r.Notified)
		last.Published = earlier(last.Published, r.Published)
		if r.Amount.Given {
			amounts = append(amounts, r)
		}
	}
	last.Ceiling = last.Ceiling && last.Framework == ""
	const ofAmount, ofDate = symbolic | billion | unsound | anomaly, yearOnly | undated
	last.Flags &^= ofAmount | ofDate | holderNumber
	if len(amounts) > 0 {
		last.Amount = amounts[0].Amount
		last.Flags |= amounts[0].Flags & ofAmount
		for _, r := range amounts {
			if sameState(r, amounts[0]) && r.Amount.Value.Cmp(amounts[0].Amount.Value) != 0 {
				last.Flags |= differ
			}
		}
	}
	for _, r := range rows {
		if r.Notified == last.Notified {
			last.Flags |= r.Flags & ofDate
		}
	}
	last.Holders, last.Flags = holdersOf(rows, last.Flags)
	return last
}

// reason is the strongest for which the filter takes a market.
func reason(rows []Contract) string {
	for _, why := range []string{filter.ByCore, filter.ByWide, filter.BySupplier} {
		if slices.ContainsFunc(rows, func(r Contract) bool { return r.Why == why }) {
			return why
		}
	}
	return rows[0].Why
}

// later orders rows from the present state of a market to its first, and rows that
// say as much in an order that does not depend on where they came from.
func later(a, b Contract) int {
	return cmp.Or(
		whether(b.Current, a.Current), cmp.Compare(b.Modification, a.Modification), b.Published.Compare(a.Published),
		b.Notified.Compare(a.Notified),
		whether(b.Amount.Sound, a.Amount.Sound), a.Amount.Value.Cmp(b.Amount.Value), cmp.Compare(a.Producer, b.Producer),
		cmp.Compare(a.Doc, b.Doc), cmp.Compare(len(a.At), len(b.At)), cmp.Compare(a.At, b.At))
}

func whether(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func sameState(a, b Contract) bool {
	return a.Current == b.Current && a.Modification == b.Modification
}

func earlier(a, b cal.Date) cal.Date {
	if a.IsZero() || !b.IsZero() && b.Compare(a) < 0 {
		return b
	}
	return a
}

// holdersOf gives the holders of the last state that names any, each once, sorted.
func holdersOf(rows []Contract, f flags) ([]Holder, flags) {
	i := slices.IndexFunc(rows, func(r Contract) bool { return len(r.Holders) > 0 })
	if i < 0 {
		return nil, f
	}
	var out []Holder
	for _, r := range rows {
		if !sameState(r, rows[i]) {
			continue
		}
		f |= r.Flags & holderNumber
		for _, h := range r.Holders {
			same := slices.IndexFunc(out,
				func(o Holder) bool { return o.SIREN == h.SIREN && (h.SIREN != "" || o.Name == h.Name) })
			switch {
			case same < 0:
				out = append(out, h)
			case out[same].Name == "":
				out[same].Name = h.Name
			}
		}
	}
	slices.SortFunc(out,
		func(a, b Holder) int { return cmp.Or(cmp.Compare(a.SIREN, b.SIREN), cmp.Compare(a.Name, b.Name)) })
	return out, f
}

// group finds the frameworks that are one. The markets are sorted by UID.
func group(markets []Market) {
	first, members := map[string]int{}, map[string]int{}
	keys := make([]string, len(markets))
	for i := range markets {
		m := &markets[i]
		m.Counted = true
		if !m.Ceiling || !m.Amount.Sound || m.Object == "" || len(m.Buyer) < 9 {
			continue
		}
		k := strings.Join([]string{m.Buyer[:9], filter.Words(m.Object), m.Amount.Value.String(), m.CPV}, "|")
		keys[i] = k
		if _, known := first[k]; known {
			m.Counted = false
		} else {
			first[k] = i
		}
		members[k]++
	}
	for i, k := range keys {
		if members[k] > 1 && k != "" {
			sum := sha256.Sum256([]byte(k))
			markets[i].Group, markets[i].Declarations = hex.EncodeToString(sum[:6]), members[k]
		}
	}
}
