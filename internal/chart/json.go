package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// document is a chart as JSON: the points of the CSV, with what they answer.
type document struct {
	Indicator string   `json:"indicateur"`
	Lang      string   `json:"langue"`
	Title     string   `json:"titre"`
	Question  string   `json:"question"`
	Method    string   `json:"methode"`
	AsOf      string   `json:"au"`
	Licence   string   `json:"licence"`
	Coverage  coverage `json:"couverture"`
	Sentences []string `json:"phrases"`
	Notes     []string `json:"remarques"`
	Claims    []string `json:"affirmations"`
	Points    []entry  `json:"points"`
}

type coverage struct {
	Known   int    `json:"connus"`
	Total   *int   `json:"total"` // null where it is not known
	Unknown bool   `json:"total_inconnu"`
	Of      string `json:"de"`
}

func (v view) json(f Face) ([]byte, error) {
	c := coverage{Known: v.Result.Coverage.Known, Unknown: v.Result.Coverage.Unknown, Of: v.text(v.Result.Coverage.Of)}
	if !c.Unknown {
		c.Total = &v.Result.Coverage.Total
	}
	d := document{Indicator: v.ID, Lang: string(v.l), Title: f.Title, Question: f.Question, Method: f.Method,
		AsOf: v.AsOf.String(), Licence: v.Licence, Sentences: []string{}, Notes: append([]string{}, f.Notes...),
		Claims: append([]string{}, v.Result.Claims...), Points: append([]entry{}, v.entries()...),
		Coverage: c}
	for _, s := range f.Sentences {
		d.Sentences = append(d.Sentences, s.Plain())
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		return nil, fmt.Errorf("write the JSON of chart %q: %w", v.ID, err)
	}
	return b.Bytes(), nil
}
