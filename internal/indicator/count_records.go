package indicator

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// countedRecords counts the records of a kind by the values of their keys, on the day of
// reference. A record of which the key says nothing is in no point; the coverage counts
// it.
func countedRecords(ds *dataset.Dataset, d *record.Indicator) Answer {
	by, as := *d.Count, first(d)
	t := newTally(d.ID, unitOf(ds, d.Unit))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: d.Cases}}
	if a.Coverage.Of.IsZero() {
		a.Coverage.Of = lang.Text{FR: a.Unit.Many.FR, EN: a.Unit.Many.EN}
	}
	met := map[string]int{}
	all := recordsOf(ds, by.Records)
	for _, r := range all {
		if r.fulfils(by.Only) {
			a.Coverage.Total++
			places := r.placesAlong(by)
			lines := []string{as.Key}
			if by.Split != "" {
				lines = r.values(by.Split)
			}
			if len(places) > 0 && len(lines) > 0 {
				a.Coverage.Known++
			}
			for _, p := range places {
				met[p]++
				for _, l := range lines {
					t.add(l, p, r.ref)
				}
			}
		}
	}
	switch by.Total {
	case "all":
		a.Coverage.Total = len(all)
	case "unknown":
		a.Coverage.Total, a.Coverage.Unknown = 0, true
	}
	places := placesOf(ds, by, met)
	if len(places) == 0 {
		return nothingCounted(ds, d.ID, t, []place{{key: as.Key, label: as.Label, role: as.Role}})
	}
	var lines []place
	for _, l := range d.Lines {
		lines = append(lines, place{key: l.Key, label: l.Label, role: l.Role})
	}
	if by.Split == "" {
		lines = []place{{key: as.Key, label: as.Label, role: as.Role}}
	}
	a.Lines = t.lines(lines, places)
	return a
}

// placesOf are the points to show: those that are declared, the years from the first to
// the last, or the values that were met: in the order of their closed list where they are
// of one, the most frequent first otherwise.
func placesOf(ds *dataset.Dataset, by record.RecordCount, met map[string]int) []place {
	var out []place
	switch {
	case len(by.Places) > 0:
		for _, p := range by.Places {
			out = append(out, place{key: p.Key, label: p.Label})
		}
		return out
	case by.Through != "":
		first, last := 0, 0
		for year := range met {
			if y, err := strconv.Atoi(year); err == nil {
				if first == 0 || y < first {
					first = y
				}
				last = max(last, y)
			}
		}
		if first == 0 {
			return nil
		}
		return yearsBetween(first, last)
	}
	order := orderAlong(ds, by.Records, by.Along)
	for _, value := range order {
		if met[value] > 0 {
			out = append(out, placeAt(ds, by.Records, by.Along, value))
		}
	}
	known := len(out)
	for value := range met {
		if !slices.Contains(order, value) {
			out = append(out, placeAt(ds, by.Records, by.Along, value))
		}
	}
	slices.SortFunc(out[known:],
		func(a, b place) int { return cmp.Or(cmp.Compare(met[b.key], met[a.key]), cmp.Compare(a.key, b.key)) })
	return out
}

// counting is a record in hand, with what is computed of it.
type counting struct {
	ref      record.Ref
	value    reflect.Value // the record
	shape    shape.Struct
	computed map[string][]string
	linked   any // the record of the dataset, *dataset.Qualification and so on
}

// values are those of a key, as they are written.
func (c counting) values(key string) []string {
	if v, ok := c.computed[key]; ok {
		return v
	}
	f, ok := c.shape.Named(key)
	if !ok {
		return nil
	}
	v := c.value.FieldByIndex(f.Index)
	if v.Kind() == reflect.Slice {
		var out []string
		for i := range v.Len() {
			out = append(out, written(v.Index(i))...)
		}
		return out
	}
	return written(v)
}

// written is a scalar as its record has it; nothing where it is absent.
func written(v reflect.Value) []string {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	s := ""
	switch x := v.Interface().(type) {
	case bool:
		s = map[bool]string{true: "yes", false: "no"}[x]
	case fmt.Stringer:
		s = x.String()
	default:
		if v.Kind() == reflect.String {
			s = v.String()
		}
	}
	if s == "" {
		return nil
	}
	return []string{s}
}

