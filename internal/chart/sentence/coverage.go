package sentence

import (
	"vigie/internal/indicator"
	"vigie/internal/value/lang"
	"vigie/internal/value/quantity"
)

// Coverage says what part of the cases could be decided, and how many out of how
// many. Where no total is known it gives the number of cases found, and no share.
func Coverage(r indicator.Result, l lang.Lang, patterns lang.Sentences) Sentence {
	return composed(l, patterns, func(t *composer) { t.coverage(r.Coverage) })[0]
}

func (t *composer) coverage(c indicator.Coverage) {
	s := slots{"known": t.number(c.Known), "total": t.number(c.Total), "of": t.text(c.Of)}
	switch {
	case c.Unknown:
		t.add(say("Couverture inconnue : {known} cas trouvés, total inconnu ({of}).",
			"Coverage unknown: {known} found, total unknown ({of})."), s)
	case c.Total == 0:
		t.add(say("Couverture inconnue : aucun cas à décider ({of}).", "Coverage unknown: no case to decide ({of})."), s)
	default:
		s["part"] = t.part(c.Known, c.Total)
		t.add(say("Couvre {part} : {known} sur {total} ({of}).", "Covers {part}: {known} out of {total} ({of})."), s)
	}
}

// part is a share in whole percents, which says 0 and 100 only when they are exact.
func (t *composer) part(known, total int) piece {
	percent, part := (known*100+total/2)/total, say("{percent}", "{percent}")
	switch {
	case percent == 0 && known > 0:
		percent, part = 1, say("moins de {percent}", "less than {percent}")
	case percent == 100 && known < total:
		percent, part = 99, say("plus de {percent}", "more than {percent}")
	}
	share := quantity.Int(percent).Text(t.l, quantity.Unit{ID: "percent", Kind: quantity.Percent})
	return part.fill(t, slots{"percent": words(share)})
}
