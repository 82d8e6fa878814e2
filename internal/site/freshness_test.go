package site_test

import (
	"encoding/json"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func TestALateSourceSaysByHowManyDaysAndProvesIt(t *testing.T) {
	const id = "anssi-catalogue"
	s := changed(t, nil, func(c *corpus.Corpus) {
		for i := range c.Sources {
			if c.Sources[i].ID == id { // the edition held is of 27 January 2026
				c.Sources[i].Cadence, c.Sources[i].Grace = record.HalfYearly, 15
			}
		}
	})
	if f := dataset.Find[*dataset.Source](s.Data, record.Sources, id).Freshness; f.State != dataset.SourceLate || f.Days != 126 {
		t.Fatalf("%+v", f)
	}
	const link = `data-figure="days-late/anssi-catalogue"`
	seen := 0
	for p := range s.Pages() {
		if p.Lang != lang.FR {
			continue
		}
		switch p.Address {
		case "/sources/", "/sources/anssi-catalogue/":
			seen++
			if page := plainSpaces.Replace(whole(t, s, p)); !strings.Contains(page, link) || !strings.Contains(page, "126 jours") || !strings.Contains(page, "depuis le 27 juillet 2026") {
				t.Errorf("%s does not say by how many days it is late", p.Address)
			}
		case "/preuves/days-late/anssi-catalogue/":
			seen++
			if frame := s.Frame(p, ""); frame.Holds == nil || !frame.Holds.OneDay {
				t.Error("a count of days holds for that day alone, and its proof does not say so")
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d of 3 pages", seen)
	}
}

func TestProgramsLearnHowEverySourceStands(t *testing.T) {
	s := real(t, nil)
	var status struct {
		AsOf    string `json:"as_of"`
		Sources []struct {
			Source, State, Since, Heard, Due string
			Collected                        *struct{ Visit string }
		}
	}
	if err := json.Unmarshal([]byte(extras(s)["etat.json"]), &status); err != nil {
		t.Fatal(err)
	}
	if status.AsOf != asOf.String() || len(status.Sources) != len(s.Data.Sources) {
		t.Errorf("as of %s, %d sources of %d", status.AsOf, len(status.Sources), len(s.Data.Sources))
	}
	for i, one := range status.Sources {
		src := s.Data.Sources[i]
		f := src.Freshness
		if one.Source != src.ID || one.State != string(f.State) || one.Since != f.Since.String() || one.Heard != f.Heard.String() || one.Due != f.Due.String() {
			t.Errorf("%+v, want %s %+v", one, src.ID, f)
		}
		if (src.Collect != nil || src.Collected != nil) != (one.Collected != nil) {
			t.Errorf("%s: its visits: %+v", src.ID, one.Collected)
		}
	}
}
