package lang_test

import (
	"testing"

	"vigie/internal/value/lang"
)

func TestCountriesAreNamedInTheLanguageOfTheReader(t *testing.T) {
	for code, want := range map[string]lang.Text{
		"BE": {FR: "Belgique", EN: "Belgium"}, "CA": {FR: "Canada", EN: "Canada"},
		"CH": {FR: "Suisse", EN: "Switzerland"}, "CN": {FR: "Chine", EN: "China"},
		"DE": {FR: "Allemagne", EN: "Germany"}, "ES": {FR: "Espagne", EN: "Spain"},
		"FR": {FR: "France", EN: "France"}, "GB": {FR: "Royaume-Uni", EN: "United Kingdom"},
		"IE": {FR: "Irlande", EN: "Ireland"}, "IT": {FR: "Italie", EN: "Italy"},
		"JP": {FR: "Japon", EN: "Japan"}, "LU": {FR: "Luxembourg", EN: "Luxembourg"},
		"NL": {FR: "Pays-Bas", EN: "Netherlands"}, "NO": {FR: "Norvège", EN: "Norway"},
		"SE": {FR: "Suède", EN: "Sweden"}, "US": {FR: "États-Unis", EN: "United States"},
	} {
		if fr, en := lang.Country(lang.FR, code), lang.Country(lang.EN, code); fr != want.FR || en != want.EN {
			t.Errorf("%s is %q and %q, want %q and %q", code, fr, en, want.FR, want.EN)
		}
	}
}

func TestACodeThatIsNoCountryIsLeftAsItIs(t *testing.T) {
	for _, code := range []string{"several", "unknown", "ZZ", "EU", ""} {
		if got := lang.Country(lang.FR, code); got != code {
			t.Errorf("%q is named %q", code, got)
		}
	}
}

func TestALanguageWithoutNamesOfCountriesGetsTheEnglishName(t *testing.T) {
	if got := lang.Country("tlh", "NL"); got != "Netherlands" {
		t.Errorf("got %q", got)
	}
}
