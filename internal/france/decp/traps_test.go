package decp_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// consolidated is a table of the consolidated form; each row gives its own cells as
// "column=value", over those of a sound market of the core list.
func consolidated(rows ...string) []byte {
	columns := []string{"uid", "id", "acheteur_id", "acheteur_nom", "titulaire_id", "titulaire_typeIdentifiant", "titulaire_nom", "titulaire_categorie",
		"objet", "montant", "montant_anomalie", "codeCPV", "nature", "techniques", "dureeMois", "dateNotification", "datePublicationDonnees",
		"modification_id", "donneesActuelles", "idAccordCadre", "sourceDataset"}
	out := strings.Join(columns, ",") + "\n"
	for _, row := range rows {
		cells := map[string]string{"id": "M1", "acheteur_id": buyer, "acheteur_nom": "Commune d’exemple", "titulaire_id": "90000002700012",
			"titulaire_typeIdentifiant": "SIRET", "objet": "Hébergement", "montant": "50000", "codeCPV": "72415000-2", "nature": "Marché",
			"dureeMois": "12", "dateNotification": "2024-03-12", "datePublicationDonnees": "2024-04-02", "donneesActuelles": "true", "sourceDataset": "exemple"}
		for _, set := range strings.Split(row, ";") {
			if name, value, ok := strings.Cut(set, "="); ok {
				cells[name] = value
			}
		}
		for i, c := range columns {
			if i > 0 {
				out += ","
			}
			out += cells[c]
		}
		out += "\n"
	}
	return []byte(out)
}

func TestTrapsOfTheSourcesAreUndone(t *testing.T) {
	const uid = buyer + "M1"
	for name, c := range map[string]struct {
		row  string
		uid  string
		want []string
	}{
		"a sound market":                        {"", uid, []string{"amount: 50000", "flags:", "cpv: 72415000", "holder_sirens: 900000027", "notified: 2024-03-12"}},
		"an amount that marks a refused one":    {"montant=12311111111", uid, []string{"amount:", "counted: non", "flags: montant-illisible"}},
		"an amount of too many digits":          {"montant=1.0e17", uid, []string{"amount:", "flags: montant-illisible"}},
		"an amount below zero":                  {"montant=-5", uid, []string{"amount:", "flags: montant-illisible"}},
		"an amount of one euro":                 {"montant=1.0", uid, []string{"amount: 1", "flags: montant-symbolique", "counted: oui"}},
		"an amount of a billion":                {"montant=1500000000", uid, []string{"amount: 1500000000", "flags: montant-milliard"}},
		"an amount in French":                   {"montant=1 234.50", uid, []string{"amount: 1234.5", "flags:"}},
		"no amount":                             {"montant=NC", uid, []string{"amount:", "counted: non", "flags:"}},
		"an amount that the source doubts":      {"montant_anomalie=trop élevé", uid, []string{"amount: 50000", "flags: anomalie-signalee"}},
		"a duration as a text":                  {"dureeMois=48.0", uid, []string{"months: 48"}},
		"a duration that says nothing":          {"dureeMois=NC", uid, []string{"months:"}},
		"a CPV whose first zero was lost":       {"codeCPV=9310000;titulaire_id=42476141900045", uid, []string{"cpv: 09310000", "flags: cpv-complete", "taken_for: supplier"}},
		"a buyer whose zeros were lost":         {"acheteur_id=900000100017", "00900000100017M1", []string{"buyer: 00900000100017", "flags:"}},
		"a buyer that went through a float":     {"acheteur_id=90000000100017.0", uid, []string{"buyer: " + buyer, "flags:"}},
		"a buyer with a wrong key":              {"acheteur_id=90000000100018", "90000000100018M1", []string{"buyer: 90000000100018", "flags: siret-acheteur-faux"}},
		"a number with signs":                   {"id=2024/12.A B", buyer + "2024_12_A_B", []string{"amount: 50000"}},
		"a uid that is none":                    {"uid=test", uid, []string{"amount: 50000"}},
		"a uid of its own":                      {"uid=" + buyer + "2024_AC", buyer + "2024_AC", []string{"amount: 50000"}},
		"a date with a time":                    {"dateNotification=2024-05-06T00:00:00", uid, []string{"notified: 2024-05-06"}},
		"a date in French":                      {"dateNotification=06/05/2024", uid, []string{"notified: 2024-05-06"}},
		"a date that cannot be":                 {"dateNotification=0024-05-06", uid, []string{"notified:", "flags: date-illisible"}},
		"a month lost by its producer":          {"dateNotification=2019-01-08;datePublicationDonnees=2019-01-08;sourceDataset=data.gouv.fr_aife", uid, []string{"notified: 2019", "flags: annee-seule"}},
		"a January of another producer":         {"dateNotification=2019-01-08;datePublicationDonnees=2019-01-08", uid, []string{"notified: 2019-01-08", "flags:"}},
		"another month of that producer":        {"dateNotification=2020-02-10;datePublicationDonnees=2020-02-10;sourceDataset=data.gouv.fr_aife", uid, []string{"notified: 2020-02-10", "flags:"}},
		"a framework in capitals":               {"nature=ACCORD-CADRE", uid, []string{"nature: accord-cadre", "ceiling: oui"}},
		"a framework by its technique":          {"techniques=Concours | Accord-cadre", uid, []string{"nature: marche", "ceiling: oui"}},
		"a contract of a framework":             {"techniques=Accord-cadre;idAccordCadre=2023-1", uid, []string{"framework: 2023-1", "ceiling: non"}},
		"a framework that says nothing":         {"idAccordCadre=CDL", uid, []string{"framework:", "ceiling: non"}},
		"a holder with a French VAT number":     {"titulaire_typeIdentifiant=TVA;titulaire_id=FR12 900 000 027", uid, []string{"holder_sirens: 900000027", "flags:"}},
		"a holder abroad":                       {"titulaire_typeIdentifiant=HORS-UE;titulaire_id=CHEXEMPLE;titulaire_nom=Exemple AG", uid, []string{"holders: 1", "holder_sirens:", "holder_names:", "flags: titulaire-sans-siren"}},
		"a holder with a wrong key":             {"titulaire_id=90000002700013", uid, []string{"holders: 1", "holder_sirens:", "flags: titulaire-sans-siren"}},
		"a holder that went through a number":   {"titulaire_id=900000100017", uid, []string{"holder_sirens: 009000001"}},
		"no holder":                             {"titulaire_id=INX;titulaire_typeIdentifiant=INX", uid, []string{"holders: 0", "flags:"}},
		"the name of a person":                  {"titulaire_nom=JEANNE EXEMPLE", uid, []string{"holder_sirens: 900000027", "holder_names:"}},
		"a name without a form":                 {"titulaire_nom=EXEMPLE", uid, []string{"holder_names:"}},
		"a name without a form, of a large one": {"titulaire_nom=EXEMPLE;titulaire_categorie=ETI", uid, []string{"holder_names: EXEMPLE"}},
		"a company that the filter names":       {"titulaire_id=42476141900045", uid, []string{"holder_names: OVH"}},
		"a text with what no text has":          {"objet=Hébergement\a\x7f nuage", uid, []string{"object: Hébergement nuage"}},
	} {
		t.Run(name, func(t *testing.T) {
			must(bulk(t, consolidated(c.row))).want(c.uid, c.want...)
		})
	}
}

