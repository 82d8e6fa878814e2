package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/silence"
	"vigie/internal/value/lang"
)

func computeAnswersByMeasure(ds *dataset.Dataset) Answer {
	t := newTally("answers-by-measure", unitOf(ds, "body"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Of: say("questions posées à un organisme qui ont une réponse",
			"questions put for a body that have an answer")}}
	var measures []place
	found := map[string]bool{}
	for _, m := range ds.Asked() {
		measures = append(measures, place{key: m.ID, label: m.Title})
		for _, c := range m.Asked {
			answer := AnswerTo(c)
			if answer == "" {
				continue
			}
			a.Coverage.Total++
			if answer == Given {
				a.Coverage.Known++
			}
			found[answer] = true
			t.add(answer, m.ID, record.Ref{Kind: record.Organisations, ID: c.Organisation.ID})
		}
	}
	var lines []place
	for _, answer := range Answers() {
		if found[answer] || answer == Given {
			lines = append(lines, place{key: answer, label: answerWord(answer), role: answerRole(answer)})
		}
	}
	a.Lines = t.lines(lines, measures)
	return a
}

// Given is the answer of a body that gives one; the others are the reasons why
// there is none.
const Given = "answered"

// Answers lists the ways in which a question that is asked ends, the best first.
func Answers() []string {
	out := []string{Given}
	for _, r := range record.Reasons() {
		out = append(out, string(r))
	}
	return out
}

// AnswerTo is how the question of a cell ends; nothing when it is not asked, or
// when nothing says how (which the rules refuse).
func AnswerTo(c dataset.Cell) string {
	switch c.Standing {
	case silence.Answered:
		return Given
	case silence.Absent:
		return string(c.Reason)
	}
	return ""
}

// AnswerCount is the number of bodies of a kind for which a measure ends so.
func AnswerCount(ds *dataset.Dataset, kind record.BodyKind, m *dataset.Measure, answer string) figure.Figure {
	var refs []record.Ref
	for _, c := range m.Asked {
		if c.Organisation.Kind == kind && AnswerTo(c) == answer {
			refs = append(refs, record.Ref{Kind: record.Organisations, ID: c.Organisation.ID})
		}
	}
	f := counted("", "", "", join(join(kindWord(ds, kind), m.Title), answerWord(answer)), unitOf(ds, "body"), refs)
	f.ID = "silences/" + string(kind) + "/" + m.ID + "/" + answer
	return f
}

// AnswerTotal is the number of questions put to the bodies of a kind that end so:
// the sum of what AnswerCount gives for each measure.
func AnswerTotal(ds *dataset.Dataset, kind record.BodyKind, answer string) figure.Figure {
	var parts []figure.Figure
	for _, m := range ds.Asked() {
		if f := AnswerCount(ds, kind, m, answer); !f.Value.Low.IsZero() {
			parts = append(parts, f)
		}
	}
	return total(ds, "silences/"+string(kind)+"/"+answer, join(kindWord(ds, kind), answerWord(answer)), parts)
}

// AnswerGrandTotal is the number of all questions that end so.
func AnswerGrandTotal(ds *dataset.Dataset, answer string) figure.Figure {
	var parts []figure.Figure
	for _, k := range ds.BodyKinds() {
		if f := AnswerTotal(ds, k, answer); !f.Value.Low.IsZero() {
			parts = append(parts, f)
		}
	}
	return total(ds, "silences/all/"+answer,
		join(say("Toutes les questions posées", "All questions asked"), answerWord(answer)), parts)
}

func answerWord(answer string) lang.Text {
	if answer == Given {
		return say("Une réponse", "An answer")
	}
	return record.Reason(answer).Name().Map(upper)
}

func answerRole(answer string) string {
	switch answer {
	case Given:
		return "series3"
	case string(record.NotPublished):
		return "series1"
	case string(record.NotFound):
		return "series2"
	case string(record.NotCollected):
		return "unknown"
	}
	return "series" + string(rune('4'+slices.Index(record.Reasons(), record.Reason(answer))-3))
}
