package boamp

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

// columns are those of a notice, in the order of cells.
func columns() []collect.Column {
	return []collect.Column{
		{Name: "idweb", Kind: collect.Code, Key: true, Label: lang.Text{FR: "numéro de l’avis", EN: "number of the notice"}},
		{Name: "kind", Kind: collect.Code, Label: lang.Text{FR: "nature de l’avis", EN: "kind of notice"}},
		{Name: "object", Kind: collect.Text, Title: true, Label: lang.Text{FR: "objet", EN: "object"}},
		{Name: "buyer_name", Kind: collect.Text, Title: true, Label: lang.Text{FR: "acheteur", EN: "buyer"}},
		{Name: "buyer", Kind: collect.Code, Label: lang.Text{FR: "SIREN de l’acheteur", EN: "SIREN of the buyer"}},
		{Name: "departments", Kind: collect.List, Label: lang.Text{FR: "départements", EN: "départements"}},
		{Name: "published", Kind: collect.Date, Label: lang.Text{FR: "publié", EN: "published"}},
		{Name: "deadline", Kind: collect.Date, Label: lang.Text{FR: "date limite de réponse", EN: "deadline"}},
		{Name: "family", Kind: collect.Code, Label: lang.Text{FR: "famille d’avis", EN: "family of notices"}},
		{Name: "cpv", Kind: collect.List, Label: lang.Text{FR: "codes CPV", EN: "CPV"}},
		{Name: "taken_for", Kind: collect.Code, Label: lang.Text{FR: "retenu pour", EN: "taken for"}},
		{Name: "amount", Kind: collect.Number, Label: lang.Text{FR: "montant en euros", EN: "amount in euros"}},
		{Name: "amount_kind", Kind: collect.Code, Label: lang.Text{FR: "nature du montant", EN: "what the amount is"}},
		{Name: "winners", Kind: collect.Number, Label: lang.Text{FR: "nombre d’attributaires", EN: "number of winners"}},
		{Name: "winner_sirens", Kind: collect.List,
			Label: lang.Text{FR: "SIREN des attributaires", EN: "SIREN of the winners"}},
		{Name: "winner_names", Kind: collect.List,
			Label: lang.Text{FR: "attributaires (personnes morales)", EN: "winners (legal persons)"}},
		{Name: "linked", Kind: collect.List, Label: lang.Text{FR: "avis liés", EN: "linked notices"}},
		{Name: "corrections", Kind: collect.List, Label: lang.Text{FR: "rectificatifs appliqués", EN: "corrections applied"}},
		{Name: "flags", Kind: collect.List, Label: lang.Text{FR: "réserves", EN: "reservations"}},
		{Name: "url", Kind: collect.Text, Label: lang.Text{FR: "adresse de l’avis", EN: "address of the notice"}},
	}
}

func (n *notice) row(why string) collect.Row {
	var sirens, names []string
	for _, w := range n.winners {
		if w.siren != "" {
			sirens = append(sirens, w.siren)
		}
		if w.name != "" {
			names = append(names, w.name)
		}
	}
	slices.Sort(sirens)
	slices.Sort(names)
	winners := ""
	if n.kind == award || len(n.winners) > 0 {
		winners = fmt.Sprint(len(n.winners))
	}
	return collect.Row{Doc: n.doc, At: n.at, Cells: []string{
		n.id, n.kind, printable(n.object), printable(n.buyerName), n.buyer, list(n.departments), n.published.String(),
		n.deadline.String(), n.family,
		list(slices.Sorted(slices.Values(n.cpv))), why, n.amount.value, n.amount.kind, winners, list(sirens), list(names),
		list(n.linked),
		list(n.corrections), list(n.flags()), n.url,
	}}
}

// flags are the reservations on a notice.
func (n *notice) flags() (out []string) {
	for _, f := range []struct {
		is   bool
		name string
	}{{n.cancelled, "annule"}, {n.amount.foreign, "autre-devise"}, {n.unreadable, "donnees-illisibles"},
		{n.amount.several, "montants-par-lot"}} {
		if f.is {
			out = append(out, f.name)
		}
	}
	return out
}

// list joins values that hold no vertical bar.
func list(values []string) string {
	var out []string
	for _, v := range values {
		out = append(out, strings.ReplaceAll(printable(v), "|", "/"))
	}
	return strings.Join(out, "|")
}

// printable is a text without the characters that no cell may hold.
func printable(text string) string {
	return strings.Join(strings.FieldsFunc(text,
		func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}
