package site

import (
	"cmp"
	"slices"
	"sync"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
)

// FindingsPage sets the documented services against the rules of their day: the
// counts, what the rules asked day by day, then the services by what can be said.
type FindingsPage struct {
	Charts    []Chart
	Missing   *FindingMissing
	Counts    []FindingGroup
	First     bool // it is the first page, which has what is not about one service
	Eras      []EraView
	Verdicts  []FindingVerdict
	Table     Link
	Downloads []Download
}

// FindingMissing is what is missing for most of the services that a rule reaches.
type FindingMissing struct {
	Figure  Figure
	Reached Figure // all the services that a rule reaches
	Words   string // what no document says of them
}

// FindingGroup is a set of services with what is said of each part of it: those
// that a rule reaches, and apart from them those that none reaches.
type FindingGroup struct {
	Title  string
	Figure Figure
	Parts  []FindingCount
}

// FindingCount is a number of services with what is said of them.
type FindingCount struct {
	Title  Link   // to the services
	Anchor string // of the services, where they stand on another page
	Figure Figure
}

// EraView is a span over which the rules did not change.
type EraView struct {
	ID, Period string
	Rules      []RuleAsking
}

// RuleAsking is a rule with what it asks.
type RuleAsking struct {
	ID   string
	Rule Link
	Asks string
}

// FindingVerdict is what can be said, with the cases of which it is said.
type FindingVerdict struct {
	ID, Title, Meaning string
	Cases              []FindingCase
}

// FindingCase is a verdict, or one thing that is missing to give one.
type FindingCase struct {
	ID, Title string // no title where the verdict is the case
	Figure    Figure
	Folded    bool
	Whys      []FindingWhy
}

// FindingWhy is a reason with the bodies whose services it is said of.
type FindingWhy struct {
	Why    string
	Bodies []FindingBody
}

// FindingBody is a body with services of which one thing is said.
type FindingBody struct {
	Organisation Link
	Services     []FindingService
}

// FindingService is one service, with when it was documented.
type FindingService struct {
	Ref            string // the record whose words they are
	Service        Link
	Tier, Standing string
	TierBasis      string // what the tier rests on; empty when nothing says
	On             Link   // to what the rules asked on that day
	Rules          []Link
}

// FindingView is the finding of one service, where the service is shown.
type FindingView struct {
	Verdict, VerdictID, Why string
	Rules                   []Link
	Page                    Link
}

// findings keeps the findings of the data, made once.
type findings struct {
	once sync.Once
	list []indicator.Finding
	of   map[string]indicator.Finding // by service
}

func (s *Site) everyFinding() *findings {
	s.findings.once.Do(func() {
		s.findings.list, s.findings.of = indicator.Findings(s.Data), map[string]indicator.Finding{}
		for _, f := range s.findings.list {
			s.findings.of[f.Migration.ID] = f
		}
	})
	return &s.findings
}

// finding is what is said of one service; nil when nothing is.
func (v view) finding(m *dataset.Migration) *FindingView {
	v.weighed(m)
	f, ok := v.site.everyFinding().of[m.ID]
	if !ok {
		return nil
	}
	return &FindingView{Verdict: v.word("verdict." + string(f.Verdict)), VerdictID: string(f.Verdict), Why: v.text(f.Why),
		Rules: v.rules(f.Rules), Page: v.section("findings")}
}

func (v view) rules(list []*dataset.Doctrine) []Link {
	var out []Link
	for _, r := range list {
		out = append(out, v.link(record.Ref{Kind: record.Doctrines, ID: r.ID}, r.Title))
	}
	return out
}

