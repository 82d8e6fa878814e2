package sirene

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// forms are words that only a legal person bears in its name: legal forms, and
// kinds of bodies that no single person is. What may be a family name, a first name
// or a trade is not among them: SA and SE without their points, France, agence.
var forms = wordSet(`
	sas sasu sarl sarlu eurl snc scs sca scp scm sci selarl selas selafa scop scic sem saem saeml saiem spl spla epic gie geie gip
	societe ste compagnie cie groupe groupement consortium cooperative mutuelle association fondation federation syndicat
	universite ministere prefecture commune communaute metropole departement region etablissement holding filiale
	gmbh ltd limited llc llp plc inc incorporated corp corporation company srl sprl`)

// dotted are forms that are written with points.
var dotted = regexp.MustCompile(`\b(s\.a|s\.a\.s|s\.a\.r\.l|s\.e|s\.n\.c|e\.u\.r\.l|s\.a\.s\.u|s\.e\.l\.a\.r\.l|s\.p\.a|b\.v|n\.v|g\.i\.e)\b\.?`)

// persons are words by which a name says that it is a natural person's.
var persons = wordSet(`m mr mme mlle monsieur madame mademoiselle maitre docteur dr ei eirl epoux veuve entrepreneur entrepreneuse
	individuel individuelle auto autoentrepreneur autoentrepreneuse microentrepreneur microentrepreneuse`)

// NamesLegalPerson says that a name shows by itself that it is a legal person's:
// it bears a legal form or the name of a kind of body, and no word that announces
// a natural person. Any other name may be that of a sole trader, and is not kept:
// the register publishes sole traders under their own names.
func NamesLegalPerson(name string) bool {
	folded := fold(name)
	form := dotted.MatchString(folded)
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(folded, ".", ""),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if persons[w] {
			return false
		}
		form = form || forms[w]
	}
	return form
}

func fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
