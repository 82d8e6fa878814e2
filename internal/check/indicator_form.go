package check

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/problem"
)

var indicatorForm = Rule{
	Name: "indicator-form", Severity: problem.Error,
	Title: both("Un indicateur dit tout ce qu’il faut pour le calculer, et rien d’autre",
		"An indicator gives all that it takes to compute it, and nothing else"),
	Why: both("Un indicateur dont une ligne nomme deux choses, une autre unité que la sienne ou une colonne qui "+
		"n’existe pas montrerait moins que ce qu’il annonce, sans que personne le voie.",
		"An indicator of which a line names two things, another unit than its own or a column that does not exist "+
			"would show less than it announces, unseen."),
	Wrong: `# data/indicators/example-extra.yaml
title: {fr: Commandes, en: Orders}
question: {fr: Combien ?, en: How much?}
method: {fr: Telles que publiées., en: As published.}
compute: series
unit: percent
lines:
  - {key: all, label: {fr: Tous, en: All}, role: series1, series: example-orders}
`,
	Right: `# data/indicators/example-extra.yaml
title: {fr: Commandes, en: Orders}
question: {fr: Combien ?, en: How much?}
method: {fr: Telles que publiées., en: As published.}
compute: series
unit: eur
lines:
  - {key: all, label: {fr: Tous, en: All}, role: series1, series: example-orders}
`,
	Check: func(s *Subject, report Report) {
		for i := range s.Indicators {
			d := &s.Indicators[i]
			fault := func(path, message, hint string, also ...Spot) {
				report(ref(record.Indicators, d.ID), path, message, hint, also...)
			}
			indicatorKeys(d, fault)
			ownWords(d, fault)
			for j, w := range d.Lines {
				if slices.Contains([]record.Computing{record.ByCount, record.BySpans}, d.Compute) {
					break // each is a value of the key that splits, or has dates or none
				}
				s.indicatorLine(d, w, fmt.Sprintf("lines/%d", j), fault)
			}
			if d.Rows != nil && d.Compute == record.ByRows {
				s.rowCount(d, fault)
			}
			if d.Count != nil && slices.Contains([]record.Computing{record.ByCount, record.ByShare}, d.Compute) {
				s.recordCount(d, fault)
			}
			if d.Of != nil {
				s.recordChoice(d, fault)
			}
			if d.Flow != nil && d.Compute == record.ByFlows {
				s.recordFlow(d, fault)
			}
		}
	},
}

// faulty reports a fault of one indicator.
type faulty func(path, message, hint string, also ...Spot)

// indicatorKeys reports the keys that a way to compute wants and lacks, or has and
// does not use.
func indicatorKeys(d *record.Indicator, fault faulty) {
	if slices.Contains(record.Judged(), d.Compute) && d.ID != string(d.Compute) {
		fault("compute", fmt.Sprintf("%s judges records, and its figures bear that name: this file is %s", d.Compute, d.ID),
			"name the file "+string(d.Compute)+".yaml")
	}
	switch {
	case d.Drawing == "lines" && !d.ThroughTime():
		fault("drawing", "lines join points through time, and the points of this indicator are no years or months",
			"drawing: rows or columns, or leave it out")
	case d.Drawing != "" && (d.Compute == record.BySpans || d.Compute == record.ByDeadlines):
		fault("drawing", fmt.Sprintf("%s have a drawing of their own", d.Compute), "leave it out")
	}
	general := slices.Contains(record.General(), d.Compute)
	is := func(ways ...record.Computing) bool { return slices.Contains(ways, d.Compute) }
	split := is(record.ByCount) && d.Count != nil && d.Count.Split != ""
	one := is(record.ByLatest, record.ByCalculation, record.ByParts, record.ByRows, record.ByShare,
		record.ByDeadlines) || is(record.ByCount) && !split
	many := is(record.BySeries, record.ByLatest, record.ByCalculation, record.ByParts, record.BySpans, record.BySpokenOf,
		record.BySpokenOfShare) || split
	for _, k := range []struct {
		key           string
		given, wanted bool
	}{{"unit", d.Unit != "", general && !is(record.BySpans)}, {"line", d.Line != nil, one},
		{"lines", len(d.Lines) > 0, many},
		{"rows", d.Rows != nil, is(record.ByRows)}, {"count", d.Count != nil, is(record.ByCount, record.ByShare)},
		{"flow", d.Flow != nil, is(record.ByFlows)}, {"of", d.Of != nil, is(record.BySpans, record.ByDeadlines)}} {
		switch {
		case k.wanted && !k.given:
			fault("compute", fmt.Sprintf("an indicator that is computed by %s wants the key %s", d.Compute, k.key),
				"doc/indicators.md#"+string(d.Compute)+" shows one")
		case k.given && !k.wanted:
			fault(k.key, fmt.Sprintf("an indicator that is computed by %s does not use %s", d.Compute, k.key),
				"remove it, or compute otherwise: doc/indicators.md")
		}
	}
	seen := map[string]bool{}
	for j, w := range d.Lines {
		if seen[w.Key] {
			fault(fmt.Sprintf("lines/%d/key", j), fmt.Sprintf("two lines bear the key %s", w.Key),
				"the identifiers of figures hold it: give each its own")
		}
		seen[w.Key] = true
	}
	with := 0
	for _, w := range d.Lines {
		if w.Series != "" {
			with++
		}
	}
	switch {
	case is(record.BySpans) && len(d.Lines) != 2:
		fault("lines", "spans stand on two lines: those whose dates are known, and those whose dates are not",
			"doc/indicators.md#spans shows them")
	case d.Compute == record.BySpokenOf && (with != 1 || len(d.Lines) != 2):
		fault("lines", "what was spoken of stands beside what was measured: two lines, of which the second has a series", "")
	case d.Compute == record.BySpokenOfShare && (with != 1 || len(d.Lines) != 1):
		fault("lines", "a share of what was spoken of is one line, with the series that measures it", "")
	case d.Compute == record.BySeries && with == 0 && len(d.Lines) > 0:
		fault("lines", "no line shows a series", "calculations and targets stand beside what sources give")
	}
}

