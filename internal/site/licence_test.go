package site_test

import (
	"encoding/json"
	"strings"
	"testing"

	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// By the specification, a resource without licences has those of its package
// (https://datapackage.org/standard/data-resource/#licenses): a list of others needs its own, known or not.
func TestEachListOfOthersHasTermsOfItsOwn(t *testing.T) {
	s := changed(t, func(c *config.Config) { c.Formats = []config.Format{config.XLSX} }, nil)
	s.Rehearsal = true // the files are listed, and not made
	licences := map[string]string{}
	for _, r := range described(t, s).Resources {
		list, ok := strings.CutPrefix(r.Path, s.Placed().Collected)
		switch id, _, _ := strings.Cut(list, "."); {
		case !ok && len(r.Licenses) > 0:
			t.Errorf("%s is not on the terms of the package: %v", r.Path, r.Licenses)
		case !ok:
		case len(r.Licenses) != 1:
			t.Errorf("%s has the terms of the package", r.Path)
		default:
			licences[id] = r.Licenses[0].Name
		}
	}
	for _, src := range s.Data.Sources {
		want := strings.Replace(src.Licence, "unknown", export.UnknownLicence, 1)
		if src.Collected != nil && licences[src.ID] != want {
			t.Errorf("%s has the licence %q, want %q", src.ID, licences[src.ID], want)
		}
	}
	if licences["anssi-catalogue"] != export.UnknownLicence {
		t.Error("no list is of unknown licence: the test holds little")
	}
}

func TestTheJSONOfAListOfOthersStatesTheirTerms(t *testing.T) {
	s := changed(t, func(c *config.Config) { c.Formats = []config.Format{config.PNG} }, nil) // of charts, none of which is drawn here
	files, err := s.TakeAway(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range files {
		list, ok := strings.CutPrefix(f.Path, s.Placed().Collected)
		id, isJSON := strings.CutSuffix(list, ".json")
		if !ok || !isJSON {
			continue
		}
		seen++
		src := dataset.Find[*dataset.Source](s.Data, record.Sources, id)
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var read struct {
			Meta struct {
				Licence     string
				LicencePath string `json:"licence_path"`
				Schema      string
				Attribution lang.Text
			}
		}
		if err := json.NewDecoder(from).Decode(&read); err != nil {
			t.Fatal(f.Path, err)
		}
		from.Close()
		want := strings.Replace(src.Licence, "unknown", export.UnknownLicence, 1)
		if read.Meta.Licence != want || read.Meta.LicencePath == "" != (want == export.UnknownLicence) {
			t.Errorf("%s has the licence %q (%s), want %q", f.Path, read.Meta.Licence, read.Meta.LicencePath, want)
		}
		if by := read.Meta.Attribution.FR; strings.Contains(by, s.Config.Publisher.Name.FR) || !strings.HasPrefix(by, "Source") {
			t.Errorf("%s is said to be ours: %s", f.Path, by)
		}
		if read.Meta.Schema != "" {
			t.Errorf("%s leads to a schema that is not there: %s", f.Path, read.Meta.Schema)
		}
	}
	if seen == 0 {
		t.Error("there is no list: the test holds nothing")
	}
}

// described is the package of a site.
func described(t *testing.T, s *site.Site) export.Package {
	t.Helper()
	for e := range s.Extras() {
		if e.Path == export.PackagePath {
			var p export.Package
			if err := json.Unmarshal(e.Data, &p); err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	t.Fatal("the site has no package")
	return export.Package{}
}
