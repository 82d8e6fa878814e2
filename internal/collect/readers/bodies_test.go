package readers_test

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// bodies are the documents of a source by their real addresses. All that is in
// them is made up: authorities, projects, procedures and bodies do not exist.
type bodies = map[string]sourceserver.Body

// play is how one source is played.
type play struct {
	rows   int
	bodies func(testing.TB, record.Source) bodies
}

// oneEach says that each address of a source holds one record.
const oneEach = -1

func (p play) rowsOf(s record.Source) int {
	if p.rows == oneEach {
		return len(s.Collect.Addresses)
	}
	return p.rows
}

// played is how each collected source of data/sources is played: small documents,
// in the shape that the source documents, and how many records they hold. Nearly all
// are the fixtures of its reader.
var played = map[string]play{
	"boamp":                          {6, one("application/json", "../../france/boamp/testdata/export.json")},
	"decp-officiel":                  {5, official},
	"decp-tabular":                   {3, contracts},
	"dgcl-epci-2026":                 {1, one("application/json", "../../france/cog/testdata/epci.json")},
	"insee-cog-2026":                 {3, one("application/json", "../../france/cog/testdata/communes.json")},
	"insee-cog-2026-departements":    {8, departements},
	"insee-cog-2026-regions":         {1, one("application/json", "../../france/cog/testdata/regions.json")},
	"panorama-grands-projets":        {4, panorama},
	"panorama-grands-projets-totaux": {3, panorama},
	"recherche-entreprises":          {oneEach, identities},
	"vos-demarches-essentielles":     {6, procedures},
	"anssi-catalogue":                {8, catalogue},
	"anssi-en-cours":                 {8, inProgress},
	listID:                           {8, list},
}

// one plays one file at the one address of a source.
func one(media, file string) func(testing.TB, record.Source) bodies {
	return func(t testing.TB, s record.Source) bodies {
		return bodies{s.Collect.Addresses[0]: {Media: media, Bytes: []byte(fixture(t, file))}}
	}
}

func fixture(t testing.TB, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// departements are eight, so that half of them is a share.
func departements(_ testing.TB, s record.Source) bodies {
	var rows []string
	for i := range 8 {
		rows = append(rows, fmt.Sprintf(`{"code":"%02d","region":"84","chefLieu":"%02d001","nom":"Pré-d’Essai-%d","typeLiaison":5,"zone":"metro"}`, i+1, i+1, i+1))
	}
	return bodies{s.Collect.Addresses[0]: {Media: "application/json", Bytes: []byte("[" + strings.Join(rows, ",\n") + "]")}}
}

// identities answers for each SIREN that is asked for.
func identities(t testing.TB, s record.Source) bodies {
	answer := fixture(t, "../../france/identity/testdata/answer.json")
	out := bodies{}
	for _, a := range s.Collect.Addresses {
		u, err := url.Parse(a)
		if err != nil {
			t.Fatal(err)
		}
		out[a] = sourceserver.Body{Media: "application/json", Bytes: []byte(strings.Replace(answer, "123456782", u.Query().Get("q"), 1))}
	}
	return out
}

// procedures are those of two editions.
func procedures(t testing.TB, s record.Source) bodies {
	editions := s.Collect.Addresses[0]
	of := strings.TrimSuffix(editions, "editions") + "procedures?editionId=0000000000000000000000"
	early := fixture(t, "../../france/demarches/testdata/procedures.json")
	late := strings.NewReplacer("0000000000000000000000b1", "0000000000000000000000b2", "0000000000000000000000", "0000000000000000000001").Replace(early)
	return bodies{
		editions:  {Media: "application/json", Bytes: []byte(fixture(t, "../../france/demarches/testdata/editions.json"))},
		of + "b1": {Media: "application/json", Bytes: []byte(early)},
		of + "b2": {Media: "application/json", Bytes: []byte(late)},
	}
}

// catalogue is a PDF of the ANSSI, and the page that leads to it.
func catalogue(t testing.TB, s record.Source) bodies {
	book := func(kind string) []byte { return []byte(fixture(t, "testdata/catalogue"+kind+".pdf")) }
	pdf := sourceserver.Body{Media: "application/pdf", Bytes: book(""), Played: map[sourceserver.Fault][]byte{
		sourceserver.Empty: book("-empty"), sourceserver.Half: book("-half"), sourceserver.Renamed: book("-renamed")}}
	out := bodies{s.Collect.Addresses[0]: pdf}
	for _, a := range s.Collect.Instead {
		link := `<a href="` + s.Collect.Addresses[0] + `">Catalogue des produits et services qualifiés</a>`
		out[a] = sourceserver.Body{Media: "text/html; charset=utf-8", Bytes: []byte("<!doctype html>\n<html><body><main>" + link + "</main></body></html>\n")}
	}
	return out
}

// inProgress is the page of the qualifications in progress.
func inProgress(_ testing.TB, s record.Source) bodies {
	var items []string
	for i := range 8 {
		items = append(items, fmt.Sprintf("<li>Hébergeur d’essai %d – Nuage %d (J%d)</li>", i+1, i+1, i%4))
	}
	page := "<!doctype html>\n<html><body><main id=\"content\"><h1>Prestataires SecNumCloud</h1>\n<ul>" + strings.Join(items, "\n") + "</ul></main></body></html>\n"
	return bodies{s.Collect.Addresses[0]: {Media: "text/html; charset=utf-8", Bytes: []byte(page)}}
}
