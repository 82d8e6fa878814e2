package catalogue

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vigie/internal/collected/beside"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// Lacking is the record that would describe a row, ready to be written.
type Lacking struct {
	File string // "data/qualifications/exemple-2026.yaml"
	YAML string
}

// Missing writes the record of a row that none describes. The offer is the one that
// bears the name of the service, when there is one; otherwise it is to be described
// first, and the record says so.
func Missing(l beside.List, e beside.Entry, offers []record.Offer) Lacking {
	offer, remark := "", ""
	for i := range offers {
		if o := &offers[i]; key(o.Name.FR) == key(e.Service) || offer == "" && alike(e.Service, o) {
			offer = o.ID
		}
	}
	slug := ascii(key(e.Service))
	if offer == "" {
		offer, remark = slug, " # no offer bears this name: describe it first, in data/offers/"+slug+".yaml"
	} else {
		slug = offer
	}
	id := slug + "-" + strconv.Itoa(e.From.Year())
	var b strings.Builder
	line := func(format string, values ...any) { fmt.Fprintf(&b, format+"\n", values...) }
	line("# yaml-language-server: $schema=../../doc/schemas/qualifications.json")
	line("offer: %s%s", offer, remark)
	line("scheme: %s", l.Scheme)
	line("stage: %s", record.Granted)
	line("decision:\n  number: %q", e.Number())
	if e.Act != "" {
		line("  url: %s", strconv.QuoteToGraphic(e.Act))
	}
	line("period:\n  from: %s\n  until: %s", e.From, e.Until)
	line("listings:\n  - edition: %q\n    listed: \"yes\"", l.Edition.String())
	if e.Recommendation != "" {
		line("    recommendation: %s", strconv.QuoteToGraphic(e.Recommendation))
	}
	line("    source: %s", l.Source)
	line("claims:\n  - id: snc-%s\n    source: %s\n    at: %s\n    read: %s", id, l.Source, strconv.QuoteToGraphic(e.At),
		l.Read)
	says := says(e)
	line("    says:\n      fr: %s\n      en: %s", strconv.QuoteToGraphic(lang.Seen(says.FR)),
		strconv.QuoteToGraphic(lang.Seen(says.EN)))
	return Lacking{File: "data/qualifications/" + id + ".yaml", YAML: b.String()}
}

// says describes a row in one sentence.
func says(e beside.Entry) lang.Text {
	day := func(d cal.Day, l lang.Lang) string { return strings.ReplaceAll(d.Text(l), lang.NBSP, " ") }
	return lang.Text{
		FR: fmt.Sprintf("« %s », %s (%s) : décision %s, valable du %s au %s.", e.Service, e.Supplier, modelNames(e.Models),
			e.Number(), day(e.From, lang.FR), day(e.Until, lang.FR)),
		EN: fmt.Sprintf("“%s”, %s (%s): decision %s, valid from %s to %s.", e.Service, e.Supplier, modelNames(e.Models),
			e.Number(), day(e.From, lang.EN), day(e.Until, lang.EN)),
	}
}

var notInSlugs = regexp.MustCompile(`[^a-z0-9]+`)

// ascii keeps of a folded key what an identifier may hold.
func ascii(key string) string {
	if s := strings.Trim(notInSlugs.ReplaceAllString(key, "-"), "-"); s != "" {
		return s
	}
	return "service"
}
