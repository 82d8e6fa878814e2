package check_test

import (
	"strings"
	"testing"
)

func TestALocalAuthorityIsComparedWithItsList(t *testing.T) {
	// Both lists are made up; the numbers have right keys.
	const state = `# Written by vigie collect: a change made by hand is lost.
source: %s
state: good
reader: "%r"
version: 1
under: "made up"
columns:
  - {name: %k, kind: code, key: true, label: {fr: "Clé", en: "Key"}}
  - {name: nom, kind: text, title: true, label: {fr: "Nom", en: "Name"}}
  - {name: %o, kind: code, label: {fr: "Autre", en: "Other"}}
`
	lists := valid(t)
	for _, l := range [][5]string{
		{"example-communes", "cog-communes", "code", "siren", "01001,Val-Dieu,111111118\n01002,Val-Dieu-la-Forêt,222222226"},
		{"example-groupings", "cog-epci", "siren", "type", "333333334,CC du Val,CC"},
	} {
		lists["data/collected/"+l[0]+".state.yaml"] = strings.NewReplacer("%s", l[0], "%r", l[1], "%k", l[2], "%o", l[3]).Replace(state)
		rows := strings.ReplaceAll(l[4], "\n", ",2026-10-01,,,\n") + ",2026-10-01,,,\n"
		lists["data/collected/"+l[0]+".csv"] = l[2] + ",nom," + l[3] + ",first_seen,gone_since,snapshot,at\n" + rows
	}
	for _, p := range lists.check(t, asOf) {
		t.Fatalf("before anything is broken: %s", inWords(p))
	}
	tests := []struct{ name, record, path, message, hint string }{
		{"right by its code", "name: Commune de Val-Dieu\nkind: commune\nidentifiers: [{kind: cog, value: \"01001\"}]\n", "", "", ""},
		{"right by both", "name: Commune de Val-Dieu\nkind: commune\nidentifiers:\n  - {kind: cog, value: \"01001\"}\n  - {kind: siren, value: \"111111118\"}\n", "", "", ""},
		{"a grouping", "name: Communauté de communes du Val (CC)\nkind: intercommunality\nidentifiers: [{kind: siren, value: \"333333334\"}]\n", "", "", ""},
		{"a kind that is not listed", "name: Département d'exemple\nkind: departement\nidentifiers: [{kind: cog, value: \"01\"}]\n", "", "", ""},
		{"a code of no commune", "name: Commune de Val-Dieu-la-Forêt\nkind: commune\nidentifiers: [{kind: cog, value: \"01003\"}]\n", ":3:34", "in no line of data/collected/example-communes.csv", "did you mean 01002, Val-Dieu-la-Forêt?"},
		{"the code of another commune", "name: Commune de Val-Dieu-la-Forêt\nkind: commune\nidentifiers: [{kind: cog, value: \"01001\"}]\n", ":3:34", `is that of "Val-Dieu"`, "did you mean 01002, Val-Dieu-la-Forêt?"},
		{"the SIREN of another commune", "name: Commune de Val-Dieu\nkind: commune\nidentifiers:\n  - {kind: cog, value: \"01001\"}\n  - {kind: siren, value: \"222222226\"}\n", ":5:26", "whose SIREN is 111111118 and not 222222226", "names another body"},
		{"a SIREN of no grouping", "name: Métropole d'exemple\nkind: intercommunality\nidentifiers: [{kind: siren, value: \"222222226\"}]\n", ":3:36", "in no line of data/collected/example-groupings.csv", ""},
		{"the SIREN of a commune with another name", "name: Montagne\nkind: commune\nidentifiers: [{kind: siren, value: \"222222226\"}]\n", ":3:36", `is that of "Val-Dieu-la-Forêt"`, "read the number again"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := lists.with("# data/organisations/example-place.yaml\n"+tt.record).check(t, asOf)
			if tt.message == "" {
				for _, p := range found {
					t.Error(inWords(p))
				}
				return
			}
			if len(found) != 1 || found[0].Rule != "listed-territory" || !strings.HasSuffix(found[0].Place.String(), tt.path) ||
				!strings.Contains(found[0].Message, tt.message) || !strings.Contains(found[0].Hint, tt.hint) {
				t.Errorf("got %v, want at %s %q, %q", found, tt.path, tt.message, tt.hint)
			}
		})
	}
}
