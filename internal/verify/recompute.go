package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/formula"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// recompute makes every figure of the data anew from what it says that it rests
// on: stated figures from their claims, computed ones from their inputs, counted
// ones from their records.
func recompute(t *truth, report *Report) {
	for _, id := range slices.Sorted(maps.Keys(t.figures)) {
		f := t.figures[id]
		if !f.Known() {
			continue
		}
		tally, err := &report.Stated, error(nil)
		switch f.Nature {
		case figure.Stated:
			err = weighed(t.data, f)
		case figure.Computed:
			tally, err = &report.Computed, computed(t, f)
		case figure.Counted:
			tally, err = &report.Counted, counted(t, f)
		}
		if !tally.check(err == nil) {
			report.Faults = append(report.Faults,
				Fault{File: "data", Figure: id, What: "a figure that does not follow from what it rests on", Found: f.Exact(),
					Want: err.Error()})
		}
	}
}

// weighed checks a figure that sources state: the value of one of its claims, or,
// where they are in dispute, from the lowest to the highest.
func weighed(ds *dataset.Dataset, f figure.Figure) error {
	claims := ds.ClaimsOf(f.Rests.Claims)
	if len(claims) != len(f.Rests.Claims) || len(claims) == 0 {
		return fmt.Errorf("%d claims, of which the data hold %d", len(f.Rests.Claims), len(claims))
	}
	var low, high quantity.Decimal
	valued, one := 0, false
	for _, c := range claims {
		if c.Value == nil {
			continue
		}
		if valued++; valued == 1 {
			low, high = c.Value.Low, c.Value.High
		}
		low, high = low.Min(c.Value.Low), high.Max(c.Value.High)
		one = one || c.Value.Equal(f.Value)
	}
	switch {
	case valued == 0:
		return fmt.Errorf("none of its claims has a value")
	case f.State == figure.Disputed && (f.Value.Low.Cmp(low) != 0 || f.Value.High.Cmp(high) != 0):
		return fmt.Errorf("its claims go from %s to %s", low.Trim(0), high.Trim(0))
	case f.State != figure.Disputed && !one:
		return fmt.Errorf("the value of none of its claims, which go from %s to %s", low.Trim(0), high.Trim(0))
	}
	return nil
}

// computed does a calculation again, from the claims and figures that it names.
func computed(t *truth, f figure.Figure) error {
	if f.Rests.Formula == "" {
		return lasting(t.data, f)
	}
	e, err := formula.Parse(f.Rests.Formula)
	if err != nil {
		return err
	}
	values := map[string]quantity.Decimal{}
	for _, in := range f.Rests.Inputs {
		now, ok := t.figures[in.Figure.ID]
		if !ok || !now.Known() || now.Value.IsRange() {
			return fmt.Errorf("its input %s has no single value", in.Figure.ID)
		}
		values[in.Name] = now.Value.Low
	}
	result, err := e.Eval(values)
	if err != nil {
		return err
	}
	places := f.Value.Low.Scale()
	for _, c := range t.data.Calculations {
		if c.Figure.ID == f.ID {
			places = c.Round
		}
	}
	if n, ok := roundedRows(t, f.ID); ok {
		places = n
	}
	if result, err = quantity.Round(result, places); err != nil {
		return err
	}
	if result.Cmp(f.Value.Low) != 0 || f.Value.IsRange() {
		return fmt.Errorf("%s gives %s", substituted(f, lang.EN), result.Trim(0))
	}
	return nil
}

// substituted is a formula with the values of its inputs.
func substituted(f figure.Figure, l lang.Lang) string {
	e, err := formula.Parse(f.Rests.Formula)
	if err != nil || f.Rests.Formula == "" {
		return ""
	}
	return e.Substitute(func(name string) string {
		for _, in := range f.Rests.Inputs {
			if in.Name == name {
				return in.Figure.Text(l)
			}
		}
		return name
	})
}

// lasting checks days by the calendar: those left to a qualification, those by
// which a source, or what was promised, is late.
func lasting(ds *dataset.Dataset, f figure.Figure) error {
	for _, ref := range f.Rests.Records {
		days, from, to := 0, ds.AsOf, ds.AsOf
		if q := dataset.Find[*dataset.Qualification](ds, record.Qualifications, ref.ID); ref.Kind == record.Qualifications &&
			q != nil && q.Period != nil {
			to = q.Period.Until
		} else if s := dataset.Find[*dataset.Source](ds, record.Sources, ref.ID); ref.Kind == record.Sources && s != nil &&
			s.EditionOf != nil {
			from, to = s.EditionOf.Freshness.Heard, s.Published.Last()
		} else if ref.Kind == record.Sources && s != nil {
			from = s.Freshness.Due // without a rhythm: our convention
			if next, ok := s.Cadence.Next(s.Freshness.Heard); ok {
				from = next
			}
			for _, e := range s.Editions { // a later one that is known to be out
				if e.Published.Last().After(s.Freshness.Heard) && e.Published.Last().Before(from) {
					from = e.Published.Last()
				}
			}
		} else if c := dataset.Find[*dataset.Commitment](ds, record.Commitments, ref.ID); ref.Kind == record.Commitments &&
			c != nil && c.Judged != nil && c.Deadline != nil {
			if late := c.DaysLate(); !late.Equal(f.Value) {
				return fmt.Errorf("%s days late", late.Low)
			}
			return nil
		} else {
			continue
		}
		if days = from.DaysUntil(to); quantity.Int(days).Equal(f.Value) {
			return nil
		}
		return fmt.Errorf("%d days from %s to %s", days, from, to)
	}
	return fmt.Errorf("no formula, and no dates to count")
}

// counted checks a number of records, or of rows of a collected source.
func counted(t *truth, f figure.Figure) error {
	if of, ok := strings.CutPrefix(f.ID, "claims/"); ok {
		return countedClaims(t, f, of)
	}
	if len(f.Rests.Collected) > 0 {
		return listedRows(t, f)
	}
	distinct := map[record.Ref]bool{}
	for _, ref := range f.Rests.Records {
		if !t.data.Has(ref) {
			return fmt.Errorf("the data hold no %s %s", ref.Kind, ref.ID)
		}
		distinct[ref] = true
	}
	if n, ok := t.silent[f.ID]; ok && n != len(distinct) {
		return fmt.Errorf("%d records are counted, %d when they are counted again", len(distinct), n)
	}
	if n := quantity.Int(len(distinct)); f.Value.Low.Cmp(n.Low) != 0 || f.Value.IsRange() {
		return fmt.Errorf("%d records are counted", len(distinct))
	}
	return nil
}
