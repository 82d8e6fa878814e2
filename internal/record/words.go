package record

import "vigie/internal/value/lang"

// Words of the program's own codes stand here once. Charts and downloads take them here; the words of the theme, which
// pages take, are held to them by a test.

// Name is what readers see of a reason, inside a sentence.
func (r Reason) Name() lang.Text {
	return named(string(r), map[string]lang.Text{
		string(NotPublished):  {FR: "non publié", EN: "not published"},
		string(NotFound):      {FR: "cherché et non trouvé", EN: "looked for and not found"},
		string(NotCollected):  {FR: "pas encore collecté", EN: "not collected yet"},
		string(Secret):        {FR: "protégé par un secret", EN: "protected by law"},
		string(NotApplicable): {FR: "sans objet", EN: "not applicable"},
		string(Expected):      {FR: "publication attendue", EN: "publication expected"},
		string(Lost):          {FR: "plus accessible", EN: "no longer reachable"},
		string(Refused):       {FR: "refusé", EN: "refused"},
	})
}

// Name is what readers see of a state of a migration, inside a sentence.
func (s MigrationStatus) Name() lang.Text {
	return named(string(s), map[string]lang.Text{
		string(Announced): {FR: "annoncé", EN: "announced"},
		string(Planned):   {FR: "prévu", EN: "planned"},
		string(UnderWay):  {FR: "en cours", EN: "under way"},
		string(Live):      {FR: "en service", EN: "live"},
		string(Postponed): {FR: "reporté", EN: "postponed"},
		string(Abandoned): {FR: "abandonné", EN: "abandoned"},
		string(MovedBack): {FR: "revenu en arrière", EN: "moved back"},
	})
}

// named gives the words of a code: the code itself when it has none.
func named(code string, words map[string]lang.Text) lang.Text {
	if t, ok := words[code]; ok {
		return t
	}
	return lang.Name(code)
}
