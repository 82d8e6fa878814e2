package boamp

import (
	"cmp"
	"slices"
	"strings"

	"vigie/internal/collect/read/loose"
	"vigie/internal/france/filter"
	"vigie/internal/france/sirene"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// winner is a company to which a contract was awarded.
type winner struct {
	siren string
	name  string // of a legal person only
	key   string // its name folded, to know it again; never written
}

// most is how many codes, and how many winners, a notice may have: a hundred times those
// of the longest.
const most = 2_000

// amount is an amount in euros, with what it is.
type amount struct {
	value   string
	kind    string // estimation, plafond, attribution
	given   bool
	several bool // one a lot, which are not added up
	foreign bool // in another currency
}

// euros says where each family states amounts, the surest first. The first place
// that has any is read: of two, one is the whole and the other a part.
var euros = []struct{ kind, path string }{
	{"attribution", "EFORMS/*/**/efac:NoticeResult/cbc:TotalAmount"},
	{"plafond", "EFORMS/*/**/efac:NoticeResult/efbc:OverallMaximumFrameworkContractsAmount"},
	{"attribution", "EFORMS/*/**/efac:NoticeResult/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount"},
	{"plafond", "EFORMS/*/cac:ProcurementProject/cac:RequestedTenderTotal/**/efbc:FrameworkMaximumAmount"},
	{"estimation", "EFORMS/*/cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"},
	{"plafond",
		"EFORMS/*/cac:ProcurementProjectLot/cac:ProcurementProject/cac:RequestedTenderTotal/**/efbc:FrameworkMaximumAmount"},
	{"estimation",
		"EFORMS/*/cac:ProcurementProjectLot/cac:ProcurementProject/cac:RequestedTenderTotal/" +
			"cbc:EstimatedOverallContractAmount"},
	{"attribution", "*/attribution/**/montant/valeur"},
	{"attribution", "*/attribution/**/montant"},
	{"attribution", "ATTRIBUTION/**/MONTANT"},
	{"estimation", "*/**/natureMarche/valeurEstimee/valeur"},
	{"plafond", "*/**/natureMarche/valeurEstimee/fourchette/valeurHaute"},
}

// details reads what a notice says whole.
func (n *notice) details(itself loose.Node) {
	for _, raw := range itself.Texts("EFORMS/**/cbc:ItemClassificationCode", "*/**/classPrincipale", "**/CPV/PRINCIPAL",
		"**/CPV/SUPPLEMENTAIRE") {
		if eight, _ := filter.CPV(raw); eight != "" && len(n.cpv) < most && !slices.Contains(n.cpv, eight) {
			n.cpv = append(n.cpv, eight)
		}
	}
	n.amount = amountOf(itself)
	n.parties(itself)
	for _, t := range itself.All("ATTRIBUTION/**/TITULAIRE") {
		of := winner{siren: siren(t.Texts("SIRET", "SIREN", "CODE_IDENT_NATIONAL"))}
		n.win(of, t.Texts("DENOMINATION")...)
	}
	n.buyer = cmp.Or(n.buyer,
		siren(itself.Texts("*/organisme/codeIdentificationNational", "*/organisme/typeIdentificationNational/siret",
			"ORGANISME/ACHETEUR/IDENTIFICATION/SIRET", "ORGANISME/ACHETEUR/IDENTIFICATION/SIREN")))
	n.buyerName = cmp.Or(n.buyerName, strings.Join(itself.Texts("*/organisme/nomOfficiel"), ", "))
}

func amountOf(itself loose.Node) amount {
	for _, place := range euros {
		var found []amount
		for _, m := range itself.All(place.path) {
			value, ok := tabular.Decimal(m.Text())
			if !ok || strings.Trim(value, "0.") == "" || strings.HasPrefix(value, "-") || len(value) > 16 {
				continue
			}
			currency := strings.ToUpper(cmp.Or(m.Member("@currencyID").Text(), m.Member("@DEVISE").Text(), "EUR"))
			found = append(found, amount{value: value, kind: place.kind, given: true, foreign: currency != "EUR"})
		}
		switch {
		case len(found) == 0:
			continue
		case slices.ContainsFunc(found, func(a amount) bool { return a.foreign }):
			return amount{given: true, foreign: true}
		case len(found) > 1:
			return amount{given: true, several: true}
		}
		return found[0]
	}
	return amount{}
}

// parties reads the buyer and the winners of an European notice, in which companies
// stand in one list and are named by their number in it.
func (n *notice) parties(itself loose.Node) {
	companies := map[string]loose.Node{}
	for _, c := range itself.All("EFORMS/**/efac:Organization/efac:Company") {
		companies[c.First("cac:PartyIdentification/cbc:ID").Text()] = c
	}
	for _, id := range itself.Texts("EFORMS/*/cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID") {
		if c, known := companies[id]; known && n.buyer == "" {
			n.buyer = siren(c.Texts("cac:PartyLegalEntity/cbc:CompanyID"))
			n.buyerName = cmp.Or(n.buyerName, c.First("cac:PartyName/cbc:Name").Text())
		}
	}
	for _, id := range winning(itself) {
		if c, known := companies[id]; known {
			n.win(winner{siren: siren(c.Texts("cac:PartyLegalEntity/cbc:CompanyID"))}, c.Texts("cac:PartyName/cbc:Name")...)
		}
	}
}

// winning are the numbers of the companies that won: those of the parties whose
// tender became a contract, or of all parties where the notice does not say which.
func winning(itself loose.Node) []string {
	const result = "EFORMS/**/efac:NoticeResult/"
	contracts := map[string]bool{}
	for _, id := range itself.Texts(result + "efac:SettledContract/efac:LotTender/cbc:ID") {
		contracts[id] = true
	}
	parties := map[string]bool{}
	for _, tender := range itself.All(result + "efac:LotTender") {
		if contracts[tender.First("cbc:ID").Text()] {
			for _, p := range tender.Texts("efac:TenderingParty/cbc:ID") {
				parties[p] = true
			}
		}
	}
	var out []string
	for _, p := range itself.All(result + "efac:TenderingParty") {
		if len(parties) == 0 || parties[p.First("cbc:ID").Text()] {
			out = append(out, p.Texts("efac:Tenderer/cbc:ID")...)
		}
	}
	return out
}

// win adds a winner under its names, once. A name that may be a person's leaves its
// number alone; without a number, that there is a winner.
func (n *notice) win(of winner, names ...string) {
	if len(names) == 0 && of.siren != "" {
		names = []string{""}
	}
	for _, name := range names {
		w := winner{siren: of.siren, key: slug(name)}
		if sirene.NamesLegalPerson(spelling.Of(name).Text) {
			w.name = name
		}
		same := slices.IndexFunc(n.winners, func(o winner) bool {
			return w.siren != "" && o.siren == w.siren || w.key != "" && o.key == w.key
		})
		if same < 0 && len(n.winners) == most {
			return
		}
		if same < 0 {
			n.winners = append(n.winners, w)
			continue
		}
		n.winners[same].siren = cmp.Or(n.winners[same].siren, w.siren)
		n.winners[same].name = cmp.Or(n.winners[same].name, w.name)
	}
}

// siren is the SIREN in the first sound number.
func siren(numbers []string) string {
	for _, number := range numbers {
		number = strings.Join(strings.Fields(number), "")
		if sirene.ValidSIRET(number) || sirene.ValidSIREN(number) {
			return number[:9]
		}
	}
	return ""
}