// orderedFindings are the findings as their page shows them: by verdict, by what is missing, by
// reason and by body, the latter two in the order in which they first come.
func (s *Site) orderedFindings() []indicator.Finding {
	list, first := s.everyFinding().list, s.Config.Languages.First()
	type why struct {
		verdict indicator.Verdict
		lack    indicator.Lack
		why     string
	}
	type body struct {
		why
		whose *dataset.Organisation
	}
	reasons, bodies := map[why]int{}, map[body]int{}
	whyOf := func(f indicator.Finding) why { return why{f.Verdict, f.Lacks, f.Why.In(first)} }
	bodyOf := func(f indicator.Finding) body { return body{whyOf(f), f.Migration.Organisation} }
	for i, f := range list {
		if _, known := reasons[whyOf(f)]; !known {
			reasons[whyOf(f)] = i
		}
		if _, known := bodies[bodyOf(f)]; !known {
			bodies[bodyOf(f)] = i
		}
	}
	verdicts, lacks := indicator.Verdicts(), indicator.Lacks()
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b indicator.Finding) int {
		return cmp.Or(slices.Index(verdicts, a.Verdict)-slices.Index(verdicts, b.Verdict),
			slices.Index(lacks, a.Lacks)-slices.Index(lacks, b.Lacks),
			reasons[whyOf(a)]-reasons[whyOf(b)], bodies[bodyOf(a)]-bodies[bodyOf(b)])
	})
	return out
}

// findingsPages are the pages of what is found of services.
func (v view) findingsPages(yield func(Page) bool) bool {
	list := v.site.orderedFindings()
	for _, c := range cuts(len(list), mostRows) {
		if !yield(v.findingsPage(c, list)) {
			return false
		}
	}
	return true
}

func (v view) findingsPage(c cut, list []indicator.Finding) Page {
	v.amongst(c, record.Migrations, record.Organisations)
	body := FindingsPage{First: c.At == 1}
	if body.First {
		body.Charts = v.chartsOf("findings", "findings")
	}
	v.computed("findings")
	v.computed("findings-by-lack")
	eras := indicator.Eras(v.site.Data)
	for _, e := range eras {
		ev := EraView{ID: eraID(e), Period: v.when(e.Period)}
		for _, r := range e.Rules {
			ev.Rules = append(ev.Rules, RuleAsking{r.ID, v.rules([]*dataset.Doctrine{r})[0], v.text(r.Asks)})
		}
		body.Eras = append(body.Eras, ev)
	}
	counts := v.indicatorOf("findings-by-lack").Line("services")
	body.Missing = v.mostMissing()
	in := FindingGroup{Title: v.word("findings.reached"), Figure: v.figure(indicator.FindingsReached(v.site.Data))}
	out := FindingGroup{Title: v.word("verdict." + string(indicator.OutOfReach)),
		Figure: v.figure(indicator.FindingsOf(v.site.Data, indicator.OutOfReach))}
	for _, verdict := range indicator.Verdicts() {
		fv := FindingVerdict{ID: string(verdict), Title: v.word("verdict." + string(verdict)),
			Meaning: v.word("verdict-meaning." + string(verdict))}
		lacks := indicator.Lacks()
		if verdict.Decided() {
			lacks = []indicator.Lack{indicator.LacksNothing}
		}
		for _, lack := range lacks {
			of := func(f indicator.Finding) bool { return f.Verdict == verdict && f.Lacks == lack }
			first := slices.IndexFunc(list, of)
			if first < 0 {
				continue
			}
			one := FindingCase{ID: string(verdict), Whys: v.whys(list[c.First:c.Last], of, eras)}
			if lack != indicator.LacksNothing {
				one.ID, one.Title, one.Folded = string(lack), v.word("lack."+string(lack)), true
			}
			p := counts.Point(one.ID)
			one.Figure = v.figure(p.Figure)
			part := FindingCount{Title: Link{Href: v.partAnchor("findings", cutOf(first, mostRows), c, one.ID),
				Text: v.placeOf(p)}, Figure: one.Figure}
			if len(one.Whys) == 0 {
				part.Anchor = one.ID
			}
			if verdict == indicator.OutOfReach {
				out.Parts = append(out.Parts, part)
			} else {
				in.Parts = append(in.Parts, part)
			}
			if len(one.Whys) > 0 {
				fv.Cases = append(fv.Cases, one)
			}
		}
		if len(fv.Cases) > 0 {
			body.Verdicts = append(body.Verdicts, fv)
		}
	}
	body.Counts = []FindingGroup{in, out}
	tables, _ := v.exports()
	if t, ok := export.Find(tables, "constats"); ok {
		body.Table, body.Downloads = Link{Href: v.site.DatasetHref(v.l, t.Slug), Text: v.text(t.Title)}, v.downloads(t)
	}
	return v.part(v.answering("findings", "findings", body), c, mostRows, "parts.rule.findings",
		v.wholeTables("constats")...)
}

