package decp

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vigie/internal/collect"
	"vigie/internal/value/lang"
)

// columns are those of a market, in the order of cells.
func columns() []collect.Column {
	return []collect.Column{
		{Name: "uid", Kind: collect.Code, Key: true,
			Label: lang.Text{FR: "identifiant du marché", EN: "identifier of the contract"}},
		{Name: "object", Kind: collect.Text, Title: true, Label: lang.Text{FR: "objet", EN: "object"}},
		{Name: "buyer", Kind: collect.Code, Label: lang.Text{FR: "SIRET de l’acheteur", EN: "SIRET of the buyer"}},
		{Name: "buyer_name", Kind: collect.Text, Title: true, Label: lang.Text{FR: "acheteur", EN: "buyer"}},
		{Name: "buyer_kind", Kind: collect.Text, Label: lang.Text{FR: "catégorie d’acheteur", EN: "kind of buyer"}},
		{Name: "cpv", Kind: collect.Code, Label: lang.Text{FR: "code CPV", EN: "CPV"}},
		{Name: "taken_for", Kind: collect.Code, Label: lang.Text{FR: "retenu pour", EN: "taken for"}},
		{Name: "notified", Kind: collect.Date, Label: lang.Text{FR: "notifié", EN: "notified"}},
		{Name: "months", Kind: collect.Number, Label: lang.Text{FR: "durée en mois", EN: "months"}},
		{Name: "nature", Kind: collect.Code, Label: lang.Text{FR: "nature", EN: "nature"}},
		{Name: "procedure", Kind: collect.Code, Label: lang.Text{FR: "procédure", EN: "procedure"}},
		{Name: "framework", Kind: collect.Code,
			Label: lang.Text{FR: "accord-cadre dont il découle", EN: "framework that it is a contract of"}},
		{Name: "amount", Kind: collect.Number,
			Label: lang.Text{FR: "montant HT en euros", EN: "amount before tax, in euros"}},
		{Name: "ceiling", Kind: collect.Boolean,
			Label: lang.Text{FR: "le montant est un plafond", EN: "the amount is a ceiling"}},
		{Name: "counted", Kind: collect.Boolean, Label: lang.Text{FR: "compte dans une somme", EN: "counts in a sum"}},
		{Name: "group", Kind: collect.Code,
			Label: lang.Text{FR: "marché déclaré plusieurs fois", EN: "contract declared several times"}},
		{Name: "declarations", Kind: collect.Number,
			Label: lang.Text{FR: "nombre de déclarations", EN: "number of declarations"}},
		{Name: "holders", Kind: collect.Number, Label: lang.Text{FR: "nombre de titulaires", EN: "number of holders"}},
		{Name: "holder_sirens", Kind: collect.List, Label: lang.Text{FR: "SIREN des titulaires", EN: "SIREN of the holders"}},
		{Name: "holder_names", Kind: collect.List,
			Label: lang.Text{FR: "titulaires (personnes morales)", EN: "holders (legal persons)"}},
		{Name: "modification", Kind: collect.Number, Label: lang.Text{FR: "dernière modification", EN: "last modification"}},
		{Name: "flags", Kind: collect.List, Label: lang.Text{FR: "réserves", EN: "reservations"}},
		{Name: "producer", Kind: collect.Code, Label: lang.Text{FR: "producteur de la donnée", EN: "producer of the data"}},
	}
}

// row gives the cells of a market.
func (m Market) row() collect.Row {
	amount := ""
	if m.Amount.Sound {
		amount = m.Amount.Value.String()
	}
	var sirens, names []string
	for _, h := range m.Holders {
		if h.SIREN != "" {
			sirens = append(sirens, h.SIREN)
		}
		if h.Name != "" && !slices.Contains(names, h.Name) {
			names = append(names, h.Name)
		}
	}
	return collect.Row{Doc: m.Doc, At: m.At, Cells: []string{
		m.UID, printable(m.Object), m.Buyer, printable(m.BuyerName), printable(m.BuyerKind), m.CPV, m.Why,
		m.Notified.String(), m.Months,
		m.Nature, m.Procedure, printable(m.Framework), amount, yesNo(m.Ceiling), yesNo(m.Counted), m.Group,
		fmt.Sprint(m.Declarations),
		fmt.Sprint(len(m.Holders)), strings.Join(sirens, "|"), printable(strings.Join(names, "|")),
		fmt.Sprint(m.Modification),
		strings.Join(m.Flags.names(), "|"), printable(m.Producer),
	}}
}

func yesNo(b bool) string {
	if b {
		return "oui"
	}
	return "non"
}

// printable is a text without the characters that no cell may hold: what a form
// let through, such as a bell, is no part of an object.
func printable(text string) string {
	return strings.Join(strings.FieldsFunc(text,
		func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}
