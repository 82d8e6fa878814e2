package chart

import (
	"encoding/json"
	"strings"

	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/quantity"
)

// entry is one point as the downloads hold it. Its fields are those of Columns,
// in the same order.
type entry struct {
	Indicator string       `json:"indicateur"`
	Line      string       `json:"ligne"`
	LineName  string       `json:"ligne_libelle"`
	Point     string       `json:"point"`
	PointName string       `json:"point_libelle"`
	From      string       `json:"debut"`
	To        string       `json:"fin"`
	Low       *json.Number `json:"valeur_min"`
	High      *json.Number `json:"valeur_max"`
	Sense     string       `json:"sens"`
	Unit      string       `json:"unite"`
	Perimeter string       `json:"perimetre"`
	Basis     string       `json:"base"`
	Status    string       `json:"statut_valeur"`
	Why       string       `json:"motif_absence"`
	Nature    string       `json:"nature"`
	State     string       `json:"etat"`
	By        string       `json:"etat_selon"`
	Break     string       `json:"rupture"`
	FirstRead string       `json:"lu_premier"`
	LastRead  string       `json:"lu_dernier"`
	Claims    string       `json:"affirmations"`
	Records   string       `json:"fiches"`
	Proof     string       `json:"preuve"`
}

// entries lists the points, line by line.
func (v view) entries() []entry {
	var out []entry
	for _, l := range v.Lines {
		for _, p := range l.Points {
			out = append(out, v.entry(l, p))
		}
	}
	return out
}

func (v view) entry(l indicator.Line, p indicator.Point) entry {
	f := p.Figure
	first, last := v.read(f)
	e := entry{FirstRead: day(first), LastRead: day(last), Indicator: v.ID, Line: l.Key, LineName: v.text(l.Label),
		Point: p.Key, PointName: v.place(p),
		From: day(p.Period.First()), To: day(p.Period.Last()), Unit: f.Unit.ID, Perimeter: f.Perimeter, Basis: basis(f.Basis),
		Status: statusCodes[f.State], Nature: natureCodes[f.Nature], State: p.State, By: v.text(p.By), Break: v.text(p.Break),
		Claims: strings.Join(f.Rests.Claims, " "), Records: refs(f.Rests.Records), Proof: f.ID}
	if !f.Known() {
		e.Why = reasonCodes[f.Reason]
		return e
	}
	e.Sense = senseCodes[f.Value.Sense]
	if f.Value.Sense != quantity.AtMost {
		low := number(f.Value.Low)
		e.Low = &low
	}
	if f.Value.Sense != quantity.AtLeast && f.Value.Sense != quantity.Over {
		high := number(f.Value.High)
		e.High = &high
	}
	return e
}

func day(d cal.Day) string { return d.String() }

func refs(list []record.Ref) string {
	var out []string
	for _, r := range list {
		out = append(out, r.String())
	}
	return strings.Join(out, " ")
}

// basis writes an accounting basis in codes: "commande, taxe_inconnue, par_an".
func basis(b quantity.Basis) string {
	var out []string
	for _, code := range []string{stageCodes[b.Stage], taxCodes[b.Tax], accumulationCodes[b.Accumulation]} {
		if code != "" {
			out = append(out, code)
		}
	}
	return strings.Join(out, ", ")
}

// Codes of the closed lists, in French and in ASCII.
var (
	statusCodes = map[figure.State]string{figure.Sure: "sur", figure.Disputed: "dispute", figure.Settled: "tranche",
		figure.Unknown: "inconnu"}
	natureCodes = map[figure.Nature]string{figure.Stated: "rapporte", figure.Computed: "calcule", figure.Counted: "compte"}
	senseCodes  = map[quantity.Sense]string{quantity.Exact: "exact", quantity.About: "environ", quantity.Over: "plus_de",
		quantity.AtLeast: "au_moins", quantity.AtMost: "au_plus"}
	reasonCodes = map[record.Reason]string{record.NotPublished: "non_publie", record.NotFound: "non_trouve",
		record.NotCollected: "non_collecte",
		record.Secret:       "secret", record.NotApplicable: "sans_objet", record.Expected: "attendu", record.Lost: "perdu",
		record.Refused: "refuse"}
	stageCodes = map[quantity.Stage]string{quantity.Ordered: "commande", quantity.Invoiced: "facture",
		quantity.Paid:     "paye",
		quantity.Budgeted: "budgete", quantity.Estimated: "estime", quantity.Target: "objectif", quantity.Ceiling: "plafond",
		quantity.Spent: "depense", quantity.Listed: "prix_public"}
	taxCodes = map[quantity.Tax]string{quantity.HT: "HT", quantity.TTC: "TTC",
		quantity.TaxUnknown: "taxe_inconnue"}
	accumulationCodes = map[quantity.Accumulation]string{quantity.YearFlow: "par_an", quantity.Cumulative: "cumul",
		quantity.Whole: "periode_entiere", quantity.Stock: "a_date", quantity.PerMonth: "par_mois"}
)
