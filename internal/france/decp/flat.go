package decp

import (
	"strings"
	"sync"

	"vigie/internal/collect/read/loose"
	"vigie/internal/france/filter"
	"vigie/internal/value/tabular"
)

// layout knows the columns of the tables in which contracts are published: the
// consolidated one of data.gouv.fr, a row a holder and a modification, and those of
// data.economie.gouv.fr, with up to three holders a row. What is left aside has
// nothing to do with who buys what from whom for how much, or is about persons.
var layout = sync.OnceValue(func() tabular.Layout {
	take := func(name string, called ...string) tabular.Column {
		return tabular.Column{Name: name, Called: called, Optional: true}
	}
	return tabular.Layout{Take: []tabular.Column{
		take("uid", "uid"),
		take("id", "id"),
		take("buyer", "acheteur_id", "acheteur.id"),
		take("buyer_name", "acheteur_nom", "acheteur.nom"),
		take("buyer_kind", "acheteur_categorie"),
		take("object", "objet"),
		take("cpv", "codeCPV", "codecpv"),
		take("nature", "nature"),
		take("procedure", "procedure"),
		take("techniques", "techniques"),
		take("framework", "idAccordCadre", "idaccordcadre"),
		take("amount", "montant"),
		take("anomaly", "montant_anomalie"),
		take("months", "dureeMois", "dureemois"),
		take("notified", "dateNotification", "datenotification"),
		take("published", "datePublicationDonnees", "datepublicationdonnees"),
		take("modification", "modification_id"),
		take("current", "donneesActuelles", "donneesactuelles"),
		take("producer", "sourceDataset", "sourcedataset", "source"),
		take("holder", "titulaire_id", "titulaire_id_1"),
		take("holder_kind", "titulaire_typeIdentifiant", "titulaire_typeidentifiant", "titulaire_typeidentifiant_1"),
		take("holder_name", "titulaire_nom", "titulaire_denominationSociale_1", "titulaire_denominationsociale_1"),
		take("holder_size", "titulaire_categorie"),
		take("holder_2", "titulaire_id_2"),
		take("holder_kind_2", "titulaire_typeidentifiant_2"),
		take("holder_name_2", "titulaire_denominationsociale_2"),
		take("holder_3", "titulaire_id_3"),
		take("holder_kind_3", "titulaire_typeidentifiant_3"),
		take("holder_name_3", "titulaire_denominationsociale_3"),
		take("change", "idmodification"),
		take("change_amount", "montantmodification"),
		take("change_months", "dureemoismodification"),
		take("change_notified", "datenotificationmodificationmodification"),
		take("change_published", "datepublicationdonneesmodificationmodification"),
		take("change_holder", "idtitulairemodification"),
		take("change_holder_kind", "typeidentifianttitulairemodification"),
	}, Leave: strings.Fields(`
		__id type dureeRestanteMois offresRecues formePrix typesPrix attributionAvance tauxAvance marcheInnovant modalitesExecution
		considerationsSociales considerationsEnvironnementales ccag sousTraitanceDeclaree typeGroupementOperateurs origineUE origineFrance
		lieuExecution_code lieuExecution_typeCode lieuExecution_nom sourceFile montant_rationalise montant_anomalie_raisons
		acheteur_commune_code acheteur_commune_nom acheteur_departement_code acheteur_departement_nom acheteur_region_code
		acheteur_region_nom acheteur_latitude acheteur_longitude acheteur_population titulaire_distance titulaire_naf_code titulaire_naf_libelle
		titulaire_commune_code titulaire_commune_nom titulaire_departement_code titulaire_departement_nom titulaire_region_code
		titulaire_region_nom titulaire_latitude titulaire_longitude
		idactesoustraitance dureemoisactesoustraitance datenotificationactesoustraitance datepublicationdonneesactesoustraitance
		montantactesoustraitance variationprixactesoustraitance idsoustraitant typeidentifiantsoustraitant
		idmodificationactesoustraitance dureemoismodificationactesoustraitance
		datenotificationmodificationsoustraitancemodificationactesoustraitance datepublicationdonneesmodificationactesoustraitance
		montantmodificationactesoustraitance`)}
})

