package panorama

import (
	"slices"

	"vigie/internal/tabular"
)

// ministries are the names that each has borne in the editions, initials included.
// The ministries of social affairs of 2016 stand with health, whose projects they
// mostly had.
var ministries = []struct {
	key   string
	names []string
}{
	{"premier-ministre", []string{"Premier ministre", "Services du Premier ministre", "SPM"}},
	{"affaires-etrangeres", []string{"Ministère des Affaires étrangères et du Développement international",
		"Ministère de l'Europe et des Affaires étrangères", "MAEDI", "MEAE"}},
	{"agriculture", []string{"Ministère de l'Agriculture, de l'Agroalimentaire et de la Forêt", "Ministère de l'Agriculture et de l'Alimentation",
		"Ministère de l'Agriculture et Alimentation", "Ministère de l'Agriculture et de la Souveraineté alimentaire", "MAAF", "MAA", "MASA"}},
	{"armees", []string{"Ministère de la Défense", "Ministère des Armées", "MINDEF", "MINARM"}},
	{"culture", []string{"Ministère de la Culture et de la Communication", "Ministère de la Culture", "MCC", "MC"}},
	{"ecologie", []string{"Ministère de l'Environnement, de l'Énergie et de la Mer", "Ministère de la Transition écologique et solidaire",
		"Ministère de la Transition écologique", "Ministère de la Transition écologique et de la Cohésion des territoires", "MEEM", "MTES", "MTE", "MTECT"}},
	{"economie-finances", []string{"Ministère de l'Économie et des Finances", "Ministères de l'Économie et des Finances",
		"Ministère de l'Action et des Comptes publics", "Ministère de l'Économie des Finances et de la Relance",
		"Ministère de l'Économie, des Finances et de la Souveraineté industrielle et numérique", "MEF", "MACP", "MEFR", "MEFSIN"}},
	{"education", []string{"Ministère de l'Éducation nationale, de l'Enseignement supérieur et de la Recherche",
		"Ministère de l'Éducation nationale", "Ministère de l'Éducation nationale et de la Jeunesse",
		"Ministère de l'Éducation nationale de la Jeunesse et des Sports", "MENESR", "MEN", "MENJ", "MENJS"}},
	{"fonction-publique", []string{"Ministère de la Transformation et de la Fonction Publiques", "MTFP"}},
	{"interieur", []string{"Ministère de l'Intérieur", "Ministère de l'Intérieur et des Outre-mer", "MI", "MIOM"}},
	{"justice", []string{"Ministère de la Justice", "MJ"}},
	{"sante", []string{"Ministères Chargés des Affaires Sociales", "Ministère des Solidarités et de la Santé",
		"Ministère de la Santé et de la Prévention", "MCAS", "MSS", "MSP"}},
	{"travail", []string{"Ministère du Travail", "Ministère du Travail, de l'Emploi et de l'Insertion",
		"Ministère du Travail, du Plein emploi et de l'Insertion", "MTEI"}},
}

// Ministry gives the key of a ministry whatever it was called; its folded name and
// false when it is not known under that name.
func Ministry(name string) (key string, known bool) {
	folded := tabular.Fold(name)
	for _, m := range ministries {
		if slices.ContainsFunc(m.names, func(n string) bool { return tabular.Fold(n) == folded }) {
			return m.key, true
		}
	}
	return folded, false
}
