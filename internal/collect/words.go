package collect

import (
	"fmt"

	"vigie/internal/collected"
	"vigie/internal/value/lang"
)

// words are those of a report in one language.
type words struct {
	colon                        string
	title                        map[Mode]string // with the day
	status                       map[Status]string
	standing                     map[collected.Standing]string
	records, fresh, changed      [2]string // one, many
	gone, back                   [2]string
	nothing, isNew, isGone       string
	isBack, noNews, dry          string
	why, kept, never, late       string
	reread, mended, unread       string
	ignored, unreadable, wanted  string
	more, first, edition, source string
	outcome, look, since, quoted string
	overtaken, rival, untried    string
	rows, published              [2]string
	damaged, instance, accepted  string
	decide                       string
	repaired, lettersLost        [2]string
}

var french = words{
	colon: lang.NBSP + ": ",
	title: map[Mode]string{Fetched: "Collecte du %s", ByHand: "Collecte du %s, de fichiers enregistrés à la main",
		Replayed: "Relecture du %s"},
	status: map[Status]string{Unchanged: "inchangée", Read: "lue", Refused: "refusée", Failed: "en échec",
		Skipped: "non visitée", Broken: "inutilisable"},
	standing: map[collected.Standing]string{collected.Good: "bonne", collected.Stale: "périmée",
		collected.Doubtful: "douteuse"},
	records: [2]string{"enregistrement listé", "enregistrements listés"},
	fresh:   [2]string{"nouveau", "nouveaux"}, changed: [2]string{"changé", "changés"},
	gone: [2]string{"parti", "partis"}, back: [2]string{"revenu", "revenus"},
	nothing: "rien", isNew: "nouveau", isGone: "n’est plus listé", isBack: "de nouveau listé",
	noNews: "Rien n’a changé.", dry: "Essai" + lang.NBSP + ": rien n’est écrit.",
	why: "pourquoi", kept: "les enregistrements gardés sont ceux lus le %s",
	never:  "aucun enregistrement n’a encore été lu",
	late:   "en retard" + lang.NBSP + ": un renouvellement était attendu avant le %s",
	reread: "relu autrement (lecteur, recette, bornes ou décision ont changé, pas la source)",
	mended: "ses fichiers étaient abîmés et ont été refaits depuis les copies", unread: "inconnu du lecteur",
	ignored:    "laissé de côté",
	unreadable: "illisible", wanted: "attendu", more: "et %d autres, dans %s", first: "première récolte",
	edition: "document daté" + lang.NBSP + ": %s",
	source:  "Source", outcome: "Résultat", look: "à regarder", since: "depuis le %s",
	quoted:    "«" + lang.NBSP + "%s" + lang.NBSP + "»",
	overtaken: "déjà dans %s, qui l’emporte", rival: "même nom dans %s, à vérifier",
	untried: "première récolte" + lang.NBSP + ": %s" + lang.NBSP +
		"; les bornes, de %s à %s, n’avaient jamais été essayées",
	rows:      [2]string{"ligne", "lignes"},
	published: [2]string{"copie, gardée à part jusqu’ici, est publiée", "copies, gardées à part jusqu’ici, sont publiées"},
	accepted:  "accepté le %s", decide: "si c’est juste" + lang.NBSP + ": vigie collect --accept %s --because \"…\"",
	damaged: "textes abîmés", instance: "par exemple " + "«" + lang.NBSP + "%s" + lang.NBSP + "»",
	repaired:    [2]string{"réparé, car encodé deux fois", "réparés, car encodés deux fois"},
	lettersLost: [2]string{"qui a perdu des lettres", "qui ont perdu des lettres"},
}

var english = words{
	colon: ": ",
	title: map[Mode]string{Fetched: "Collected on %s", ByHand: "Collected on %s, from files saved by hand",
		Replayed: "Read again on %s"},
	status: map[Status]string{Unchanged: "unchanged", Read: "read", Refused: "refused", Failed: "failed",
		Skipped: "not visited", Broken: "unusable"},
	standing: map[collected.Standing]string{collected.Good: "good", collected.Stale: "stale",
		collected.Doubtful: "doubtful"},
	records: [2]string{"record listed", "records listed"},
	fresh:   [2]string{"new", "new"}, changed: [2]string{"changed", "changed"},
	gone: [2]string{"gone", "gone"}, back: [2]string{"back", "back"},
	nothing: "nothing", isNew: "new", isGone: "no longer listed", isBack: "listed again",
	noNews: "Nothing has changed.", dry: "A trial: nothing is written.",
	why: "why", kept: "the records kept are those read on %s", never: "no record has been read yet",
	late:   "late: it should have been renewed before %s",
	reread: "read otherwise (reader, recipe, bounds or a decision have changed, not the source)",
	mended: "its files were damaged and were made again from the copies", unread: "unknown to the reader",
	ignored:    "left aside",
	unreadable: "unreadable", wanted: "wanted", more: "and %d more, in %s", first: "first harvest",
	edition: "document dated %s",
	source:  "Source", outcome: "Outcome", look: "to look at", since: "since %s", quoted: "“%s”",
	overtaken: "already in %s, which prevails", rival: "the same name in %s, to be checked",
	untried:   "first harvest: %s; the bounds of %s to %s were never tried",
	rows:      [2]string{"row", "rows"},
	published: [2]string{"copy, kept apart until now, is published", "copies, kept apart until now, are published"},
	accepted:  "accepted on %s", decide: "if it is right: vigie collect --accept %s --because \"…\"",
	damaged: "damaged texts", instance: "for example “%s”",
	repaired:    [2]string{"repaired, being encoded twice", "repaired, being encoded twice"},
	lettersLost: [2]string{"that has lost letters", "that have lost letters"},
}

func wordsIn(l lang.Lang) words {
	if l == lang.EN {
		return english
	}
	return french
}

// count writes a number with its noun.
func count(l lang.Lang, n int, nouns [2]string) string {
	noun := nouns[0]
	if lang.Plural(l, fmt.Sprint(n), false) {
		noun = nouns[1]
	}
	return lang.Group(l, fmt.Sprint(n)) + lang.NBSP + noun
}
