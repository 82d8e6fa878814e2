package identity

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/france/sirene"
	"vigie/internal/value/tabular"
)

var (
	ofAnswer = tabular.Members{Take: []string{"results", "total_results"},
		Leave: []string{"page", "per_page", "total_pages"}}

	ofBody = tabular.Members{
		Take: []string{"siren", "nom_complet", "nom_raison_sociale", "sigle", "nature_juridique", "etat_administratif",
			"statut_diffusion", "siege"},
		Leave: []string{
			"dirigeants", "complements", // people: leaders, elected
			"nombre_etablissements", "nombre_etablissements_ouverts", "activite_principale", "activite_principale_naf25",
			"categorie_entreprise", "caractere_employeur", "annee_categorie_entreprise", "date_creation", "date_fermeture",
			"date_mise_a_jour", "date_mise_a_jour_insee", "date_mise_a_jour_rne", "section_activite_principale",
			"tranche_effectif_salarie", "annee_tranche_effectif_salarie", "matching_etablissements", "finances", "tva", "score",
		},
	}

	ofSeat = tabular.Members{
		Take: []string{"commune"},
		Leave: []string{
			"activite_principale", "activite_principale_naf25", "activite_principale_registre_metier",
			"annee_tranche_effectif_salarie", "adresse", "caractere_employeur", "cedex", "code_pays_etranger", "code_postal",
			"complement_adresse", "coordonnees", "date_creation", "date_debut_activite", "date_fermeture", "date_mise_a_jour",
			"date_mise_a_jour_insee", "departement", "distribution_speciale", "epci", "est_siege", "etat_administratif",
			"geo_adresse", "geo_id", "indice_repetition", "latitude", "libelle_cedex", "libelle_commune",
			"libelle_commune_etranger", "libelle_pays_etranger", "libelle_voie", "liste_enseignes", "liste_finess",
			"liste_id_bio", "liste_idcc", "liste_id_organisme_formation", "liste_rge", "liste_uai", "longitude",
			"nom_commercial", "numero_voie", "dernier_numero_voie", "region", "siret", "statut_diffusion_etablissement",
			"tranche_effectif_salarie", "type_voie",
		},
	}
)

var (
	category = regexp.MustCompile(`^[0-9]{4}$`)
	commune  = regexp.MustCompile(`^([0-9]{2}|2[AB])[0-9]{3}$`)
)

// soleTrader is the legal category of natural persons who trade (INSEE).
const soleTrader = "1000"

// body is one result of a search. It keeps the first thing that is wrong with it.
type body struct {
	result map[string]json.RawMessage
	at     string
	unread *tabular.Tally
	bad    *collect.Bad
}

// person says why a result may speak of a natural person; empty when it does not.
func (b *body) person() string {
	nature, _ := tabular.Text(b.result["nature_juridique"])
	spread, _ := tabular.Text(b.result["statut_diffusion"])
	switch {
	case nature == soleTrader:
		return "personne physique"
	case spread == "P" || spread == "N":
		return "diffusion refusée"
	}
	return ""
}

func (b *body) read() collect.Row {
	countUnknown(b.unread, "", ofBody, b.result)
	name := b.text("nom_raison_sociale")
	if name == "" {
		name = b.text("nom_complet")
	}
	if name == "" {
		b.refuse("nom_raison_sociale", "", "a name")
	}
	siren := b.text("siren")
	if !sirene.ValidSIREN(siren) {
		b.refuse("siren", siren, "a SIREN with a right key")
	}
	nature := b.text("nature_juridique")
	if !category.MatchString(nature) {
		b.refuse("nature_juridique", nature, "a legal category of four digits")
	}
	state := b.text("etat_administratif")
	if !slices.Contains([]string{"A", "C"}, state) {
		b.refuse("etat_administratif", state, "A or C")
	}
	return collect.Row{At: b.at, Cells: []string{siren, name, b.text("sigle"), nature, state, b.seat()}}
}

// seat is the commune of the seat; empty when it is abroad or not stated.
func (b *body) seat() string {
	raw := b.result["siege"]
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var seat map[string]json.RawMessage
	if json.Unmarshal(raw, &seat) != nil {
		b.refuse("siege", "", "an establishment")
		return ""
	}
	countUnknown(b.unread, "siege/", ofSeat, seat)
	code, ok := tabular.Text(seat["commune"])
	if !ok || code != "" && !commune.MatchString(code) {
		b.refuse("siege/commune", code, "a code such as 75056")
	}
	return code
}

func (b *body) text(name string) string {
	t, ok := tabular.Text(b.result[name])
	if !ok {
		b.refuse(name, "", "a text")
	}
	return strings.Join(strings.Fields(t), " ")
}

func (b *body) refuse(name, found, wanted string) {
	if b.bad == nil {
		b.bad = &collect.Bad{At: b.at, Column: name, Found: found, Wanted: wanted}
	}
}