// mostMissing is what is missing for the most services that a rule reaches, first
// or after something else; nil when nothing is.
func (v view) mostMissing() *FindingMissing {
	var most *FindingMissing
	highest := 0
	for _, l := range indicator.Lacks() {
		f := indicator.FindingsWithout(v.site.Data, l)
		if l.OutOfReach() || len(f.Rests.Records) <= highest {
			continue
		}
		most, highest = &FindingMissing{v.figure(f), v.figure(indicator.FindingsReached(v.site.Data)),
			v.word("missing." + string(l))}, len(f.Rests.Records)
	}
	return most
}

// gatherFindings makes the figures of the groups of services set against rules; none where
// there is neither a service nor the page that shows them.
func (s *Site) gatherFindings() {
	if len(s.Data.Every.Migrations) == 0 && !s.has("findings") {
		return
	}
	s.gather(indicator.FindingsReached(s.Data))
	for _, l := range indicator.Lacks() {
		if !l.OutOfReach() {
			s.gather(indicator.FindingsWithout(s.Data, l))
		}
	}
	for _, verdict := range indicator.Verdicts() {
		if !verdict.Decided() { // what is decided is counted by the indicator
			s.gather(indicator.FindingsOf(s.Data, verdict))
		}
	}
}

// whys groups the services of which one thing is said by reason, then by body.
func (v view) whys(list []indicator.Finding, of func(indicator.Finding) bool, eras []indicator.Era) []FindingWhy {
	var out []FindingWhy
	for _, f := range list {
		if !of(f) {
			continue
		}
		why := v.text(f.Why)
		i := slices.IndexFunc(out, func(w FindingWhy) bool { return w.Why == why })
		if i < 0 {
			i, out = len(out), append(out, FindingWhy{Why: why})
		}
		whose := Link{Text: v.word("finding.no-body")}
		if f.Migration.Organisation != nil {
			whose = v.organisationLink(f.Migration.Organisation)
		}
		at := slices.IndexFunc(out[i].Bodies, func(b FindingBody) bool { return b.Organisation == whose })
		if at < 0 {
			at, out[i].Bodies = len(out[i].Bodies), append(out[i].Bodies, FindingBody{Organisation: whose})
		}
		b := &out[i].Bodies[at]
		b.Services = append(b.Services, v.findingService(f, whose, eras))
	}
	return out
}

func (v view) findingService(f indicator.Finding, whose Link, eras []indicator.Era) FindingService {
	m := f.Migration
	v.shows(record.Migrations, m.ID)
	v.weighed(m)
	s := FindingService{Ref: record.Ref{Kind: record.Migrations, ID: m.ID}.String(),
		Service: Link{Text: v.text(m.Service)},
		Tier:    v.tierShown(m), TierBasis: v.text(m.TierBasis),
		Standing: v.standing(m), On: Link{Text: v.word("undated")}}
	if whose.Href != "" {
		s.Service.Href = whose.Href + "#" + m.ID
	}
	if !f.On.IsZero() {
		s.On = Link{Text: v.when(f.On)}
		if e, ok := eraOf(eras, f.On); ok {
			s.On.Href = "#" + eraID(e)
		}
	}
	if f.Verdict.Decided() {
		s.Rules = v.rules(f.Rules)
	}
	return s
}

// eraOf is the era in which a document starts; none before the first rule.
func eraOf(eras []indicator.Era, on cal.Period) (indicator.Era, bool) {
	first := on.First()
	if first.IsZero() {
		first = on.Last()
	}
	for _, e := range eras {
		if e.Period.Contains(first) {
			return e, true
		}
	}
	return indicator.Era{}, false
}

func eraID(e indicator.Era) string { return "rules-" + e.Period.First().String() }
