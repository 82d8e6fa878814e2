package site

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site/trace"
)

// rests notes a figure whose value the page shows, with all that it rests on.
func (v view) rests(f figure.Figure) {
	if v.notes == nil {
		return
	}
	v.notes.log.Daily(v.notes.log.IsDaily() || f.Daily)
	v.note(trace.Shown, trace.Thing{Of: trace.Figures, ID: f.ID})
	v.basisOf(f)
	if _, stands := v.site.Figures[f.ID]; !stands {
		return // as an edition holds it, or no figure at all
	}
	switch of := v.site.indicatorBehind(f); {
	case strings.HasPrefix(f.ID, DaysLeftID("")):
		v.note(trace.Judged, things(f.Rests.Records)...)
	case of == "":
	case v.site.Indicator(of).PointPerRecord():
		v.note(trace.Judged, things(f.Rests.Records)...)
	default:
		v.add(v.site.computing(of))
	}
}

// basisOf notes what a figure rests on.
func (v view) basisOf(f figure.Figure) {
	if v.notes == nil {
		return
	}
	if f.ID == "" {
		v.site.noteFigure(v.notes.log, f)
		return
	}
	v.add(v.site.setOf(trace.Figures, f.ID, func(log *trace.Log) { v.site.noteFigure(log, f) }))
	if of := v.site.indicatorBehind(f); of != "" {
		v.add(v.site.reading(of))
	}
}

// indicatorBehind is the indicator that computes a figure; none for those of the data.
func (s *Site) indicatorBehind(f figure.Figure) string {
	of, rest, _ := strings.Cut(f.ID, "/")
	switch of {
	case "indicator":
		id, _, _ := strings.Cut(rest, "/")
		return id
	case "findings":
		return "findings"
	}
	return ""
}

// noteFigure notes what a figure rests on.
func (s *Site) noteFigure(log *trace.Log, f figure.Figure) {
	log.Note(0, trace.Thing{Of: trace.Figures, ID: f.ID}, thing(record.Ref{Kind: record.Units, ID: f.Unit.ID}))
	if f.Nature == figure.Counted { // its label may name what is counted in the words of a list
		log.Note(0, every(record.Vocabularies))
	}
	if f.Perimeter != "" {
		log.Note(0, thing(record.Ref{Kind: record.Perimeters, ID: f.Perimeter}))
	}
	if owner := s.owner(f); owner.ID != "" {
		log.Take(s.around(owner))
	}
	if body, ok := strings.CutPrefix(f.ID, "silences/body/"); ok { // it counts what is asked of one body
		body, _, _ = strings.Cut(body, "/")
		log.Take(s.around(record.Ref{Kind: record.Organisations, ID: body}))
		log.Note(0, thing(record.Ref{Kind: record.Indicators, ID: "own-publications"})) // which words it
	}
	if _, slug, left := strings.Cut(f.ID, "/left/"); left { // its label is in the words of pages
		log.Note(0, trace.Thing{Of: trace.Words, ID: "collected.left"}, trace.Thing{Of: trace.Words, ID: "left." + slug})
	}
	if key, ok := strings.CutPrefix(f.ID, "claims/"); ok { // it counts those of all records, in the words of pages
		log.Note(0, trace.Thing{Of: trace.Words, ID: "claims." + key},
			trace.Thing{Of: trace.Words, ID: "claims." + key + ".how"})
		for _, c := range s.Data.Claims {
			noteClaim(log, c)
			log.Note(0, thing(c.Owner))
		}
	}
	for _, c := range s.Data.ClaimsOf(f.Rests.Claims) {
		noteClaim(log, c)
	}
	for _, claims := range s.Data.Bearing(f) {
		for _, c := range claims {
			noteClaim(log, c)
		}
	}
	for _, ref := range f.Rests.Records {
		log.Take(s.around(ref))
	}
	for _, source := range f.Rests.Collected {
		log.Note(0, rowsOf(source), thing(record.Ref{Kind: record.Sources, ID: source}))
	}
	for _, d := range s.Data.DisputesOf(f) {
		noteDispute(log, d)
	}
	for _, in := range f.Rests.Inputs {
		s.noteFigure(log, in.Figure)
	}
}

