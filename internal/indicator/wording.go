package indicator

import (
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// wording is how a way that judges words what it finds: as the file of its indicator
// does, and as any site may where that file is silent.
type wording []record.IndicatorWord

// wordingOf is the wording of a way; of a site without its file, the usual one.
func wordingOf(ds *dataset.Dataset, way record.Computing) wording {
	var own wording
	if d := dataset.Find[*dataset.Indicator](ds, record.Indicators, string(way)); d != nil {
		own = d.Words
	}
	return slices.Concat(own, record.UsualWords(way))
}

// text is the sentence or the label of a key.
func (w wording) text(key string) lang.Text {
	for _, one := range w {
		if one.Key == key {
			return one.Text
		}
	}
	return lang.Text{}
}

// with is the sentence of a key with a name in its slot.
func (w wording) with(key, slot string, name lang.Text) lang.Text {
	return w.text(key).With(lang.In(slot, name))
}

// cases is of what the points of a way that judges are cases: what its file says, or the usual words.
func cases(ds *dataset.Dataset, way record.Computing, usual lang.Text) lang.Text {
	if d := dataset.Find[*dataset.Indicator](ds, record.Indicators, string(way)); d != nil && !d.Cases.IsZero() {
		return d.Cases
	}
	return usual
}