// spellings are the names of each column, as tables and objects spell them: in the
// letters of the law, or in small ones.
var spellings = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, c := range layout().Take {
		out[c.Name] = c.Called
	}
	return out
})

// known are the names of all members of a flat object that are taken or left.
var known = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, called := range spellings() {
		for _, name := range called {
			out[name] = true
		}
	}
	for _, name := range layout().Leave {
		out[name], out[strings.ToLower(name)] = true, true
	}
	return out
})

// member finds a column in a flat object, under any of its spellings.
func member(n loose.Node, column string) (loose.Node, bool) {
	for _, name := range spellings()[column] {
		if n.Has(name) {
			return n.Member(name), true
		}
	}
	return loose.Node{}, false
}

// flat is a row of a table: its cell under one of the names of the layout.
type flat func(column string) string

// contracts reads a row: what it says of the contract, and of one of its
// modifications where the row has both.
func (row flat) contracts(rule *filter.Rule) []Contract {
	c := Contract{Object: said(row("object")), Nature: word(row("nature")), Procedure: word(row("procedure")),
		Framework: said(row("framework")),
		BuyerName: said(row("buyer_name")), BuyerKind: said(row("buyer_kind")), Producer: said(row("producer")),
		Current: isTrue(row("current")), Modification: number(row("modification"))}
	c.read(cells{buyer: row("buyer"), cpv: row("cpv"), amount: row("amount"), months: row("months"),
		notified: row("notified"), published: row("published")})
	c.Ceiling = ceiling(c.Nature, row("techniques"), c.Framework)
	if said(row("anomaly")) != "" {
		c.Flags |= anomaly
	}
	c.UID = market(row("uid"), c.Buyer, row("id"))
	c.hold(rule, row("holder_kind"), row("holder"), row("holder_name"), row("holder_size"))
	c.hold(rule, row("holder_kind_2"), row("holder_2"), row("holder_name_2"), "")
	c.hold(rule, row("holder_kind_3"), row("holder_3"), row("holder_name_3"), "")
	change := said(row("change"))
	if change == "" {
		return []Contract{c}
	}
	m := c
	m.Holders, m.Flags, m.Modification = nil, c.Flags&(padded|buyerNumber), max(1, number(change))
	m.read(cells{buyer: row("buyer"), cpv: row("cpv"), amount: row("change_amount"), months: row("change_months"),
		notified: row("change_notified"), published: row("change_published")})
	m.hold(rule, row("change_holder_kind"), row("change_holder"), "", "")
	return []Contract{c, m}
}

// cells are those that a contract and a modification have alike.
type cells struct{ buyer, cpv, amount, months, notified, published string }

func (c *Contract) read(from cells) {
	var f [5]flags
	var lost bool
	c.Buyer, f[0] = readBuyer(from.buyer)
	if c.CPV, lost = filter.CPV(from.cpv); lost {
		f[1] = padded
	}
	c.Amount, f[2] = readAmount(from.amount)
	c.Months = readMonths(from.months)
	c.Notified, f[3] = readDate(from.notified)
	c.Published, f[4] = readDate(from.published)
	for _, g := range f {
		c.Flags |= g
	}
	var g flags
	c.Notified, g = dated(c.Producer, c.Notified, c.Published)
	c.Flags |= g
}

// hold adds a holder, when there is one.
func (c *Contract) hold(rule *filter.Rule, kind, number, name, size string) {
	if h, f, ok := readHolder(rule, kind, number, name, size); ok {
		c.Holders = append(c.Holders, h)
		c.Flags |= f
	}
}

func isTrue(cell string) bool {
	switch strings.ToLower(said(cell)) {
	case "true", "t", "1", "1.0", "oui", "vrai":
		return true
	}
	return false
}

// number reads the number of a modification; 0 when there is none.
func number(cell string) int {
	n := 0
	for _, d := range []byte(digits(cell)) {
		if n = 10*n + int(d-'0'); n > 10_000 {
			return 10_000
		}
	}
	return n
}