// disputed notes what sources disagree about.
func (v view) disputed(d *dataset.Dispute) {
	if v.notes == nil {
		return
	}
	noteDispute(v.notes.log, d)
	if d.Declared != nil {
		v.shows(record.Contradictions, d.Declared.ID)
	}
}

func noteDispute(log *trace.Log, d *dataset.Dispute) {
	if d.Declared != nil {
		log.Note(0, thing(record.Ref{Kind: record.Contradictions, ID: d.Declared.ID}))
	}
	for _, p := range d.Points {
		log.Note(0, thing(record.Ref{Kind: record.SeriesKind, ID: p.Series.ID}))
	}
	for _, c := range d.Claims {
		noteClaim(log, c)
	}
}

// found gives a figure by its identifier.
func (v view) found(id string) (figure.Figure, bool) {
	f, ok := v.site.Figures[id]
	if ok {
		v.rests(f)
	}
	return f, ok
}

// named gives a figure by a name that prose uses. Which point of a series is the latest
// is for the day of reference to decide.
func (v view) named(id string) (figure.Figure, bool) {
	if series, latest := strings.CutSuffix(id, "/latest"); latest && v.site.Data.SeriesByID(series) != nil {
		v.note(trace.Judged, thing(record.Ref{Kind: record.SeriesKind, ID: series}))
	}
	return v.site.Figure(id)
}

// indicatorOf gives the answer to a question of the site.
func (v view) indicatorOf(id string) indicator.Result {
	v.note(0, thing(record.Ref{Kind: record.Indicators, ID: id}))
	if v.notes != nil {
		v.add(v.site.computing(id))
	}
	return v.site.Indicator(id)
}

// computed notes that the answer of an indicator stands on the page.
func (v view) computed(id string) {
	v.note(trace.Shown, thing(record.Ref{Kind: record.Indicators, ID: id}))
	if v.notes != nil {
		v.add(v.site.computing(id))
	}
}

// computing is what the answer of an indicator is computed from, and what the day of
// reference changes in it.
func (s *Site) computing(id string) *trace.Set {
	return s.setOf("computing", id, func(log *trace.Log) {
		log.Take(s.reading(id))
		if s.Indicator(id).Declared == nil {
			return // this site does not ask it
		}
		kinds, ahead := s.Indicator(id).Turns()
		for _, kind := range kinds {
			log.Note(trace.Judged, every(kind))
		}
		if ahead {
			log.Until(endOfMonth(s.Data.AsOf))
		}
	})
}

// reading is what the answer of an indicator is computed from.
func (s *Site) reading(id string) *trace.Set {
	return s.setOf("reading", id, func(log *trace.Log) {
		r := s.Indicator(id)
		log.Note(0, thing(record.Ref{Kind: record.Indicators, ID: id}))
		if r.Declared == nil {
			return // this site does not ask it
		}
		log.Note(0, thing(record.Ref{Kind: record.Units, ID: r.Unit.ID}), every(record.Vocabularies))
		for _, kind := range r.Reads() {
			log.Note(0, every(kind))
			if kind == record.Sources {
				log.Note(0, rowsOf(trace.All))
			}
		}
		if d := r.Declared; d != nil && d.Rows != nil {
			log.Note(0, rowsOf(d.Rows.Source), thing(record.Ref{Kind: record.Sources, ID: d.Rows.Source}))
		}
		for _, c := range s.Data.ClaimsOf(r.Claims) {
			noteClaim(log, c)
		}
		for _, l := range r.Lines {
			for _, p := range l.Points {
				s.noteFigure(log, p.Figure)
			}
		}
	})
}