// placesAlong are the values along which a record is counted; the years of its dates
// where it is counted through time.
func (c counting) placesAlong(by record.RecordCount) []string {
	values := c.values(by.Along)
	if by.Through == "" {
		return values
	}
	var out []string
	for _, v := range values {
		if date, _, _ := strings.Cut(v, "/"); len(date) >= len("2026") {
			if _, err := cal.ParseDate(date[:len("2026")]); err == nil {
				out = append(out, date[:len("2026")])
			}
		}
	}
	return out
}

// fulfils says that all conditions hold.
func (c counting) fulfils(all []record.RecordCondition) bool {
	return !slices.ContainsFunc(all, func(o record.RecordCondition) bool { return !overlap(c.values(o.Key), o.Is) })
}

func overlap(values, wanted []string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(wanted, v) })
}

// recordsOf lists the records of a kind that were not withdrawn.
func recordsOf(ds *dataset.Dataset, kind record.Kind) []counting {
	switch kind {
	case record.Sources:
		return listing(ds, kind, ds.Sources, func(r *dataset.Source) any { return r.Source })
	case record.Organisations:
		return listing(ds, kind, ds.Organisations, func(r *dataset.Organisation) any { return r.Organisation })
	case record.Providers:
		return listing(ds, kind, ds.Providers, func(r *dataset.Provider) any { return r.Provider })
	case record.Offers:
		return listing(ds, kind, ds.Offers, func(r *dataset.Offer) any { return r.Offer })
	case record.Qualifications:
		return listing(ds, kind, ds.Qualifications, func(r *dataset.Qualification) any { return r.Qualification })
	case record.Migrations:
		return listing(ds, kind, ds.Migrations, func(r *dataset.Migration) any { return r.Migration })
	case record.Commitments:
		return listing(ds, kind, ds.Commitments, func(r *dataset.Commitment) any { return r.Commitment })
	case record.Events:
		return listing(ds, kind, ds.Events, func(r *dataset.Event) any { return r.Event })
	case record.Doctrines:
		return listing(ds, kind, ds.Doctrines, func(r *dataset.Doctrine) any { return r.Doctrine })
	case record.SeriesKind:
		return listing(ds, kind, ds.Series, func(r *dataset.Series) any { return r.Series })
	case record.Contradictions:
		return listing(ds, kind, ds.Contradictions, func(r *dataset.Contradiction) any { return r.Contradiction })
	case record.Silences:
		return listing(ds, kind, ds.Silences, func(r *dataset.Silence) any { return r.Silence })
	case record.Requests:
		return listing(ds, kind, ds.Requests, func(r *dataset.Request) any { return r.Request })
	}
	return nil // the check refuses others
}

// listing makes records of one kind ready to be counted; written gives what stands in
// the file of one.
func listing[T interface{ IsWithdrawn(cal.Day) bool }](ds *dataset.Dataset, kind record.Kind, list []T,
	written func(T) any) []counting {
	keys := shape.All()[shape.Of(kind)]
	out := make([]counting, 0, len(list))
	for _, r := range inHand(ds, list) {
		value := reflect.ValueOf(written(r)).Elem()
		out = append(out,
			counting{record.Ref{Kind: kind, ID: value.FieldByName("ID").String()}, value, keys, computedOf(r), r})
	}
	return out
}

// computedOf is what is computed of a record and may be counted like one of its keys
// (record.ComputedKeys).
func computedOf(r any) map[string][]string {
	known := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	yes := func(b bool) []string { return []string{map[bool]string{true: "yes", false: "no"}[b]} }
	switch r := r.(type) {
	case *dataset.Source:
		return map[string][]string{"freshness": known(string(r.Freshness.State)), "drawn-from": yes(len(r.Claims) > 0)}
	case *dataset.Organisation:
		return map[string][]string{"documented": yes(len(r.Migrations) > 0)}
	case *dataset.Qualification:
		return map[string][]string{"standing": known(string(r.Standing))}
	case *dataset.Commitment:
		return map[string][]string{"outcome": known(string(r.Outcome))}
	case *dataset.Migration:
		out := map[string][]string{"status": known(string(r.Current.Status))}
		if year, _, ok := r.LiveIn(); ok {
			out["live-since"] = []string{strconv.Itoa(year)}
		}
		if r.Organisation != nil {
			out["organisation-kind"] = known(string(r.Organisation.Kind))
		}
		out["tier-shown"], out["hosted-by"], out["host-control"] = known(r.TierShown()), hostsOf(r), controlsOf(r)
		return out
	}
	return nil
}
