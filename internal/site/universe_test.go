package site_test

import (
	"strings"
	"testing"

	"vigie/internal/corpus"
)

func TestLocalAuthoritiesStandBesideAllThatThereAre(t *testing.T) {
	s := real(t, nil)
	for address, html := range sections(t, s, "/organismes/", "/en/organisations/") {
		for _, kind := range []string{"commune", "intercommunality", "departement", "region"} {
			for _, part := range []string{"listed", "documented"} {
				if !strings.Contains(html, `data-figure="universe/`+kind+"/"+part+`"`) {
					t.Errorf("%s lacks the %s of the kind %s", address, part, kind)
				}
			}
		}
	}
	proofs := sections(t, s, "/preuves/universe/commune/listed/", "/preuves/universe/commune/documented/")
	for address, wants := range map[string][]string{
		"/preuves/universe/commune/listed/":     {"<code>34875</code>", "/sources/insee-cog-2026/", "6cafec09b4e127d08edc47f366b28261bee70cca323fbfcb957dd169fcad9284", "sans celles des collectivités d’outre-mer"},
		"/preuves/universe/commune/documented/": {"/organismes/commune-stains/"},
	} {
		for _, want := range wants {
			if !strings.Contains(proofs[address], want) {
				t.Errorf("%s lacks %q", address, want)
			}
		}
	}
}

func TestWithoutTheGeographicCodeNothingIsSaidOfAllThereAre(t *testing.T) {
	s := changed(t, nil, func(read *corpus.Corpus) { read.Collected = nil })
	html := sections(t, s, "/organismes/")["/organismes/"]
	if strings.Contains(html, "sur combien") || strings.Contains(html, "universe/") {
		t.Error("the page counts what was not collected")
	}
}
