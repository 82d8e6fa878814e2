package indicator

import (
	"cmp"
	"slices"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Verdict is what documents allow to say of a hosting.
type Verdict string

// The closed list of verdicts.
const (
	Consistent  Verdict = "consistent"
	ToExplain   Verdict = "to-be-explained"
	Undecidable Verdict = "cannot-be-told"
	// no rule reaches the service: none of that day, none for such a body, or not shown running
	OutOfReach Verdict = "out-of-reach"
)

// Verdicts is the closed list, in the order in which pages show it.
func Verdicts() []Verdict { return []Verdict{ToExplain, Consistent, Undecidable, OutOfReach} }

// Decided says that the documents read allow an answer.
func (v Verdict) Decided() bool { return v == Consistent || v == ToExplain }

// Lack is what is missing first, where nothing can be decided.
type Lack string

// The closed list of what may be missing.
const (
	LacksNothing       Lack = ""
	LacksRunning       Lack = "running"       // a document that shows the service running there
	LacksDay           Lack = "day"           // the day of the document, or one precise enough
	LacksRule          Lack = "rule"          // a rule of that day
	LacksScope         Lack = "scope"         // a rule of that day that binds such a body
	LacksTier          Lack = "tier"          // the tier, or which part stands in which
	LacksProject       Lack = "project"       // whether it is a project that the rule is about
	LacksSensitivity   Lack = "sensitivity"   // how sensitive the data is
	LacksQualification Lack = "qualification" // what qualification the hosting has
)

// Lacks is the closed list, in the order in which pages show it.
func Lacks() []Lack {
	return []Lack{LacksSensitivity, LacksQualification, LacksTier, LacksProject, LacksScope, LacksRunning, LacksDay,
		LacksRule}
}

// OutOfReach says that no rule reaches a service of which this is missing: it is
// counted apart, and in no share of the services that rules reach.
func (l Lack) OutOfReach() bool { return l == LacksScope || l == LacksRunning || l == LacksRule }

// Finding is one documented service set against the rules of its day: what they
// asked, and what the documents read allow to say. It asks and accuses nobody.
type Finding struct {
	Migration *dataset.Migration
	Asked     string              // the line that counts it: its tier when that is a qualified one, "sensitive" or "other"
	On        cal.Period          // the day, or the span, of the last document; zero when undated
	Rules     []*dataset.Doctrine // what was asked of it then, the oldest rule first
	Verdict   Verdict
	Lacks     Lack      // when nothing can be said of it
	Why       lang.Text // in sentences, for readers
}

// Findings sets every documented service against the rules of its day, in the
// order of identifiers. Each service has one finding.
func Findings(ds *dataset.Dataset) []Finding {
	b := newBench(ds)
	var out []Finding
	for _, m := range inHand(ds, ds.Migrations) {
		o := b.opinion(m)
		out = append(out,
			Finding{Migration: m, Asked: b.lookedAt(m), On: m.Documented, Rules: b.asked(m), Verdict: o.verdict,
				Lacks: o.lacks, Why: o.why})
	}
	return out
}

// lookedAt is the line that counts a service.
func (b bench) lookedAt(m *dataset.Migration) string {
	switch {
	case slices.Contains(b.protected, m.Sensitivity):
		return "sensitive"
	case m.Role == record.Qualified:
		return string(m.Tier)
	}
	return "other"
}

// protected lists the words for data that ask for protection, the newest first.
func protected(ds *dataset.Dataset) []record.Sensitivity {
	var out []record.Sensitivity
	for _, w := range slices.Backward(ds.Words.In(record.SensitivityList)) {
		if w.Protected {
			out = append(out, record.Sensitivity(w.ID))
		}
	}
	return out
}

func computeFindings(ds *dataset.Dataset) Answer {
	t := newTally("findings", unitOf(ds, "service"))
	found := Findings(ds)
	a := Answer{Unit: t.unit, Coverage: answered(found)}
	seen := map[string]bool{}
	for _, f := range found {
		seen[f.Asked] = true
		t.add(f.Asked, string(f.Verdict), record.Ref{Kind: record.Migrations, ID: f.Migration.ID})
	}
	var lines []place
	for _, t := range ds.Words.Tiers(record.Qualified) {
		word, _ := ds.Words.Find(record.TierList, string(t))
		lines = append(lines, place{key: word.ID, label: cmp.Or(word.Services, word.Name), role: word.Colour})
	}
	if seen["sensitive"] {
		lines = append(lines,
			place{key: "sensitive", label: say("Services dits sensibles", "Services said to be sensitive"), role: "series6"})
	} else {
		a.note(lang.Text{}, wordingOf(ds, "findings").text("none-sensitive"))
	}
	if seen["other"] {
		lines = append(lines, place{key: "other", label: say("Autres services", "Other services"), role: "series8"})
	}
	a.Lines = t.lines(lines, []place{
		{key: string(Consistent), label: verdictWord(Consistent)},
		{key: string(ToExplain), label: verdictWord(ToExplain)},
		{key: string(Undecidable), label: verdictWord(Undecidable)},
		{key: string(OutOfReach), label: verdictWord(OutOfReach)},
	})
	return a
}

// answered is how many of the services that a rule reaches have an answer.
func answered(found []Finding) Coverage {
	c := Coverage{Of: say("services documentés qu’une règle vise, dont on peut dire quelque chose",
		"documented services covered by a rule, about which something can be said")}
	for _, f := range found {
		if f.Verdict != OutOfReach {
			c.Total++
		}
		if f.Verdict.Decided() {
			c.Known++
		}
	}
	return c
}

// FindingsReached is the number of services that a rule reaches: those out of
// which something could be said of each.
func FindingsReached(ds *dataset.Dataset) figure.Figure {
	return countFindings(ds, "reached",
		say("Services documentés qu’une règle lue vise", "Documented services covered by a rule we have read"),
		func(f Finding) bool { return f.Verdict != OutOfReach })
}

// FindingsOf is the number of services of which one thing is said.
func FindingsOf(ds *dataset.Dataset, v Verdict) figure.Figure {
	return countFindings(ds, string(v), join(say("Services documentés", "Documented services"), verdictWord(v)),
		func(f Finding) bool { return f.Verdict == v })
}

// Without says that no document that was read says one thing of a service, whether
// or not something else is missing before it.
func (f Finding) Without(l Lack) bool {
	switch l {
	case LacksSensitivity:
		return f.Migration.Sensitivity == ""
	case LacksTier:
		return f.Lacks == LacksTier || f.Migration.Role == record.Unplaced
	}
	return f.Lacks == l
}

// FindingsWithout is the number of services that a rule reaches and of which one
// thing is not known. A service that lacks two things counts under both: the sum of
// these numbers means nothing.
func FindingsWithout(ds *dataset.Dataset, l Lack) figure.Figure {
	return countFindings(ds, "without-"+string(l),
		join(say("Services documentés qu’une règle lue vise", "Documented services covered by a rule we have read"),
			lackWord(ds, l)),
		func(f Finding) bool { return f.Verdict != OutOfReach && f.Without(l) })
}

func countFindings(ds *dataset.Dataset, id string, label lang.Text, of func(Finding) bool) figure.Figure {
	var refs []record.Ref
	for _, f := range Findings(ds) {
		if of(f) {
			refs = append(refs, record.Ref{Kind: record.Migrations, ID: f.Migration.ID})
		}
	}
	f := counted("", "", "", label, unitOf(ds, "service"), refs)
	f.ID = "findings/" + id
	return f
}
