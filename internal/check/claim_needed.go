package check

import (
	"fmt"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var claimNeeded = Rule{
	Name: "claim-needed", Severity: problem.Error,
	Title: both("Pas de dire sans preuve", "Nothing is told without proof"),
	Why: both("Ce que le site affirme du monde tient dans une affirmation qui nomme sa source. Un point d’une "+
		"série a des affirmations chiffrées, ou bien le motif pour lequel sa valeur est inconnue.",
		"What the site says of the world stands in a claim that names its source. A point of a series has claims with "+
			"numbers, or the reason why its value is unknown."),
	Wrong: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
`,
	Right: `# data/series/example-extra.yaml
measure: example-orders
perimeter: example-all-buyers
provider: example-host
unit: project
title: {fr: Projets, en: Projects}
observations:
  - period: "2025"
    unknown: not-found
`,
	Check: func(s *Subject, report Report) {
		for _, l := range s.claimLists() {
			if len(l.claims)+l.elsewhere == 0 {
				report(l.in, l.path, l.what+" rests on no claim", "add claims: with an id, a source and the day it was read")
			}
		}
		for _, one := range s.Series {
			for i, o := range one.Observations {
				observationSays(one.ID, i, o, report)
			}
		}
	},
}

func observationSays(series string, i int, o record.Observation, report Report) {
	in, path := ref(record.SeriesKind, series), fmt.Sprintf("observations/%d", i)
	if len(o.Claims) == 0 && o.Unknown == "" {
		report(in, path, "this observation has neither a claim nor a reason for being unknown",
			"add claims:, or unknown: with a reason")
	}
	for j, c := range o.Claims {
		at := fmt.Sprintf("%s/claims/%d", path, j)
		switch known := c.Value != nil; {
		case known && o.Unknown != "":
			report(in, at+"/value",
				fmt.Sprintf("the claim %q gives a value to an observation that is said to be unknown", c.ID), "keep one of the two")
		case !known && o.Unknown == "": // under unknown:, such a claim proves the silence
			report(in, at, fmt.Sprintf("the claim %q gives no value to the observation", c.ID),
				"add value:, or say why it is unknown, or move the claim to an event")
		}
	}
}

// claimList is a place of a record that must rest on claims.
type claimList struct {
	in        record.Ref
	path      string
	what      string
	claims    []record.Claim
	elsewhere int // claims of other records that it names
}

func (s *Subject) claimLists() []claimList {
	var all []claimList
	add := func(in record.Ref, what string, claims []record.Claim, elsewhere int, path string, at ...any) {
		all = append(all, claimList{in, fmt.Sprintf(path, at...), what, claims, elsewhere})
	}
	for _, r := range s.Tiers {
		for i, m := range r.Meanings {
			add(ref(record.Tiers, r.ID), "this meaning", m.Claims, len(m.ClaimIDs), "meanings/%d", i)
		}
	}
	for _, r := range s.Providers {
		in := ref(record.Providers, r.ID)
		if r.Incorporation != nil {
			add(in, "the country of incorporation", r.Incorporation.Claims, 0, "incorporation")
		}
		for i, c := range r.Control {
			add(in, "this control", c.Claims, 0, "control/%d", i)
		}
	}
	for _, r := range s.Offers {
		in := ref(record.Offers, r.ID)
		for i, h := range r.Handles {
			add(in, "what the offer may hold", h.Claims, 0, "handles/%d", i)
		}
		for i, d := range r.Datacentres {
			add(in, "this place", d.Claims, 0, "datacentres/%d", i)
		}
	}
	for _, r := range s.Qualifications {
		in := ref(record.Qualifications, r.ID)
		add(in, "the qualification", r.Claims, 0, "claims")
		for i, m := range r.Milestones {
			add(in, "this milestone", m.Claims, 0, "milestones/%d", i)
		}
		if r.Suspended != nil {
			add(in, "the suspension", r.Suspended.Claims, 0, "suspended")
		}
		if r.Ended != nil {
			add(in, "the withdrawal", r.Ended.Claims, 0, "ended")
		}
	}
	for _, r := range s.Migrations {
		if len(r.Statuses) == 0 {
			add(ref(record.Migrations, r.ID), "the migration", nil, 0, "statuses")
		}
		for i, st := range r.Statuses {
			add(ref(record.Migrations, r.ID), "this status", st.Claims, 0, "statuses/%d", i)
		}
	}
	for _, r := range s.Commitments {
		in := ref(record.Commitments, r.ID)
		if r.Withdrawn == nil { // what was no commitment is withdrawn, and its claims live on in another record
			add(in, "the commitment", r.Claims, 0, "claims")
		}
		for i, e := range r.Evidence {
			add(in, "this evidence", e.Claims, len(e.ClaimIDs), "evidence/%d", i)
		}
	}
	for _, r := range s.Events {
		add(ref(record.Events, r.ID), "the event", r.Claims, 0, "claims")
	}
	for _, r := range s.Doctrines {
		add(ref(record.Doctrines, r.ID), "the rule of doctrine", r.Claims, 0, "claims")
	}
	for _, r := range s.Contradictions {
		add(ref(record.Contradictions, r.ID), "the contradiction", nil, len(r.Claims), "claims")
	}
	return all
}
