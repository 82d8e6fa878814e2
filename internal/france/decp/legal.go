package decp

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collect/read/loose"
)

// legalTaken are the members of a contract in the format of the law that are read,
// of 2019 and of 2022; legalLeft are those left aside on purpose.
var (
	legalTaken = strings.Fields(`id acheteur acheteur.id acheteur.nom nature objet codeCPV procedure techniques idAccordCadre montant dureeMois
		dateNotification datePublicationDonnees source titulaires modifications`)
	legalLeft = strings.Fields(`uid uuid _type modalitesExecution marcheInnovant ccag offresRecues attributionAvance tauxAvance
		typeGroupementOperateurs sousTraitanceDeclaree actesSousTraitance modificationsActesSousTraitance lieuExecution typesPrix typePrix TypePrix
		formePrix origineUE origineFrance considerationsSociales considerationsEnvironnementales autoriteConcedante dateSignature
		dateDebutExecution valeurGlobale montantSubventionPublique donneesExecution concessionnaires`)
)

// legalUnread names the members of a contract that are neither.
func legalUnread(n loose.Node) (out []string) {
	for _, name := range n.Names() {
		if !slices.Contains(legalTaken, name) && !slices.Contains(legalLeft, name) {
			out = append(out, name)
		}
	}
	return out
}

// legalNames are the members of a contract; the buyer has one name, however it is
// written.
func legalNames(n loose.Node) []string {
	names := n.Names()
	for i, name := range names {
		if name == "acheteur.id" {
			names[i] = "acheteur"
		}
	}
	return names
}

// isConcession says that a record is a concession, which has no price: the
// concessionaire is paid by users.
func isConcession(n loose.Node) bool {
	return len(n.Texts("acheteur/id", "acheteur.id")) == 0 && !n.Member("autoriteConcedante").IsZero() ||
		word(n.First("_type").Text()) == "contrat-de-concession"
}

// law reads contracts in the format of the law.
type law struct{ *intake }

// contracts reads a contract: itself, then its modifications.
func (in law) contracts(n loose.Node) []Contract {
	text := func(paths ...string) string {
		if found := n.Texts(paths...); len(found) > 0 {
			return in.repaired(found[0])
		}
		return ""
	}
	buyer := text("acheteur/id", "acheteur.id")
	c := Contract{Object: said(text("objet")), Nature: word(text("nature")), Procedure: word(text("procedure")),
		Framework: said(text("idAccordCadre")),
		BuyerName: said(text("acheteur/nom", "acheteur.nom")), Producer: said(text("source"))}
	c.read(cells{buyer: buyer, cpv: text("codeCPV"), amount: text("montant"), months: text("dureeMois"),
		notified: text("dateNotification"), published: text("datePublicationDonnees")})
	c.Ceiling = ceiling(c.Nature, strings.Join(n.Texts("techniques/technique", "techniques"), ", "), c.Framework)
	c.UID = market("", c.Buyer, text("id"))
	in.holders(&c, n)
	out := []Contract{c}
	for _, m := range modifications(n) {
		change := c
		change.Holders, change.Flags = nil, c.Flags&(padded|buyerNumber)
		change.Modification = number(m.First("id").Text())
		if change.Modification <= out[len(out)-1].Modification { // in 2019 they bear no number
			change.Modification = out[len(out)-1].Modification + 1
		}
		change.read(cells{buyer: buyer, cpv: text("codeCPV"), amount: m.First("montant").Text(),
			months:    m.First("dureeMois").Text(),
			notified:  m.First("dateNotificationModification").Text(),
			published: m.First("datePublicationDonneesModification").Text()})
		in.holders(&change, m)
		out = append(out, change)
	}
	return out
}

// modifications are wrapped one by one in the format of 2022, and bare in that of
// 2019. They are in the order of their numbers, or of their dates, whatever that of
// the document.
func modifications(n loose.Node) (out []loose.Node) {
	for _, m := range n.All("modifications") {
		inner := m.All("modification")
		if len(inner) == 0 {
			inner = []loose.Node{m}
		}
		for _, i := range inner {
			if i.IsObject() {
				out = append(out, i)
			}
		}
	}
	sorted(out)
	return out
}

// sorted puts modifications in order where all of them bear another number, or a date.
func sorted(list []loose.Node) {
	place := func(m loose.Node) int { return number(m.First("id").Text()) }
	day := func(m loose.Node) string { return m.First("dateNotificationModification").Text() }
	places, days := map[int]bool{}, 0
	for _, m := range list {
		places[place(m)] = true
		if yearFirst.MatchString(day(m)) {
			days++
		}
	}
	switch {
	case len(places) == len(list) && !places[0]:
		slices.SortStableFunc(list, func(a, b loose.Node) int { return cmp.Compare(place(a), place(b)) })
	case days == len(list):
		slices.SortStableFunc(list, func(a, b loose.Node) int { return strings.Compare(day(a), day(b)) })
	}
}

// yearFirst is a date whose signs are in the order of time.
var yearFirst = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`)

// holders reads the holders, wrapped one by one or bare, in as many lists as there
// are.
func (in law) holders(c *Contract, n loose.Node) {
	for _, t := range n.All("titulaires") {
		inner := t.All("titulaire")
		if len(inner) == 0 {
			inner = []loose.Node{t}
		}
		for _, i := range inner {
			c.hold(in.rule, i.First("typeIdentifiant").Text(), i.First("id").Text(),
				in.repaired(i.First("denominationSociale").Text()), "")
		}
	}
}
