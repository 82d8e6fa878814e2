package prevail_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collected"
	"vigie/internal/collected/prevail"
	"vigie/internal/value/cal"
)

// list is what was collected of a list: lines of who and what.
func list(lines ...[]string) *collected.Collected {
	c := &collected.Collected{Columns: []collected.Column{{Name: "who", Key: true, Title: true}, {Name: "other"}, {Name: "what", Title: true}}}
	for _, l := range lines {
		c.Rows = append(c.Rows, collected.Row{Cells: []string{l[0], "x", l[1]}, At: "line of " + l[0]})
	}
	return c
}

// Names as they were printed in both lists of the ANSSI: whether two names are one
// provider is what this is about.
func TestTheListThatPrevailsOvertakesTheOther(t *testing.T) {
	lines := [][]string{
		{"OVH", "Bare Metal Pod"}, {"OVHcloud", "SNC Cloud Platform"}, {"Numspot", ""}, {"Cegedim", "CegNumCloud Secured IaaS"},
		{"Orange Business Services", "Cloud Avenue SecNum"}, {"Cloud Solutions (Wimi)", "Wimi"}, {"Cloud Temple", "PaaS Openshift"},
	}
	for name, one := range map[string]struct {
		line []string
		by   [][]string
		same bool
	}{
		"the same service under another form of the name": {[]string{"OVH SAS", "SNC cloud platform"}, lines[:2], true},
		"the same provider, a service that is not said":   {[]string{"NumSpot", ""}, lines[2:3], false},
		"the same provider, another service":              {[]string{"Cegedim.cloud", "Autre nuage"}, lines[3:4], false},
		"a longer name":                                   {[]string{"Orange Business", ""}, lines[4:5], false},
		"a brand within a name":                           {[]string{"Wimi", "Wimi"}, lines[5:6], true},
		"a provider that is not in it":                    {[]string{"BLUE", ""}, nil, false},
		"a name that only shares a common word":           {[]string{"Cloud", ""}, nil, false},
		"a name that begins the same":                     {[]string{"Bleu SAS", ""}, nil, false},
		"a name that says nothing":                        {[]string{"", ""}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			var want []prevail.Line
			if one.by != nil {
				want = []prevail.Line{{Name: one.line, At: "line of " + one.line[0], By: one.by, Same: one.same}}
			}
			if diff := cmp.Diff(want, prevail.Overtaken(list([]string{"Scaleway", ""}, one.line), list(lines...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsNoLongerListedOvertakesNothing(t *testing.T) {
	catalogue, inProgress := list([]string{"Wimi", "Wimi"}), list([]string{"Wimi", "Wimi"})
	if got := prevail.Overtaken(inProgress, catalogue); len(got) != 1 {
		t.Fatalf("while both list it: %+v", got)
	}
	gone, err := cal.ParseDay("2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]*collected.Collected{"the catalogue": catalogue, "the list": inProgress} {
		c.Rows[0].GoneSince = gone
		if got := prevail.Overtaken(inProgress, catalogue); len(got) > 0 {
			t.Errorf("%s does not list it any more: %+v", name, got)
		}
		c.Rows[0].GoneSince = cal.Day{}
	}
}
