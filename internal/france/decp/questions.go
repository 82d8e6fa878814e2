package decp

import (
	"strings"

	"vigie/internal/france/filter"
)

// api is the consolidated table in the tabular API of data.gouv.fr.
const api = "https://tabular-api.data.gouv.fr/api/resources/22847056-61df-452d-837d-8b8ceadbfc52/data/"

// asked are the columns that are asked for: those of the layout that the table has.
const asked = "__id,uid,id,acheteur_id,acheteur_nom,acheteur_categorie,objet,codeCPV,nature,procedure,techniques," +
	"idAccordCadre,montant,montant_anomalie,dureeMois,dateNotification,datePublicationDonnees,modification_id," +
	"donneesActuelles,sourceDataset,titulaire_id,titulaire_typeIdentifiant,titulaire_nom,titulaire_categorie"

// Questions are the addresses to ask of the tabular API, so that all that passes a
// filter is among the answers: the CPV of the core list; for each keyword, those of
// the wide list; the contracts of each supplier. They stand in the file of the
// source, where a test holds them against the filter.
//
// The API ignores case, and not accents: an underscore stands for any letter there.
// A supplier is asked for by a range of numbers, which does for a column of text and
// for one of numbers.
func Questions(rule *filter.Rule) []string {
	ask := func(conditions ...string) string {
		return api + "?" + strings.Join(conditions, "&") + "&columns=" + asked + "&page_size=200"
	}
	out := []string{ask("codeCPV__in=" + strings.Join(rule.Core, ","))}
	for _, k := range rule.Keywords {
		out = append(out,
			ask("codeCPV__in="+strings.Join(rule.Wide, ","),
				"objet__contains="+strings.ReplaceAll(strings.ReplaceAll(k, "e", "_"), " ", "_")))
	}
	for _, s := range rule.Suppliers {
		out = append(out, ask("titulaire_id__greater="+s.SIREN+"00000", "titulaire_id__less="+s.SIREN+"99999"))
	}
	return out
}