func TestModificationsGiveThePresentState(t *testing.T) {
	h := must(bulk(t, consolidated(
		"donneesActuelles=false;dateNotification=2022-01-10",
		"modification_id=2;montant=70000;dateNotification=2024-01-10;titulaire_id=90000003500015",
		"modification_id=1;montant=60000;donneesActuelles=false;dateNotification=2023-01-10",
		"id=M2;montant=60000", "id=M2;montant=60000;sourceDataset=a", "id=M2;montant=61000;sourceDataset=b",
		"id=M3;montant=60000", "id=M3;modification_id=1;montant=;dureeMois=24",
		"id=M4;montant=60000", "id=M4;modification_id=1;montant=12311111111",
	)))
	h.want(buyer+"M1", "amount: 70000", "modification: 2", "notified: 2022-01-10", "holder_sirens: 900000035", "flags:")
	h.want(buyer+"M2", "amount: 60000", "flags: montants-divergents")
	h.want(buyer+"M3", "amount: 60000", "months: 24", "modification: 1")
	h.want(buyer+"M4", "amount:", "flags: montant-illisible", "counted: non")
}

func TestFrameworksAreOneOnlyWhenAllIsAlike(t *testing.T) {
	const framework = "nature=accord-cadre;montant=1000000;"
	h := must(bulk(t, consolidated(
		framework+"id=A", framework+"id=B;objet=HEBERGEMENT", framework+"id=C;montant=1000001", framework+"id=D;codeCPV=72400000",
		framework+"id=E;acheteur_id=90000000100025", framework+"id=F;acheteur_id=90000001900019", "id=G;montant=1000000", "id=H;montant=1000000",
	)))
	h.want(buyer+"A", "declarations: 3", "counted: oui")
	h.want(buyer+"B", "declarations: 3", "counted: non")
	h.want("90000000100025E", "declarations: 3", "counted: non", "group: "+h.cell(buyer+"A", "group"))
	for _, uid := range []string{buyer + "C", buyer + "D", "90000001900019F", buyer + "G", buyer + "H"} {
		h.want(uid, "declarations: 1", "counted: oui", "group:")
	}
}

func TestTheOtherHoldersOfASuppliersMarketAreTaken(t *testing.T) {
	const left = "codeCPV=79000000;objet=Prestations;"
	h := must(bulk(t, consolidated(
		left+"id=S", left+"id=S;titulaire_id=42476141900045;titulaire_nom=OVH", left+"id=S;titulaire_id=90000003500015", left+"id=T",
	)))
	h.want(buyer+"S", "holders: 3", "holder_sirens: 424761419|900000027|900000035", "taken_for: supplier")
	if diff := cmp.Diff(map[string]int{"filter: cpv-outside": 1}, h.left()); diff != "" || len(h.rows) != 1 || h.remarks.Rows != 4 {
		t.Errorf("%d rows of %d, %s", len(h.rows), h.remarks.Rows, diff)
	}
}

func TestColumnsThatAreNotKnownAreReported(t *testing.T) {
	content := strings.Replace(string(consolidated("")), "montant_anomalie", "montant_nouveau", 1)
	h := must(bulk(t, []byte(content)))
	if len(h.remarks.Unread) != 1 || h.remarks.Unread[0].What != "montant_nouveau" {
		t.Errorf("reported %+v", h.remarks.Unread)
	}
	if got := strings.Join(h.remarks.Columns, " "); !strings.HasPrefix(got, "uid id acheteur_id") {
		t.Errorf("the columns are %s", got)
	}
}
