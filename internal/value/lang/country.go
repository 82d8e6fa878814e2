package lang

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country is the name of a country in a language, by its code of ISO 3166-1:
// Country(FR, "NL") is "Pays-Bas". The names are those of the CLDR, the common
// repository of the Unicode consortium; a language that it does not hold gets the
// English name. A code that is none comes back as it is.
func Country(l Lang, code string) string {
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return code
	}
	return display.Regions(language.Make(string(l))).Name(region)
}

// CountryText is the name of a country in each language of the site.
func CountryText(code string) Text {
	return Name(code).Map(func(l Lang, code string) string { return Country(l, code) })
}