// ownWords reports words of the site that its way to compute never shows.
func ownWords(d *record.Indicator, fault faulty) {
	var keys []string
	for _, w := range record.UsualWords(d.Compute) {
		keys = append(keys, w.Key)
	}
	seen := map[string]bool{}
	for j, w := range d.Words {
		at := fmt.Sprintf("words/%d/key", j)
		switch {
		case len(keys) == 0:
			fault(at, fmt.Sprintf("an indicator that is computed by %s has no words of its own but its labels", d.Compute),
				"remove `words`: doc/indicators.md#those-that-judge-records has the ways that use them")
		case !slices.Contains(keys, w.Key):
			fault(at, fmt.Sprintf("%s shows no words under %q", d.Compute, w.Key), oneOf(w.Key, keys))
		case seen[w.Key]:
			fault(at, fmt.Sprintf("the words %s stand twice", w.Key), "keep one of them")
		}
		seen[w.Key] = true
	}
}

// indicatorLine reports a line that shows nothing, two things, or another unit.
func (s *Subject) indicatorLine(d *record.Indicator, w record.IndicatorLine, path string, fault faulty) {
	shown := 0
	for _, is := range []bool{w.Series != "", len(w.Calculations) > 0, w.TargetsOf != ""} {
		if is {
			shown++
		}
	}
	if d.Compute == record.ByCalculation {
		s.calculationLine(d, w, path, fault)
		return
	}
	only := d.Compute != record.BySeries
	switch {
	case shown > 1 || only && shown == 1 && w.Series == "":
		fault(path, "a line shows one thing: a series, calculations, or the targets of a series",
			"only indicators that are computed by series show calculations and targets")
	case shown == 0 && d.Compute != record.BySpokenOf:
		fault(path, "this line shows nothing", "give it a series")
	}
	sr := s.series[w.Series]
	switch {
	case sr == nil:
	case sr.Unit != d.Unit && d.Compute != record.BySpokenOfShare:
		fault(path+"/series", fmt.Sprintf("%s is in %s, and this indicator in %s", sr.ID, sr.Unit, d.Unit),
			"one indicator, one unit", Spot{ref(record.SeriesKind, sr.ID), "unit"})
	case sr.Provider == "" && d.Compute == record.ByParts:
		fault(path+"/series", fmt.Sprintf("%s is of no provider: it is no part", sr.ID), "parts are series with a provider")
	}
}

