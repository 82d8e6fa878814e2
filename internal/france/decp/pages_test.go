package decp_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/france/decp"
)

// page is a made-up page of the tabular API.
func page(next string, at, total int, rows ...string) string {
	if next != "null" {
		next = `"` + next + `"`
	}
	return fmt.Sprintf(`{"data": [%s], "links": {"profile": "https://example.org/profile/", "swagger": "https://example.org/swagger/", "next": %s, "prev": null},
		"meta": {"page": %d, "page_size": 2, "total": %d}}`, strings.Join(rows, ","), next, at, total)
}

// contract is a row of the API; each set is a member and its JSON value.
func contract(id int, sets ...string) string {
	members := []string{fmt.Sprintf(`"__id": %d`, id), `"id": "M1"`, `"acheteur_id": "90000000100017"`, `"acheteur_nom": "Commune d’exemple"`,
		`"titulaire_typeIdentifiant": "SIRET"`, `"objet": "Hébergement"`, `"montant": 50000.50`, `"codeCPV": "72415000"`, `"dureeMois": 12`,
		`"dateNotification": "2024-03-12"`, `"donneesActuelles": true`, `"sourceDataset": "exemple"`}
	return "{" + strings.Join(append(members, sets...), ", ") + "}"
}

func TestMarketsSpreadOverPagesAreOne(t *testing.T) {
	h := must(pages(t,
		page("https://example.org/?page=2", 1, 3, contract(1, `"titulaire_id": "90000002700012"`), contract(2, `"titulaire_id": 90000003500015`, `"titulaire_nom": "Nuage Exemple SAS"`)),
		page("null", 2, 3, contract(3, `"titulaire_id": "90000004300019"`, `"modification_id": 1`, `"montant": 60000`, `"dateNotification": "2025-03-12"`)),
		page("null", 1, 2, contract(3, `"titulaire_id": "90000004300019"`, `"modification_id": 1`, `"montant": 60000`), contract(4, `"id": "M2"`, `"codeCPV": "45000000"`, `"objet": "Voirie"`)),
	))
	h.want(buyer+"M1", "amount: 60000", "modification: 1", "notified: 2024-03-12", "holder_sirens: 900000043", "months: 12")
	if r := h.rows[0]; len(h.rows) != 1 || r.Doc != 1 || r.At != "/data/0" {
		t.Errorf("the rows are %+v", h.rows)
	}
	if diff := cmp.Diff(map[string]int{"read twice": 1, "filter: cpv-outside": 1}, h.left()); diff != "" || h.remarks.Rows != 4 {
		t.Errorf("%d rows, %s", h.remarks.Rows, diff)
	}
}

func TestPagesAreFollowed(t *testing.T) {
	follow := decp.Tabular(cloud(t)).Follow
	for name, c := range map[string]struct {
		page string
		want []string
		bad  bool
	}{
		"to the next":                          {page("https://example.org/?page=2", 1, 3), []string{"https://example.org/?page=2"}, false},
		"to the end":                           {page("null", 2, 3), nil, false},
		"not to an end that comes too soon":    {page("null", 1, 3), nil, true},
		"not from something else":              {`{"detail": "Invalid query string"}`, nil, true},
		"not from a page without what it says": {`{"data": [], "links": null, "meta": {}}`, nil, true},
		"not from HTML":                        {"<html>", nil, true},
		"not from other bytes":                 {"{\"data\": \"\xff\"}", nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := follow(t.Context(), document([]byte(c.page)))
			if !cmp.Equal(got, c.want) || (err != nil) != c.bad {
				t.Errorf("leads to %q, %v", got, err)
			}
		})
	}
}

func TestAPageIsReadOrRefused(t *testing.T) {
	if _, err := pages(t, `{"detail": "Invalid query string"}`); err == nil {
		t.Error("an error of the API is read")
	}
	h := must(pages(t, page("null", 1, 2, `{"__id": 1, "objet": null, "nouveau": 1}`, `{"__id": 2, "autre": 1}`)))
	if len(h.remarks.Bad) != 1 || len(h.remarks.Unread) != 1 || h.remarks.Unread[0].What != "nouveau" {
		t.Errorf("reported %+v", h.remarks)
	}
	h = must(pages(t, page("null", 1, 0)))
	if len(h.rows) != 0 || h.remarks.Rows != 0 {
		t.Errorf("an empty page gives %+v", h.remarks)
	}
}

func TestTheRealRowIsRead(t *testing.T) {
	content := string(sample(t, "tabular_api_1_row.json"))
	h := must(pages(t, content))
	if len(h.remarks.Bad) != 1 { // it was trimmed of its object and its CPV
		t.Errorf("reported %+v", h.remarks)
	}
	content = strings.Replace(content, `"uid"`, `"objet": "Made-up: cloud", "codeCPV": "72415000", "acheteur_id": "12001404800074", "uid"`, 1)
	h = must(pages(t, content))
	h.want("120014048000741000198090_66000000", "amount: 63416.05", "notified: 2026-08-18", "holder_names: VERSPIEREN", "producer: aife_dume", "flags: titulaire-sans-siren")
	if len(h.remarks.Unread) > 0 {
		t.Errorf("reported %+v", h.remarks.Unread)
	}
}
