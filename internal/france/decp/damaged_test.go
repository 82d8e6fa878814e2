package decp_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/collect"
)

func TestADamagedContractIsKeptAndMarked(t *testing.T) {
	h := must(bulk(t, fixture(t, "law-damaged.json")))
	h.want(buyer+"D1", "notified:", "flags:")
	h.want(buyer+"D2", "object: Prestations inventées d'infog\ufffdrance", "taken_for: cpv-wide-keyword", "flags: texte-abime")
	h.want(buyer+"D3", "object: Hébergement d’un site inventé", "taken_for: cpv-wide-keyword", "flags:")
	if len(h.rows) != 3 {
		t.Errorf("%d rows", len(h.rows))
	}
	// What is lost in a row that comes out is counted by the engine.
	if want := (collect.Damage{Repaired: 1, Lost: 1, Example: "Travaux de r\ufffdfection invent\ufffds"}); h.remarks.Damaged != want {
		t.Errorf("counts %+v", h.remarks.Damaged)
	}
}

func TestAMissingBuyerIsReportedWithItsRow(t *testing.T) {
	h := must(bulk(t, fixture(t, "law-damaged.json")))
	want := []collect.Bad{{At: "record 4", Column: "acheteur", Wanted: "the buyer, by its SIRET"}}
	if diff := cmp.Diff(want, h.remarks.Bad); diff != "" {
		t.Error(diff)
	}
}

func TestColumnsAreThoseOfAllRecords(t *testing.T) {
	for name, c := range map[string]struct{ form, column string }{
		"law-damaged.json": {"law", "dateNotification"}, "legal-2019.json": {"law", "acheteur"}, "legal-2022.json": {"law", "titulaires"},
		"export.json": {"export", "codecpv"}, "fourfold.csv": {"", "uid"},
	} {
		h := must(bulk(t, fixture(t, name)))
		if h.remarks.Form != c.form || !slices.Contains(h.remarks.Columns, c.column) {
			t.Errorf("%s is of the form %q, with %q", name, h.remarks.Form, h.remarks.Columns)
		}
	}
}

func TestATextThatLostLettersGivesWayToOneThatHasNot(t *testing.T) {
	const line = `90000000100017M1;M1;90000000100017;%s;72415000;Marché;1000;2025-01-02;%d;essai;90000002700012` + "\n"
	const head = "uid;id;acheteur_id;objet;codeCPV;nature;montant;dateNotification;modification_id;sourceDataset;titulaire_id\n"
	h := must(bulk(t, []byte(head+strings.NewReplacer("%s", "H\ufffdbergement", "%d", "1").Replace(line)+strings.NewReplacer("%s", "Hébergement", "%d", "0").Replace(line))))
	h.want(buyer+"M1", "object: Hébergement", "modification: 1", "flags:")
}

func TestAnotherUnicodeFormIsTheSameContract(t *testing.T) {
	for _, name := range []string{"legal-2022.json", "export.json", "fourfold.csv"} {
		one, other := must(bulk(t, fixture(t, name))), must(bulk(t, []byte(norm.NFD.String(string(fixture(t, name))))))
		if diff := cmp.Diff(one.rows, other.rows); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAMarketThatWasPublishedTwiceIsCountedOnce(t *testing.T) {
	const head = "id;acheteur_id;objet;codecpv;nature;montant;dureemois;datenotification;titulaire_id_1;titulaire_typeidentifiant_1;source\n"
	row := func(id, object, source string) string {
		return id + ";90000000100017;" + object + ";72415000;Marché;1000;12;2025-01-02;90000002700012;SIRET;" + source + "\n"
	}
	h := must(bulk(t, []byte(head+row("0012", "Hébergement", "a")+row("12", "HEBERGEMENT", "b")+row("2025_012", "Nuage", "a")+row("2025_12", "Nuage", "a")+
		row("7", "Sauvegarde", "a")+row("7", "Sauvegarde", "b")+row("A1", "Cloud", "a")+row("B9", "Cloud", "b"))))
	h.want(buyer+"0012", "counted: oui", "declarations: 2", "flags:")
	h.want(buyer+"12", "counted: non", "declarations: 2", "flags:")
	h.want(buyer+"2025_012", "counted: oui", "declarations: 2")
	h.want(buyer+"2025_12", "counted: non")
	h.want(buyer+"7", "counted: oui", "declarations: 1", "flags:")
	h.want(buyer+"A1", "counted: oui", "declarations: 1", "flags: doublon-possible")
	h.want(buyer+"B9", "counted: oui", "declarations: 1", "flags: doublon-possible")
	if len(h.rows) != 7 {
		t.Errorf("%d rows", len(h.rows))
	}
}

func TestMarketsThatDifferInAnythingElseAreTwo(t *testing.T) {
	const head = "id;acheteur_id;objet;codecpv;nature;montant;dureemois;datenotification;titulaire_id_1;titulaire_typeidentifiant_1\n"
	const one = "012;90000000100017;Hébergement;72415000;Marché;1000;12;2025-01-02;90000002700012;SIRET\n"
	for name, change := range map[string][2]string{
		"another object": {"Hébergement", "Sauvegarde"}, "another amount": {";1000;", ";1001;"}, "another day": {"2025-01-02", "2025-01-03"},
		"another holder": {"90000002700012", "90000003500015"}, "another CPV": {"72415000", "72416000"}, "another length": {";12;", ";24;"},
	} {
		t.Run(name, func(t *testing.T) {
			other := strings.Replace(strings.Replace(one, "012;", "12;", 1), change[0], change[1], 1)
			h := must(bulk(t, []byte(head+one+other)))
			h.want(buyer+"012", "counted: oui", "declarations: 1", "flags:")
			h.want(buyer+"12", "counted: oui", "declarations: 1", "flags:")
		})
	}
}
