package site

import (
	"iter"

	"vigie/internal/dataset"
	"vigie/internal/france/procedures"
)

// ProceduresView is what the last collected edition of an observatory of procedures
// tells of each ministry.
type ProceduresView struct {
	Edition string // as the source names it
	Until   string // last day of its period
	Rows    []MinistryProceduresView
	CSV     string // all editions
}

// MinistryProceduresView is one ministry: how many procedures, and of how many it is
// said that they can be done online, or are accessible.
type MinistryProceduresView struct {
	Ministry           string
	Count              Figure
	Online, Accessible ToldView
}

// ToldView is how many procedures are so, are so in part, and of how many nothing is
// said. The others are not.
type ToldView struct {
	Yes, Partly, Unknown Figure
}

// procedures tells what was collected of the procedures of ministries; nil where the
// source is no such observatory.
func (v view) procedures(s *dataset.Source) *ProceduresView {
	all := s.Procedures()
	if len(all) == 0 {
		return nil
	}
	out := &ProceduresView{Edition: all[0].Name, Until: all[0].To.Text(v.l), CSV: "/" + proceduresPath(s.ID)}
	for _, m := range all {
		out.Rows = append(out.Rows, MinistryProceduresView{m.Ministry, v.figure(m.Count),
			ToldView{v.figure(m.Online), v.figure(m.OnlinePartly), v.figure(m.OnlineUnknown)},
			ToldView{v.figure(m.Accessible), v.figure(m.AccessiblePartly), v.figure(m.AccessibleUnknown)}})
	}
	return out
}

func proceduresPath(source string) string { return "donnees/collecte/" + source + "-par-ministere.csv" }

// procedureFiles yields the shares of all editions of each observatory of procedures.
func procedureFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, src := range s.Data.Sources {
			if all := procedures.Shares(src.Collected); len(all) > 0 && !yield(Extra{proceduresPath(src.ID), procedures.Table(all)}) {
				return
			}
		}
	}
}
