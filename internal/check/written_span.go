package check

import (
	"fmt"
	"regexp"
	"strconv"

	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

var writtenSpan = Rule{
	Name: "written-span", Severity: problem.Warning,
	Title: both("Les années qu’une affirmation écrit sont celles de sa période",
		"The years that a claim writes are those of its period"),
	Why: both("Une somme sur plusieurs années se publie avec sa période, et ses mots la répètent : « 2013-2015 » "+
		"dans les mots d’une période 2012/2015 est une erreur de lecture d’un côté ou de l’autre, que personne ne voit.",
		"A sum over several years is published with its period, and its words repeat it: “2013-2015” in the words of "+
			"a period 2012/2015 is a misreading on one side or the other, which nobody sees."),
	Wrong: `# data/events/example-extra.yaml
on: "2012/2015"
kind: funding
title: {fr: De l'argent est perdu, en: Money is lost}
claims:
  - {id: example-extra-1, says: {fr: Des pertes sur 2013-2015., en: Losses over 2013-2015.}, source: example-report, read: 2026-10-01}
`,
	Right: `# data/events/example-extra.yaml
on: "2012/2015"
kind: funding
title: {fr: De l'argent est perdu, en: Money is lost}
claims:
  - {id: example-extra-1, about: "2013/2015", says: {fr: Des pertes sur 2013-2015., en: Losses over 2013-2015.}, source: example-report, read: 2026-10-01}
`,
	Check: func(s *Subject, report Report) {
		periods := s.periods()
		for _, c := range s.claims {
			p, dated := periods[c.ID]
			if !dated {
				continue
			}
			for _, l := range s.Corpus.Languages.Composed() {
				m := yearSpan.FindStringSubmatch(c.Says.In(l))
				if m == nil || m[1] == strconv.Itoa(p.First().Year()) && m[2] == strconv.Itoa(p.Last().Year()) {
					continue
				}
				report(c.in, c.path+"/says", fmt.Sprintf("the words in %s write %s, and the claim is about %s", l, m[0], p),
					"read the source again; where the words are right, give the claim its own about")
				break
			}
		}
	},
}

// yearSpan is a span of years as people type it.
var yearSpan = regexp.MustCompile(`\b((?:19|20)\d\d) ?(?:-|–|/|à|to) ?((?:19|20)\d\d)\b`)

// periods are the dates and spans that claims of events, services and series are
// about: their own, or else that of the place where they stand.
func (s *Subject) periods() map[string]cal.Period {
	out := map[string]cal.Period{}
	stands := func(p *cal.Period, ids ...string) {
		for _, id := range ids {
			if p != nil && !p.IsZero() {
				out[id] = *p
			}
		}
	}
	for _, e := range s.Events {
		stands(e.On, idsOf(e.Claims)...)
	}
	for _, m := range s.Migrations {
		for _, st := range m.Statuses {
			stands(st.On, idsOf(st.Claims)...)
		}
	}
	for _, one := range s.Series {
		for _, o := range one.Observations {
			stands(o.Period, idsOf(o.Claims)...)
		}
	}
	for _, c := range s.claims {
		stands(c.About, c.ID)
	}
	return out
}

// idsOf are the identifiers of claims.
func idsOf(claims []record.Claim) []string {
	out := make([]string, 0, len(claims))
	for _, c := range claims {
		out = append(out, c.ID)
	}
	return out
}
