package tabular_test

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"vigie/internal/value/tabular"
)

var layout = tabular.Layout{
	Take: []tabular.Column{
		{Name: "project", Called: []string{"Projet", "Nom du projet"}},
		{Name: "cost", Called: []string{"Coût complet estimé", "Coût estimé"}},
		{Name: "band", Called: []string{"Coût estimé par tranche"}, Optional: true},
	},
	Leave: []string{"En savoir plus"},
}

func TestColumnsAreFoundByName(t *testing.T) {
	h := layout.Match([]string{"EN SAVOIR  PLUS", " cout estime\u00a0", "", "NOM DU PROJET", "Humeur", "Coût complet estimé"})
	row := []string{"lien", "12", "", "Essai"}
	for name, want := range map[string]string{"project": "Essai", "cost": "12", "band": ""} {
		if got := h.Cell(row, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if !slices.Equal(h.Unread, []string{"Humeur"}) || !slices.Equal(h.Twice, []string{"Coût complet estimé"}) || h.Missing != nil {
		t.Errorf("reports %+v", h)
	}
	if h := layout.Match([]string{"Project"}); !slices.Equal(h.Missing, []string{"Projet", "Coût complet estimé"}) || h.Cell(row, "cost") != "" {
		t.Errorf("of a renamed table it reports %+v", h)
	}
}

func TestNumbersAreReadAsWritten(t *testing.T) {
	for in, want := range map[string]string{
		"1 234,50": "1234.50", "1\u202f234": "1234", "1Â\u00a0234,5": "1234.5", "53.7058": "53.7058", "007": "7", "-0,5": "-0.5", "1e+05": "100000",
		"2.5e-3": "0.0025", "0": "0", "8.83333333333333": "8.83333333333333", "−3": "-3",
		"": "", "1.234,5": "", "12 M€": "", "NaN": "", "1e999": "", "0x10": "", "1_000": "", ",5": "",
	} {
		got, ok := tabular.Decimal(in)
		if got != want || ok != (want != "") {
			t.Errorf("%q gives %q, %v; want %q", in, got, ok, want)
		}
	}
	if got, ok := tabular.Percent("99,9\u00a0%"); !ok || got != "99.9" {
		t.Errorf("a share gives %q, %v", got, ok)
	}
}

func TestDatesAreReadAsPreciselyAsWritten(t *testing.T) {
	for in, want := range map[string]string{
		"octobre 14": "2014-10", "Août 2021": "2021-08", "1er juillet 2026": "2026-07-01", "30/11/2026": "2026-11-30",
		"1/2/2016": "2016-02-01", "2013-07-01": "2013-07-01", "déc. 20": "2020-12", "2024": "2024",
		"31 July 2026": "2026-07-31", "March 3, 2026": "2026-03-03", "Sept. 3rd, 2026": "2026-09-03", "3rd of May 2026": "2026-05-03",
		"31-Jul-2026": "2026-07-31", "July 2026": "2026-07", "3 Mar 2026": "2026-03-03", "31 Juni 2026": "", "30th July": "",
		"": "", "31/02/2020": "", "octobre": "", "brumaire 14": "", "en cours": "",
	} {
		got, ok := tabular.Date(in)
		if got.String() != want || ok != (want != "") {
			t.Errorf("%q gives %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestNamesFold(t *testing.T) {
	for in, want := range map[string]string{
		"Ministère de l’Économie": "ministere de l'economie", "PROJAE – AXONE": "projae - axone", " Œuvre\u00a0: X ": "oeuvre : x",
		"CoÃ»t complet estimÃ©": "cout complet estime", "Cou\u0302t": "cout",
	} {
		if got := tabular.Fold(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestAListIsReadElementByElement(t *testing.T) {
	members := tabular.Members{Take: []string{"a"}, Leave: []string{"b"}}
	var tally tabular.Tally
	var got []string
	err := tabular.Each(strings.NewReader(`[{"a":"x","d":1},{"a":1.50,"b":[],"d":2,"c":null},{}]`), func(i int, o map[string]json.RawMessage) error {
		text, ok := tabular.Text(o["a"])
		if !ok {
			t.Error("a is not text")
		}
		got = append(got, text)
		for _, name := range members.Unread(o) {
			tally.Add(name, string(o[name]))
		}
		return nil
	})
	if err != nil || !slices.Equal(got, []string{"x", "1.50", ""}) {
		t.Error(got, err)
	}
	if want := []tabular.Left{{What: "c", Count: 1, Example: "null"}, {What: "d", Count: 2, Example: "1"}}; !slices.Equal(tally.List(), want) {
		t.Errorf("left %v", tally.List())
	}
	if _, ok := tabular.Text([]byte(`{"a":1}`)); ok {
		t.Error("an object is taken for a text")
	}
}

func TestADocumentThatIsNoListIsAnError(t *testing.T) {
	none := func(int, map[string]json.RawMessage) error { return nil }
	for name, doc := range map[string]string{
		"nothing": "", "an object": `{}`, "a page": "<!doctype html>", "a list that ends within": `[{"a":1},`, "a number in it": `[1]`,
		"a null in it": `[null]`, "a second list": `[][]`,
	} {
		if tabular.Each(strings.NewReader(doc), none) == nil {
			t.Errorf("%s is taken for a list", name)
		}
	}
	stop := errors.New("stop")
	if err := tabular.Each(strings.NewReader(`[{}]`), func(int, map[string]json.RawMessage) error { return stop }); err != stop {
		t.Error(err)
	}
}

func TestTextsComeInUTF8(t *testing.T) {
	for name, one := range map[string]struct{ text, charset, want string }{
		"announced rightly":          {"Coût", "utf-8", "Coût"},
		"guessed wrongly":            {"Coût", "windows-1252", "Coût"},
		"of an old spreadsheet":      {"Co\xfbt 5\x80", "windows-1252", "Coût 5€"},
		"with a mark":                {"\xef\xbb\xbfCoût", "utf-8", "Coût"},
		"in sixteen bits":            {"\xff\xfeC\x00o\x00", "utf-16le", "Co"},
		"announced as UTF-8, is not": {"Co\xfbt", "utf-8", ""},
		"of which nothing known":     {"Co\xfbt", "", ""},
	} {
		got, err := tabular.UTF8([]byte(one.text), one.charset)
		if string(got) != one.want || (err == nil) != (one.want != "") {
			t.Errorf("a text %s gives %q, %v", name, got, err)
		}
	}
	if _, err := io.ReadAll(tabular.JSON(strings.NewReader("[\"Co\xfbt\"]"))); err == nil {
		t.Error("JSON that is not UTF-8 is read")
	}
	if got, err := io.ReadAll(tabular.JSON(strings.NewReader("\xef\xbb\xbf[]"))); err != nil || string(got) != "[]" {
		t.Error(string(got), err)
	}
}

func TestNamesOfColumnsAreFoundAsPeopleReadThem(t *testing.T) {
	layout := tabular.Layout{Take: []tabular.Column{{Name: "siren", Called: []string{"N° SIREN"}}}}
	for _, name := range []string{"Nº SIREN", "No Siren", "N° SIREN ▲", "n°\u202fsiren ↕", "N°Â\u00a0SIREN"} {
		if head := layout.Match([]string{name}); !head.Has("siren") {
			t.Errorf("%q is not found", name)
		}
	}
}
