package catalogue

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/record"
	"vigie/internal/value/tabular"
)

// Described is a qualification as people described it; its offer may be missing.
type Described struct {
	Qualification *record.Qualification
	Offer         *record.Offer
}

// Laid is the catalogue laid beside the records.
type Laid struct {
	Pairs []Pair
	Alone []Entry // rows that are still listed and that no record describes
}

// Pair is a row and the record of the same qualification.
type Pair struct {
	Entry
	Described
	Differences []Difference
}

// Difference is something on which a record and a row do not agree.
type Difference struct {
	Path   string // of the value in the record
	What   What
	Here   string // what the record says
	Listed string // what the row says
}

// What is the thing that differs.
type What string

// The closed list of what may differ.
const (
	First          What = "first-day"
	Last           What = "last-day"
	TheDecision    What = "decision"
	Act            What = "act"
	TheOffer       What = "offer"
	Models         What = "models"
	Recommendation What = "recommendation"
)

// Whats is the closed list.
func Whats() []What { return []What{First, Last, TheDecision, Act, TheOffer, Models, Recommendation} }

// Compare lays rows beside the qualifications granted under SecNumCloud.
func Compare(list List, described []Described) Laid {
	var laid Laid
	named, left := map[string]string{}, []Described{}
	for _, d := range described {
		if d.Offer != nil {
			named[key(d.Offer.Name.FR)] = d.Offer.ID
		}
		if d.Qualification.Scheme == record.SecNumCloud && d.Qualification.Stage == record.Granted {
			left = append(left, d)
		}
	}
	pair := func(entries []Entry, same func(Entry, Described) bool) (alone []Entry) {
		for _, e := range entries {
			i := slices.IndexFunc(left, func(d Described) bool { return same(e, d) })
			if i < 0 {
				alone = append(alone, e)
				continue
			}
			laid.Pairs = append(laid.Pairs, Pair{e, left[i], differences(list, e, left[i], named)})
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

func sameDecision(e Entry, d Described) bool { return decisionOf(d.Qualification) == e.Decision }

func sameService(e Entry, d Described) bool {
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
// tell is no difference.
func differences(list List, e Entry, d Described, named map[string]string) []Difference {
	var out []Difference
	add := func(path string, what What, here, listed string) {
		if here != listed && here != "" && listed != "" {
			out = append(out, Difference{path, what, here, listed})
		}
	}
	q := d.Qualification
	if q.Period != nil {
		add("period/from", First, q.Period.From.String(), e.From.String())
		add("period/until", Last, q.Period.Until.String(), e.Until.String())
	}
	if q.Decision != nil {
		if here := decisionOf(q); here != e.Decision {
			add("decision/number", TheDecision, q.Decision.Number, e.Number())
		}
		add("decision/url", Act, q.Decision.URL, e.Act)
	}
	if o := d.Offer; o != nil {
		if other, taken := named[key(e.Service)]; taken && other != o.ID || !alike(e.Service, o) {
			add("offer", TheOffer, o.Name.FR, e.Service)
		}
		if len(o.Models) > 0 {
			add("offer", Models, modelNames(o.Models), modelNames(e.Models))
		}
	}
	for i, l := range q.Listings {
		if l.Edition == list.Edition {
			add("listings/"+strconv.Itoa(i)+"/recommendation", Recommendation, l.Recommendation, e.Recommendation)
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
