package sentence

import (
	"unicode"

	"vigie/internal/indicator"
)

// flows says, stage by stage, where most cases stand, and then how many nobody knows.
func (t *composer) flows(r indicator.Result) {
	var tops, unknown []piece
	for _, l := range r.Lines {
		if l.Joins[0] != "" {
			continue
		}
		for _, p := range descending(known(l.Points)) {
			if p.Role != "unknown" {
				tops = append(tops, say("{place} ({line}, {value})", "{place} ({line}, {value})").fill(t,
					slots{"line": small(t.text(l.Label)), "place": t.text(p.Label), "value": quote(p.Figure)}))
				break
			}
		}
		for _, p := range l.Points {
			if p.Role == "unknown" && p.Figure.Known() {
				unknown = append(unknown, t.valueAt(r.Shape, l, p, false))
			}
		}
	}
	if len(tops) == 0 {
		t.add(say("Aucune valeur n'est connue.", "No value is known."), nil)
	} else {
		t.add(say("Le plus souvent, parmi ce qui est connu : {list}.",
			"Most often, of what is known: {list}."), slots{"list": t.list(tops)})
	}
	if len(unknown) > 0 {
		t.add(say("Ce que l'on ne sait pas : {list}.", "What is not known: {list}."), slots{"list": t.list(unknown)})
	}
}

// small makes the first letter of a piece a small one, as inside a sentence.
func small(p piece) piece { return first(p, unicode.ToLower) }
