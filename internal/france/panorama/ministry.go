package panorama

import (
	"slices"
	"strings"
	"unicode"

	"vigie/internal/value/tabular"
)

// ministry is a ministry under all its names.
type ministry struct {
	key   string
	names []string
}

// ministries are the names that each has borne in the editions, initials included.
// The ministries of social affairs of 2016 stand with health, whose projects they
// mostly had.
var ministries = []ministry{
	{"premier-ministre", []string{"Premier ministre", "Services du Premier ministre", "SPM"}},
	{"affaires-etrangeres", []string{"Ministère des Affaires étrangères et du Développement international",
		"Ministère de l'Europe et des Affaires étrangères", "Ministère des Affaires étrangères", "MAEDI", "MEAE"}},
	{"agriculture",
		[]string{"Ministère de l'Agriculture, de l'Agroalimentaire et de la Forêt",
			"Ministère de l'Agriculture et de l'Alimentation",
			"Ministère de l'Agriculture et Alimentation", "Ministère de l'Agriculture et de la Souveraineté alimentaire",
			"MAAF", "MAA", "MASA"}},
	{"armees", []string{"Ministère de la Défense", "Ministère des Armées", "MINDEF", "MINARM"}},
	{"culture", []string{"Ministère de la Culture et de la Communication", "Ministère de la Culture", "MCC", "MC"}},
	{"ecologie", []string{"Ministère de l'Environnement, de l'Énergie et de la Mer",
		"Ministère de la Transition écologique et solidaire",
		"Ministère de la Transition écologique", "Ministère de la Transition écologique et de la Cohésion des territoires",
		"MEEM", "MTES", "MTE", "MTECT"}},
	{"economie-finances", []string{"Ministère de l'Économie et des Finances", "Ministères de l'Économie et des Finances",
		"Ministère de l'Action et des Comptes publics", "Ministère de l'Économie des Finances et de la Relance",
		"Ministère de l'Économie, des Finances et de la Souveraineté industrielle et numérique", "MEF", "MACP", "MEFR",
		"MEFSIN"}},
	{"education", []string{"Ministère de l'Éducation nationale, de l'Enseignement supérieur et de la Recherche",
		"Ministère de l'Éducation nationale", "Ministère de l'Éducation nationale et de la Jeunesse",
		"Ministère de l'Éducation nationale de la Jeunesse et des Sports", "MENESR", "MEN", "MENJ", "MENJS"}},
	{"fonction-publique",
		[]string{"Ministère de la Transformation et de la Fonction Publiques", "Ministère de la Fonction publique", "MTFP"}},
	{"interieur", []string{"Ministère de l'Intérieur", "Ministère de l'Intérieur et des Outre-mer", "MI", "MIOM"}},
	{"justice", []string{"Ministère de la Justice", "MJ"}},
	{"sante", []string{"Ministères Chargés des Affaires Sociales", "Ministère des Solidarités et de la Santé",
		"Ministère de la Santé et de la Prévention", "Ministère de la Santé", "MCAS", "MSS", "MSP"}},
	{"travail", []string{"Ministère du Travail", "Ministère du Travail, de l'Emploi et de l'Insertion",
		"Ministère du Travail, du Plein emploi et de l'Insertion", "MTEI"}},
}

// Ministry gives the key of a ministry by the first of its names that is known: its
// full one, then its initials. It is the same whatever it was called that year, and
// however that is written: case, accents, apostrophes, commas and the spaces around
// them, « chargé de » and initials beside the name make no difference, and neither do
// words that follow a name that is known. When none is known, it is the words of the
// first name, and false.
func Ministry(names ...string) (key string, known bool) {
	for _, name := range names {
		if key, known := ministryOf(words(name)); known {
			return key, true
		}
	}
	for _, name := range names {
		if w := words(name); len(w) > 0 {
			return strings.Join(w, " "), false
		}
	}
	return "", false
}

// words are those of a name, folded: no mark of any sort is one.
func words(name string) []string {
	return strings.FieldsFunc(tabular.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// idle are the words that distinguish no ministry.
var idle = strings.Fields(`min ministere ministeres ministre ministres charge chargee charges chargees l le la les d de du des et a au aux en`)

// significant are the words of a name that distinguish the ministry.
func significant(name []string) []string {
	return slices.DeleteFunc(slices.Clone(name), func(w string) bool { return slices.Contains(idle, w) })
}

// ministryOf finds the ministry of a name: the same name, in whatever order its words
// are, else the initials at one of its ends, else the longest name that it begins with,
// as long as no word that follows is how another ministry begins.
func ministryOf(name []string) (key string, known bool) {
	wanted := significant(name)
	if len(wanted) == 0 {
		return "", false
	}
	if key, known := exactly(wanted, false); known {
		return key, true
	}
	longest := 0
	for _, m := range ministries {
		for _, n := range m.names {
			if n := significant(words(n)); len(n) > longest && len(n) < len(wanted) && slices.Equal(n, wanted[:len(n)]) {
				key, longest = m.key, len(n)
			}
		}
	}
	if longest > 0 && !slices.ContainsFunc(wanted[longest:], func(w string) bool { return begins(w, key) }) {
		return key, true
	}
	for _, end := range []string{wanted[len(wanted)-1], wanted[0]} {
		if key, known := exactly([]string{end}, true); known {
			return key, true
		}
	}
	return "", false
}

// exactly finds the ministry that has a name, among initials alone if so asked.
func exactly(wanted []string, initials bool) (key string, known bool) {
	wanted = slices.Sorted(slices.Values(wanted))
	for _, m := range ministries {
		for _, n := range m.names {
			if (!initials || n == strings.ToUpper(n)) &&
				slices.Equal(slices.Sorted(slices.Values(significant(words(n)))), wanted) {
				return m.key, true
			}
		}
	}
	return "", false
}

// begins says that a word is how a name of another ministry begins.
func begins(word, key string) bool {
	return slices.ContainsFunc(ministries, func(m ministry) bool {
		return m.key != key && slices.ContainsFunc(m.names, func(n string) bool { return significant(words(n))[0] == word })
	})
}
