package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/lang"
	"vigie/internal/record"
)

var findings = Indicator{
	ID:       "findings",
	Title:    say("Hébergements sensibles ou dédiés face aux qualifications connues", "Sensitive or dedicated hosting against the qualifications known"),
	Question: say("Les services annoncés dans un cloud dédié, ou dits sensibles, sont-ils sur une offre qualifiée ?", "Are services told to be in a dedicated cloud, or said to be sensitive, on a qualified offer?"),
	Method: say("Chaque service qu’une source montre en fonctionnement dans le cloud dédié, ou dit sensible, est rapproché des qualifications SecNumCloud lues. Les documents plus anciens que la première édition lue du catalogue ne peuvent pas l’être. "+
		"« Les documents lus concordent » ne prouve pas que la qualification couvre exactement l’offre employée, que les sources nomment rarement. "+
		"« Question à poser » veut dire que les documents lus ne suffisent pas à montrer une qualification ; ce n’est ni une faute ni une irrégularité, "+
		"et une explication peut exister dans un document qui n’a pas été lu.",
		"Each service that a source shows running in the dedicated cloud, or says to be sensitive, is set against the SecNumCloud qualifications read. Documents older than the first edition of the catalogue that was read cannot be. "+
			"“The documents read agree” does not prove that the qualification covers the very offer used, which sources seldom name. "+
			"“A question to ask” means that the documents read are not enough to show a qualification; it is neither a fault nor a breach, "+
			"and an explanation may stand in a document that was not read."),
	Shape:   Categories,
	Compute: computeFindings,
}

// Verdict is what documents allow to say of a hosting.
type Verdict string

// The closed list of verdicts.
const (
	Consistent Verdict = "consistent"
	ToExplain  Verdict = "to-be-explained"
	CannotTell Verdict = "cannot-be-told"
)

// Finding is one service with the question that its hosting raises, if any.
type Finding struct {
	Migration *dataset.Migration
	Asked     string // why it is looked at: "dedicated" or "sensitive", the keys of the lines
	Verdict   Verdict
	Why       lang.Text // in a sentence, for readers
}

// Findings looks at every running service of the dedicated tier, or said to be
// sensitive, in the order of identifiers.
func Findings(ds *dataset.Dataset) []Finding {
	var out []Finding
	read := secNumCloud(ds)
	for _, m := range inHand(ds, ds.Migrations) {
		sensitive := m.Sensitivity == record.Sensitive || m.Sensitivity == record.Particular
		if m.Current.Status != record.Live || !sensitive && m.Tier != record.Dedicated {
			continue
		}
		f := Finding{Migration: m, Asked: "dedicated"}
		if sensitive {
			f.Asked = "sensitive"
		}
		f.Verdict, f.Why = judge(m, read)
		out = append(out, f)
	}
	return out
}

func computeFindings(ds *dataset.Dataset) Answer {
	t := newTally("findings", unitOf(ds, "service"))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: say("services dont on peut dire quelque chose", "services of which something can be said")}}
	sensitive := false
	for _, f := range Findings(ds) {
		sensitive = sensitive || f.Asked == "sensitive"
		a.Coverage.Total++
		if f.Verdict != CannotTell {
			a.Coverage.Known++
		}
		t.add(f.Asked, string(f.Verdict), record.Ref{Kind: record.Migrations, ID: f.Migration.ID})
	}
	lines := []place{{key: "dedicated", label: say("Services annoncés dans le cloud dédié", "Services told to be in the dedicated cloud"), role: "tier-dedicated"}}
	if sensitive {
		lines = append(lines, place{key: "sensitive", label: say("Services dits sensibles", "Services said to be sensitive"), role: "series6"})
	} else {
		a.note(lang.Text{}, say("Aucune source lue ne dit sensibles les données d’un service en fonctionnement : rien n’en est compté.",
			"No source that was read says that the data of a running service is sensitive: none is counted."))
	}
	a.Lines = t.lines(lines, []place{
		{key: string(Consistent), label: say("Les documents lus concordent", "The documents read agree")},
		{key: string(ToExplain), label: say("Question à poser", "A question to ask")},
		{key: string(CannotTell), label: say("Impossible à dire", "Cannot be told")},
	})
	return a
}

// proof is what the qualifications read say of the hosts of a service.
type proof int

const (
	noHost     proof = iota // no offer and no provider is named
	none                    // none was granted, or the authority ended it
	lapsed                  // the term of the last one read has passed: a renewal may exist
	heldNearby              // another offer of the same host is qualified; its reach is not told
	held                    // by the offer, or by the host where no offer is named
)

// proofOf looks at the offer of a service, then at all offers of its hosts.
func proofOf(m *dataset.Migration) proof {
	var ofHost []*dataset.Qualification
	for _, p := range m.Providers {
		ofHost = append(ofHost, p.Qualifications...)
	}
	if m.Offer == nil {
		if len(m.Providers) == 0 {
			return noHost
		}
		return best(ofHost)
	}
	if m.Offer.Provider != nil {
		ofHost = append(ofHost, m.Offer.Provider.Qualifications...)
	}
	own, nearby := best(m.Offer.Qualifications), best(ofHost)
	if own == none && nearby == held {
		return heldNearby
	}
	return max(own, min(nearby, lapsed)) // what lapsed nearby may have been renewed
}

// best is the best standing of SecNumCloud qualifications.
func best(list []*dataset.Qualification) proof {
	out := none
	for _, q := range list {
		switch {
		case q.Scheme != record.SecNumCloud:
		case q.Counts():
			return held
		case q.Standing == dataset.StandingExpired:
			out = lapsed
		}
	}
	return out
}
