package site

import (
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
)

// Certainty is how far what is shown can be relied on: a figure, or a passage with
// all the figures that it shows. Every such label of the site is made here.
type Certainty string

// From the surest to the least sure.
const (
	CertainSure     Certainty = "sure"     // sourced, and no source says otherwise
	CertainSettled  Certainty = "settled"  // sources disagreed, and a rule chooses
	CertainReported Certainty = "reported" // third parties report it
	CertainDisputed Certainty = "disputed" // sources disagree
	CertainUnknown  Certainty = "unknown"  // a part of it is not known
)

// Certainties is the closed list, from the surest to the least sure.
func Certainties() []Certainty {
	return []Certainty{CertainSure, CertainSettled, CertainReported, CertainDisputed, CertainUnknown}
}

func (c Certainty) doubt() int { return slices.Index(Certainties(), c) }

// Certainty is that of the least sure of figures; reported says besides whether
// third parties report one of them.
func (s *Site) Certainty(figures ...figure.Figure) (least Certainty, reported bool) {
	least = CertainSure
	for _, f := range figures {
		one := s.standingOf(f)
		if s.reported(f) {
			reported = true
			one = doubtful(one, CertainReported)
		}
		least = doubtful(least, one)
	}
	return least, reported
}

func doubtful(a, b Certainty) Certainty {
	if b.doubt() > a.doubt() {
		return b
	}
	return a
}

// standingOf is how sure a figure is, whoever says it: by its own state, that of its
// inputs, and that of the disagreements in which its claims stand.
func (s *Site) standingOf(f figure.Figure) Certainty {
	if !f.Known() || countsUnverifiable(f) {
		return CertainUnknown
	}
	out := Certainty(f.State)
	for _, d := range s.Data.DisputesOf(f) {
		switch d.State() {
		case dataset.DisputeOpen:
			out = doubtful(out, CertainDisputed)
		case dataset.DisputeSettled:
			out = doubtful(out, CertainSettled)
		}
	}
	for _, in := range f.Rests.Inputs {
		out = doubtful(out, s.standingOf(in.Figure))
	}
	return out
}

// countsUnverifiable says that a figure counts what cannot be said.
func countsUnverifiable(f figure.Figure) bool {
	return strings.HasSuffix(f.ID, "/"+string(dataset.Unverifiable)) && f.Exact() != "0"
}

// reported says that something which a figure stands on is known through third
// parties alone.
func (s *Site) reported(f figure.Figure) bool {
	return f.Known() && slices.ContainsFunc(s.Data.Bearing(f), func(claims []*dataset.Claim) bool {
		return !slices.ContainsFunc(claims, func(c *dataset.Claim) bool { return !c.Reported() })
	})
}

// fragile says that all a figure stands on is known through the weakest sources
// alone: far from the fact, or copied, or made by a program.
func (s *Site) fragile(f figure.Figure) bool {
	bearing := s.Data.Bearing(f)
	return f.Known() && len(bearing) > 0 && !slices.ContainsFunc(bearing, func(claims []*dataset.Claim) bool {
		return slices.ContainsFunc(claims, func(c *dataset.Claim) bool { return !c.Fragile() })
	})
}

// fragilePassage says that a number of a passage bears the mark of fragile ones, or that one is not known:
// the mark of a passage is that of its numbers, and nothing besides.
func (v view) fragilePassage(figures []figure.Figure) bool {
	return slices.ContainsFunc(figures, func(f figure.Figure) bool {
		return v.site.standingOf(f) == CertainUnknown || len(v.reasonsOfDoubt(f)) > 0
	})
}

// certaintyOfPassage is the label of a passage, with its words: those of the least
// sure figure, and besides that third parties report one, where another doubt is
// graver.
func (v view) certaintyOfPassage(figures []figure.Figure) (id, words string) {
	least, reported := v.site.Certainty(figures...)
	words = v.word("answer-state." + string(least))
	if why := leastClaimed(figures); least == CertainUnknown && why != "" {
		words = v.word("answer-state.unknown." + string(why))
	}
	if reported && least != CertainReported {
		words += ". " + v.word("answer-state."+string(CertainReported))
	}
	return string(least), words
}

// leastClaimed is the reason, of those for which figures are not known, that claims
// the least: what was not searched before what was not found, before what is not
// published. It is empty where another one stands, or none.
func leastClaimed(figures []figure.Figure) record.Reason {
	for _, r := range []record.Reason{record.NotCollected, record.NotFound, record.NotPublished} {
		if slices.ContainsFunc(figures, func(f figure.Figure) bool { return !f.Known() && f.Reason == r }) {
			return r
		}
	}
	return ""
}

// certainty is the label of a figure, on its proof. What no source says, because we
// computed or counted it, says so.
func (v view) certainty(f figure.Figure) (id, words string) {
	least, reported := v.site.Certainty(f)
	words = v.word("state-meaning." + string(f.State))
	if f.State == figure.Sure && f.Nature != figure.Stated {
		words = v.word("proof.sure." + string(f.Nature))
	}
	if f.State == figure.Sure && (least == CertainDisputed || least == CertainSettled) {
		words += " " + v.word("state-meaning.contested")
	}
	if reported {
		words += " " + v.word("state-meaning.reported")
	}
	return string(least), words
}
