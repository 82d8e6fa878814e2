package site

import (
	"vigie/internal/export"
	"vigie/internal/figure"
	"vigie/internal/value/quantity"
)

// citedDocument is the citation of a figure for programs.
type citedDocument struct {
	Figure  string            `json:"figure"`
	Label   map[string]string `json:"label"`
	Period  string            `json:"period,omitempty"`
	Text    map[string]string `json:"text"`
	Low     string            `json:"value_min,omitempty"`
	High    string            `json:"value_max,omitempty"`
	Sense   string            `json:"value_sense,omitempty"`
	Unit    string            `json:"unit"`
	Reason  string            `json:"reason,omitempty"` // why it is not known
	State   string            `json:"state"`
	Nature  string            `json:"nature"`
	Basis   *citedBasis       `json:"basis,omitempty"`
	Of      string            `json:"perimeter,omitempty"`
	Formula string            `json:"formula,omitempty"`
	Inputs  map[string]string `json:"inputs,omitempty"` // figures, by their names in the formula
	Records int               `json:"records,omitempty"`
	Read    []citedReading    `json:"read,omitempty"`
	Proof   map[string]string `json:"proof"`
	Cite    map[string]string `json:"citation"` // the files of text
	Site    map[string]string `json:"site"`
	AsOf    string            `json:"as_of"`
	Edition string            `json:"edition,omitempty"` // since which it is what it is
	Gone    bool              `json:"gone,omitempty"`    // it is computed no more: that edition is the last that holds it
	Licence string            `json:"licence"`
}

// citedBasis is how an amount is counted.
type citedBasis struct {
	Stage        string `json:"stage,omitempty"`
	Tax          string `json:"tax,omitempty"`
	Accumulation string `json:"accumulation,omitempty"`
}

func (s *Site) citationJSON(f provenFigure) []byte {
	in := func(of func(v view) string) map[string]string {
		out := map[string]string{}
		for _, l := range s.Config.Languages {
			out[string(l)] = of(view{site: s, l: l})
		}
		return out
	}
	doc := citedDocument{Figure: f.ID, Label: in(func(v view) string { return v.goneLabel(f.Figure) }),
		Period: f.Period.String(),
		Text:   in(func(v view) string { return f.Text(v.l) }), Unit: f.Unit.ID, State: string(f.State),
		Nature: string(f.Nature), Of: f.Perimeter, Formula: f.Rests.Formula, Records: len(f.Rests.Records),
		Read: s.readings(f.Figure), Proof: in(func(v view) string { return s.full(s.ProofHref(v.l, f.ID)) }),
		Cite: in(func(v view) string { return s.full(s.ProofHref(v.l, f.ID) + CitationText) }),
		Site: in(func(v view) string { return s.Config.Site.Title.In(v.l) }), AsOf: s.Data.AsOf.String(),
		Licence: s.Config.Licence.Data, Gone: f.gone}
	doc.Low, doc.High = bounds(f.Figure)
	if f.Known() {
		doc.Sense = export.SenseCode(f.Value.Sense)
	} else {
		doc.Reason = string(f.Reason)
	}
	if b := (citedBasis{string(f.Basis.Stage), string(f.Basis.Tax), string(f.Basis.Accumulation)}); b != (citedBasis{}) {
		doc.Basis = &b
	}
	for i, input := range f.Rests.Inputs {
		if i == 0 {
			doc.Inputs = map[string]string{}
		}
		doc.Inputs[input.Name] = input.Figure.ID
	}
	if !f.since.IsZero() {
		doc.Edition = f.since.String()
	}
	return append(encoded(doc), '\n')
}

// bounds are the least and the most that a figure may be; nothing on a side that its source leaves open.
func bounds(f figure.Figure) (low, high string) {
	if !f.Known() {
		return "", ""
	}
	if f.Value.Sense != quantity.AtMost {
		low = f.Value.Low.Trim(0).String()
	}
	if f.Value.Sense != quantity.AtLeast && f.Value.Sense != quantity.Over {
		high = f.Value.High.Trim(0).String()
	}
	return low, high
}
