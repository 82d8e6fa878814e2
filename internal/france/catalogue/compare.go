package catalogue

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/collected/beside"
	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// Compare lays rows beside the qualifications granted under SecNumCloud.
func Compare(list beside.List, described []beside.Described) beside.Laid {
	var laid beside.Laid
	named, left := map[string]string{}, []beside.Described{}
	for _, d := range described {
		if d.Offer != nil {
			named[key(d.Offer.Name.FR)] = d.Offer.ID
		}
		if list.Covers(d.Qualification) {
			left = append(left, d)
		}
	}
	pair := func(entries []beside.Entry, same func(beside.Entry, beside.Described) bool) (alone []beside.Entry) {
		for _, e := range entries {
			i := slices.IndexFunc(left, func(d beside.Described) bool { return same(e, d) })
			if i < 0 {
				alone = append(alone, e)
				continue
			}
			laid.Pairs = append(laid.Pairs,
				beside.Pair{Entry: e, Described: left[i], Differences: differences(list, e, left[i], named)})
			left = slices.Delete(left, i, i+1)
		}
		return alone
	}
	for _, e := range pair(pair(list.Entries, sameDecision), sameService) {
		if e.GoneSince.IsZero() {
			laid.Alone = append(laid.Alone, e)
		}
	}
	return laid
}

func sameDecision(e beside.Entry, d beside.Described) bool {
	return decisionOf(d.Qualification) == e.Decision
}

func sameService(e beside.Entry, d beside.Described) bool {
	q := d.Qualification
	return d.Offer != nil && q.Period != nil && q.Period.From == e.From && alike(e.Service, d.Offer)
}

var actName = regexp.MustCompile(`/(\d{4})_(\d+)_[^/]*$`)

// decisionOf gives the year and number of the decision of a record: the year of the
// address of its act, or else that of its first day.
func decisionOf(q *record.Qualification) string {
	switch {
	case q.Decision == nil:
		return ""
	case actName.MatchString(q.Decision.URL):
		return actName.FindStringSubmatch(q.Decision.URL)[1] + "-" + q.Decision.Number
	case q.Period != nil:
		return strconv.Itoa(q.Period.From.Year()) + "-" + q.Decision.Number
	}
	return ""
}

// differences lists where a row and a record do not agree. What the record does not
// state is no difference.
func differences(list beside.List, e beside.Entry, d beside.Described, named map[string]string) []beside.Difference {
	var out []beside.Difference
	add := func(path string, what beside.What, here, listed string) {
		if here != listed && here != "" && listed != "" {
			out = append(out, beside.Difference{Path: path, What: what, Here: here, Listed: listed})
		}
	}
	q := d.Qualification
	if q.Period != nil {
		add("period/from", beside.First, q.Period.From.String(), e.From.String())
		add("period/until", beside.Last, q.Period.Until.String(), e.Until.String())
	}
	if q.Decision != nil {
		if here := decisionOf(q); here != e.Decision {
			add("decision/number", beside.TheDecision, q.Decision.Number, e.Number())
		}
		add("decision/url", beside.Act, q.Decision.URL, e.Act)
	}
	if o := d.Offer; o != nil {
		if other, taken := named[key(e.Service)]; taken && other != o.ID || !alike(e.Service, o) {
			add("offer", beside.TheOffer, o.Name.FR, e.Service)
		}
		if len(o.Models) > 0 {
			add("offer", beside.Models, modelNames(o.Models), modelNames(e.Models))
		}
	}
	for i, l := range q.Listings {
		if l.Edition == list.Edition {
			add("listings/"+strconv.Itoa(i)+"/recommendation", beside.Recommendation, l.Recommendation, e.Recommendation)
		}
	}
	return out
}

func modelNames(models []record.Model) string {
	var out []string
	for _, m := range models {
		out = append(out, string(m))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// alike says that a printed name and that of an offer are made of the same words,
// or one of some of the words of the other: the catalogue spells services out.
func alike(printed string, o *record.Offer) bool {
	p := words(printed)
	for _, name := range []string{o.Name.FR, o.Name.EN} {
		if n := words(name); within(p, n) || within(n, p) {
			return true
		}
	}
	return false
}

func within(some, all []string) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(all, w) })
}

var between = regexp.MustCompile(`[^\pL\pN]+`)

func words(name string) []string {
	return strings.Fields(between.ReplaceAllString(tabular.Fold(name), " "))
}

func key(name string) string { return strings.Join(words(name), "-") }