// calculationLine reports a point that is no calculation, several, or one in another unit.
func (s *Subject) calculationLine(d *record.Indicator, w record.IndicatorLine, path string, fault faulty) {
	if len(w.Calculations) != 1 || w.Series != "" || w.TargetsOf != "" {
		fault(path, "a point of such an indicator is one calculation", "calculations: [its identifier]")
		return
	}
	i := slices.IndexFunc(s.Calculations, func(c record.Calculation) bool { return c.ID == w.Calculations[0] })
	if i >= 0 && s.Calculations[i].Unit != d.Unit {
		c := &s.Calculations[i]
		fault(path+"/calculations", fmt.Sprintf("%s is in %s, and this indicator in %s", c.ID, c.Unit, d.Unit),
			"one indicator, one unit",
			Spot{ref(record.Calculations, c.ID), "unit"})
	}
}

// shownAlone are the kinds whose records may stand one by one, by the way that shows them.
var shownAlone = map[record.Computing]record.Kind{record.BySpans: record.Qualifications,
	record.ByDeadlines: record.Commitments}

// recordChoice reports records that cannot stand so, and conditions that none can fulfil.
func (s *Subject) recordChoice(d *record.Indicator, fault faulty) {
	if want, bound := shownAlone[d.Compute]; bound && d.Of.Records != want {
		fault("of/records", fmt.Sprintf("%s show %s, and not %s", d.Compute, want, d.Of.Records), "records: "+string(want))
		return
	}
	for i, o := range d.Of.Only {
		s.recordKey(d.Of.Records, fault, fmt.Sprintf("of/only/%d/key", i), o.Key, o.Is...)
	}
}

// countable are the kinds that may be counted: those of the world, and not those that
// say how it is read.
var countable = []record.Kind{record.Sources, record.Organisations, record.Providers, record.Offers,
	record.Qualifications, record.Migrations,
	record.SeriesKind, record.Commitments, record.Events, record.Doctrines, record.Contradictions, record.Silences,
	record.Requests}

// recordCount reports keys that the records do not have, and values that they cannot.
func (s *Subject) recordCount(d *record.Indicator, fault faulty) {
	if !slices.Contains(countable, d.Count.Records) {
		fault("count/records", fmt.Sprintf("%s are not counted", d.Count.Records), fmt.Sprintf("one of %s", countable))
		return
	}
	key := func(path, name string, values ...string) { s.recordKey(d.Count.Records, fault, path, name, values...) }
	var places []string
	for _, p := range d.Count.Places {
		places = append(places, p.Key)
	}
	key("count/along", d.Count.Along, places...)
	if d.Count.Split != "" {
		var lines []string
		for _, l := range d.Lines {
			lines = append(lines, l.Key)
		}
		key("count/split", d.Count.Split, lines...)
	}
	for i, o := range d.Count.Only {
		key(fmt.Sprintf("count/only/%d/key", i), o.Key, o.Is...)
	}
	for i, o := range d.Count.Part {
		key(fmt.Sprintf("count/part/%d/key", i), o.Key, o.Is...)
	}
	share := d.Compute == record.ByShare
	for _, wrong := range []struct {
		path string
		is   bool
		why  string
	}{
		{"count", share && len(d.Count.Part) == 0, "a share wants `part`: which of the records counted are the part"},
		{"count/part", !share && len(d.Count.Part) > 0, "a count has no part"},
		{"count/split", share && d.Count.Split != "", "a share has one line"},
		{"count/total", share && d.Count.Total != "", "the whole of a share is the records that fulfil `only`"},
	} {
		if wrong.is {
			fault(wrong.path, wrong.why, "doc/indicators.md#share, or #count")
		}
	}
}

// recordKey reports a key that records of a kind do not have, and values that it never has.
func (s *Subject) recordKey(kind record.Kind, fault faulty, path, name string, values ...string) {
	keys, computed := shape.Under(s.words)[shape.Of(kind)], record.ComputedKeys()[kind]
	f, ok := keys.Named(name)
	if !ok && !slices.Contains(computed, name) {
		fault(path, fmt.Sprintf("%s have no key %q", kind, name),
			"they have: "+strings.Join(append(keys.Keys(), computed...), ", "))
		return
	}
	for _, v := range values {
		if ok && len(f.Closed) > 0 && !slices.Contains(f.Closed, v) {
			fault(path, fmt.Sprintf("%s of %s is never %q", name, kind, v), "one of "+strings.Join(f.Closed, ", "))
		}
	}
}
