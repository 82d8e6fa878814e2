// Package letter writes a request for access to administrative documents, ready
// to be copied, printed and sent: in French, since it is addressed to a French
// administration, with its legal basis, and with blanks for what only the sender
// knows (name, address, place and date).
//
//	letter.Request(site.LetterAbout{Body: "Direction du numérique", Documents: "le bilan…"})
//
// What comes in is plain text; what goes out is plain text, with the spaces of
// French typography. The law it cites is the code of relations between the public
// and the administration (CRPA): doc/decisions says where each rule was read.
package letter

import (
	"strings"

	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// Request writes the letter, paragraphs apart by an empty line.
func Request(about site.LetterAbout) string {
	looked := "Ces documents ont été cherchés en vain parmi les publications, en dernier lieu le " +
		about.Searched.Text(lang.FR) + "."
	if about.Where != "" {
		looked += " Lieux de la recherche : " + strings.TrimSuffix(about.Where, ".") + "."
	}
	return articles.Replace(lang.Typeset(lang.FR, strings.Join([]string{
		"[Prénom et nom]\n[Adresse postale ou électronique]",
		about.Body + "\nÀ la personne responsable de l'accès aux documents administratifs",
		"[Lieu], le [date]",
		"Objet : demande de communication de documents administratifs",
		"Madame, Monsieur,",
		"En application des articles L. 311-1 et suivants du code des relations entre le public et l'administration " +
			"(CRPA), je vous demande communication des documents qui sont, ou qui contiennent, sous quelque forme que " +
			"vous les déteniez :",
		"– " + strings.TrimSuffix(about.Documents, ".") + ".",
		looked,
		"Comme l'article L. 311-9 m'en laisse le choix, je souhaite les recevoir par voie électronique, à l'adresse " +
			"ci-dessus, et si possible dans un format que l'on peut réutiliser. Si certains passages ne sont pas " +
			"communicables, je vous demande le reste après leur occultation (article L. 311-7).",
		"Si votre administration ne les détient pas, je vous remercie de transmettre ma demande à celle qui les " +
			"détient et de m'en aviser (article L. 311-2).",
		"Sans réponse de votre part dans le mois qui suit la réception de cette demande, je la tiendrai pour refusée " +
			"(articles R. 311-12 et R. 311-13). Je pourrai alors saisir la Commission d'accès aux documents " +
			"administratifs (CADA) dans les deux mois (article R. 343-1).",
		"Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.",
		"[Prénom et nom]",
	}, "\n\n"))) + "\n"
}

// articles keeps the letter of an article of law with its number.
var articles = strings.NewReplacer("L. ", "L."+lang.NBSP, "R. ", "R."+lang.NBSP)
