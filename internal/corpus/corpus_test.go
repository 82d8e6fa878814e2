package corpus_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/quantity"
)

// load reads made-up files, by path under data/.
func load(t *testing.T, files map[string]string) (*corpus.Corpus, problem.List) {
	t.Helper()
	project := fstest.MapFS{"data": &fstest.MapFile{Mode: fs.ModeDir}}
	for name, content := range files {
		project["data/"+name] = &fstest.MapFile{Data: []byte(content)}
	}
	read, found, err := corpus.Load(project, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	return read, found
}

const series = `# made up
measure: orders
perimeter: all
unit: eur
title:
  fr: Commandes
  en: Orders
basis: {stage: ordered, tax: HT, accumulation: year}
observations:
  - period: 2016/2024
    claims:
      - id: one
        value: 51.6 M
        source: report
        read: 2026-10-01
      - {id: two, value: about 44 M, source: report, read: 2026-10-01}
`

func TestARecordIsReadWithItsTypes(t *testing.T) {
	read, found := load(t, map[string]string{"series/orders.yaml": series})
	if len(found) > 0 {
		t.Fatalf("problems: %v", found)
	}
	one := read.Series[0]
	if one.ID != "orders" || one.Title != (lang.Text{FR: "Commandes", EN: "Orders"}) || one.Basis.Tax != quantity.HT {
		t.Errorf("got %+v", one)
	}
	o := one.Observations[0]
	if o.Period.String() != "2016/2024" || o.Claims[0].Value.String() != "51600000" || o.Claims[1].Value.Sense != quantity.About {
		t.Errorf("got %+v", o)
	}
}

func TestTextStaysText(t *testing.T) {
	read, found := load(t, map[string]string{
		"organisations/ain.yaml": "name: Ain\nkind: departement\nidentifiers: [{kind: chart, value: 01}, {kind: quay-number, value: 010000000}]\nshort: 2E004\n",
		"providers/no.yaml":      "name: 1984\nincorporation: {country: NO, claims: []}\n",
		"doctrines/rule.yaml":    "title: {fr: oui, en: 'yes'}\ntext: 2018\nnumber: 1.10\nin_force: 2018-07-03/..\nasks: {fr: 007, en: on}\nclaims: []\n",
	})
	if len(found) > 0 {
		t.Fatalf("problems: %v", found)
	}
	ain, no, rule := read.Organisations[0], read.Providers[0], read.Doctrines[0]
	for _, c := range []struct{ got, want string }{
		{ain.Identifiers[0].Value, "01"}, {ain.Identifiers[1].Value, "010000000"}, {ain.Short, "2E004"},
		{no.Name.FR, "1984"}, {no.Incorporation.Country, "NO"},
		{rule.Text, "2018"}, {rule.Number, "1.10"}, {rule.Asks.FR, "007"}, {rule.Asks.EN, "on"}, {rule.InForce.String(), "2018-07-03/.."},
	} {
		if c.got != c.want {
			t.Errorf("read %q, want %q", c.got, c.want)
		}
	}
}

func TestAnotherUnicodeFormIsTheSameText(t *testing.T) {
	read, found := load(t, map[string]string{"organisations/a.yaml": norm.NFD.String("name: Région Bretagne\nkind: region\n")})
	if got := read.Organisations[0].Name.FR; len(found) > 0 || got != "Région Bretagne" {
		t.Errorf("read %+q, %v", got, found)
	}
}

func TestANameIsWrittenOnceAndTextTwice(t *testing.T) {
	read, _ := load(t, map[string]string{
		"organisations/a.yaml": "name: Région Bretagne\nkind: region\n",
		"organisations/b.yaml": "name:\n  fr: Ministère\n  en: Ministry\nkind: ministry\n",
	})
	if got := read.Organisations[0].Name; got != lang.Name("Région Bretagne") {
		t.Errorf("got %+v", got)
	}
	if got := read.Organisations[1].Name; got.Proper || got.EN != "Ministry" {
		t.Errorf("got %+v", got)
	}
}

func TestRecordsAreSortedByIdentifier(t *testing.T) {
	read, _ := load(t, map[string]string{
		"units/eur-per-year.yaml": "kind: money\nsymbol: €\n", "units/eur.yaml": "kind: money\nsymbol: €\n", "units/account.yaml": "kind: count\n",
	})
	if got := fmt.Sprint(read.IDs(record.Units)); got != "[account eur eur-per-year]" {
		t.Errorf("got %s", got)
	}
}

func TestPlaces(t *testing.T) {
	read, _ := load(t, map[string]string{"series/orders.yaml": series})
	ref := record.Ref{Kind: record.SeriesKind, ID: "orders"}
	for path, want := range map[string]string{
		"":                              "data/series/orders.yaml:2:1",
		"measure":                       "data/series/orders.yaml:2:10",
		"title":                         "data/series/orders.yaml:5:1",
		"title/en":                      "data/series/orders.yaml:7:7",
		"observations/0":                "data/series/orders.yaml:10:5",
		"observations/0/claims/0":       "data/series/orders.yaml:12:9",
		"observations/0/claims/0/value": "data/series/orders.yaml:13:16",
		"observations/0/claims/1/value": "data/series/orders.yaml:16:26",
		"observations/0/claims/1/at":    "data/series/orders.yaml:16:9", // not written: its parent
		"observations/7/claims/1":       "data/series/orders.yaml:9:1",
		"note/fr":                       "data/series/orders.yaml:2:1",
	} {
		if got := read.Place(ref, path).String(); got != want {
			t.Errorf("%q is placed at %s, want %s", path, got, want)
		}
	}
	if got := read.Place(record.Ref{Kind: record.Offers, ID: "nowhere"}, "name").String(); got != "data/offers/nowhere.yaml" {
		t.Errorf("a record that is not there is placed at %s", got)
	}
}

func TestEveryClaimIsVisitedWithItsPath(t *testing.T) {
	claims := "claims: [{id: %s, source: s, read: 2026-10-01}]\n"
	claim := func(id string) string { return fmt.Sprintf(claims, id) }
	read, _ := load(t, map[string]string{
		"series/orders.yaml":  series,
		"providers/host.yaml": "name: Host\nincorporation:\n  country: FR\n  " + claim("incorporation") + "control:\n  - by: X\n    country: FR\n    extent: whole\n    " + claim("control") + claim("host"),
		"qualifications/q.yaml": "offer: o\nscheme: secnumcloud\nstage: granted\n" + claim("q") +
			"ended:\n  on: 2026-01-01\n  " + claim("ended") + "milestones:\n  - name: J0\n    on: 2025\n    " + claim("j0"),
		"commitments/c.yaml": "title: x\nwording: x\nby: x\nannounced: 2020\nevidence:\n  - on: 2021\n    kept: yes\n    why: x\n    " + claim("evidence") + claim("c"),
	})
	var got []string
	read.EachClaim(func(owner record.Ref, path string, c *record.Claim) {
		got = append(got, owner.String()+" "+path+" "+c.ID)
	})
	want := `providers/host incorporation/claims/0 incorporation
providers/host control/0/claims/0 control
providers/host claims/0 host
qualifications/q milestones/0/claims/0 j0
qualifications/q ended/claims/0 ended
qualifications/q claims/0 q
series/orders observations/0/claims/0 one
series/orders observations/0/claims/1 two
commitments/c evidence/0/claims/0 evidence
commitments/c claims/0 c`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestEveryReferenceIsVisitedWithTheKindThatItNames(t *testing.T) {
	read, _ := load(t, map[string]string{
		"events/e.yaml": "on: 2024\nkind: report\ntitle: x\norganisations: [a, b]\nproviders: [p]\n" +
			"withdrawn: {on: 2026-01-01, reason: {fr: x, en: x}, replaced_by: f}\nclaims: [{id: c, source: s, unit: u, read: 2026-10-01}]\n",
	})
	var got []string
	read.EachReference(func(_ record.Ref, path string, names record.Ref) { got = append(got, path+"="+names.String()) })
	want := "withdrawn/replaced_by=events/f organisations/0=organisations/a organisations/1=organisations/b providers/0=providers/p claims/0/unit=units/u claims/0/source=sources/s"
	if strings.Join(got, " ") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
}
