package readers_test

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/france/decp"
	"vigie/internal/france/filter"
	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// contracts are pages of the tabular API: the first question has two of them, one
// of which gives the other holder of a market of the first; the second question
// gives a row again; the others have no answer.
func contracts(_ testing.TB, s record.Source) bodies {
	row := func(id int, market, holder, object string) string {
		return fmt.Sprintf(`{"__id":%d,"uid":"90000000100017%s","id":"%s","acheteur_id":"90000000100017","acheteur_nom":"Commune d’essai",
			"acheteur_categorie":"Commune","objet":"%s","codeCPV":"72415000","nature":"Marché","procedure":null,"techniques":null,"idAccordCadre":null,
			"montant":50000.5,"montant_anomalie":null,"dureeMois":12,"dateNotification":"2026-03-12","datePublicationDonnees":"2026-04-02",
			"modification_id":0,"donneesActuelles":true,"sourceDataset":"essai","titulaire_id":"%s","titulaire_typeIdentifiant":"SIRET",
			"titulaire_nom":"Nuage d’essai SAS","titulaire_categorie":"PME"}`, id, market, market, object, holder)
	}
	page := func(next string, at, total int, rows ...string) sourceserver.Body {
		return sourceserver.Body{Media: "application/json", Bytes: fmt.Appendf(nil, `{"data":[%s],"links":{"next":%s,"prev":null},"meta":{"page":%d,"page_size":50,"total":%d}}`,
			strings.Join(rows, ","), next, at, total)}
	}
	out := bodies{}
	for _, a := range s.Collect.Addresses {
		out[a] = page("null", 1, 0)
	}
	first, second := s.Collect.Addresses[0], s.Collect.Addresses[1]
	last := first + "&page=2"
	out[first] = page(`"`+last+`"`, 1, 51, row(1, "M1", "90000002700012", "Hébergement"), row(2, "M2", "90000002700012", "Sauvegarde"))
	out[last] = page("null", 2, 51, row(3, "M1", "90000003500015", "Hébergement"), row(4, "M3", "90000003500015", "Hébergement"))
	out[second] = page("null", 1, 1, row(4, "M3", "90000003500015", "Hébergement"))
	return out
}

// official is the table of data.economie.gouv.fr, as it is asked for.
func official(t testing.TB, s record.Source) bodies {
	asked, err := url.Parse(s.Collect.Addresses[0])
	if err != nil {
		t.Fatal(err)
	}
	columns := strings.Split(asked.Query().Get("select"), ",")
	lines := []string{strings.Join(columns, ";")}
	for i := range 5 {
		values := map[string]string{"id": fmt.Sprintf("M%d", i+1), "acheteur_id": "90000000100017", "objet": "Hébergement d’essai", "codecpv": "72415000-2",
			"nature": "Marché", "montant": "50000", "datenotification": "2026-03-12", "titulaire_id_1": "90000002700012", "titulaire_typeidentifiant_1": "SIRET"}
		var cells []string
		for _, c := range columns {
			if values[c] == "" {
				values[c] = "CDL"
			}
			cells = append(cells, values[c])
		}
		lines = append(lines, strings.Join(cells, ";"))
	}
	return bodies{s.Collect.Addresses[0]: {Media: "text/csv; charset=utf-8", Bytes: []byte(strings.Join(lines, "\n") + "\n")}}
}

// TestTheContractsAskedForAreThoseOfTheFilter holds what is asked of the sources
// against the filter: another keyword is another address.
func TestTheContractsAskedForAreThoseOfTheFilter(t *testing.T) {
	rule, found, err := filter.Load(os.DirFS(root), "data/"+filter.File)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	known := realSources(t)
	address := func(id string) []string {
		i := slices.IndexFunc(known, func(s record.Source) bool { return s.ID == id })
		if i < 0 {
			t.Fatalf("%s is not collected", id)
		}
		return known[i].Collect.Addresses
	}
	if diff := cmp.Diff(decp.Questions(rule), address("decp-tabular")); diff != "" {
		t.Errorf("data/sources/decp-tabular.yaml does not ask for what data/filters/cloud.yaml takes:\n%s", diff)
	}
	asked, err := url.QueryUnescape(address("decp-officiel")[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range slices.Concat(rule.Core, rule.Wide) {
		if !slices.ContainsFunc([]int{2, 3, 8}, func(n int) bool { return strings.Contains(asked, fmt.Sprintf(`startswith(codecpv,"%s")`, code[:n])) }) {
			t.Errorf("decp-officiel does not ask for %s", code)
		}
	}
	for _, s := range rule.Suppliers {
		for place := 1; place <= 3; place++ {
			if !strings.Contains(asked, fmt.Sprintf(`startswith(titulaire_id_%d,"%s")`, place, s.SIREN)) {
				t.Errorf("decp-officiel does not ask for %s, holder %d", s.Name, place)
			}
		}
	}
}
