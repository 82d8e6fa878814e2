package check_test

import (
	"strings"
	"testing"
)

func TestARowOfTheCatalogueWithoutRecordIsReportedWithTheRecordToWrite(t *testing.T) {
	project := valid(t)
	project["data/collected/example-catalogue.csv"] += `2026-9,Hébergeur d'exemple,Nouveau nuage,SaaS,2026-08-01,2029-08-01,2026-10-01,,0000000000000000000000000000000000000000000000000000000000000000,"p. 63, l. 2"` + "\n"
	found := project.check(t, asOf)
	if len(found) != 1 || found[0].Rule != "catalogue" || found[0].File != "data/sources/example-catalogue.yaml" || found[0].Line == 0 {
		t.Fatalf("got %v", found)
	}
	for _, want := range []string{`"Nouveau nuage"`, "2026-9", "data/collected/example-catalogue.csv:3"} {
		if !strings.Contains(found[0].Message, want) {
			t.Errorf("the message lacks %s: %s", want, found[0].Message)
		}
	}
	head, record, _ := strings.Cut(found[0].Hint, ":\n")
	if head != "write data/qualifications/nouveau-nuage-2026.yaml" {
		t.Errorf("the hint starts with %q", head)
	}
	project["data/offers/nouveau-nuage.yaml"] = "name: Nouveau nuage\nprovider: example-host\ntier: dedicated\n"
	project["data/qualifications/nouveau-nuage-2026.yaml"] = record
	for _, p := range project.check(t, asOf) {
		t.Errorf("once it is written: %s", inWords(p))
	}
}

func TestADifferenceWithTheCatalogueIsReportedWithBothValuesAtTheLineOfTheRecord(t *testing.T) {
	project := valid(t)
	file := "data/qualifications/example-cloud-2024.yaml"
	project[file] = strings.Replace(project[file], "until: 2027-03-01", "until: 2027-03-02", 1)
	found := project.check(t, asOf)
	if len(found) != 1 || found[0].File != file || found[0].Line != 5 {
		t.Fatalf("got %v", found)
	}
	for _, want := range []string{"2027-03-02", "2027-03-01", "data/collected/example-catalogue.csv:2"} {
		if !strings.Contains(found[0].Message, want) {
			t.Errorf("the message lacks %s: %s", want, found[0].Message)
		}
	}
}
