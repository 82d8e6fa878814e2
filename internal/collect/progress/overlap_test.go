package progress_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/progress"
)

// Names as they were printed in both lists: whether two names are one provider is
// what this is about.
func TestTheCataloguePrevails(t *testing.T) {
	catalogue := []progress.Listed{
		{"OVH", "Bare Metal Pod"}, {"OVHcloud", "SNC Cloud Platform"}, {"Numspot", ""}, {"Cegedim", "CegNumCloud Secured IaaS"},
		{"Orange Business Services", "Cloud Avenue SecNum"}, {"Cloud Solutions (Wimi)", "Wimi"}, {"Cloud Temple", "PaaS Openshift"},
	}
	for name, one := range map[string]struct {
		listed progress.Listed
		want   []progress.Listed
		same   bool
	}{
		"the same service under another form of the name": {progress.Listed{"OVH SAS", "SNC cloud platform"}, catalogue[:2], true},
		"the same provider, a service that is not said":   {progress.Listed{"NumSpot", ""}, catalogue[2:3], false},
		"the same provider, another service":              {progress.Listed{"Cegedim.cloud", "Autre nuage"}, catalogue[3:4], false},
		"a longer name":                                   {progress.Listed{"Orange Business", ""}, catalogue[4:5], false},
		"a brand within a name":                           {progress.Listed{"Wimi", "Wimi"}, catalogue[5:6], true},
		"a provider that is not in it":                    {progress.Listed{"BLUE", ""}, nil, false},
		"a name that only shares a common word":           {progress.Listed{"Cloud", ""}, nil, false},
		"a name that begins the same":                     {progress.Listed{"Bleu SAS", ""}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := progress.Overlaps([]progress.Listed{{"Scaleway", ""}, one.listed}, catalogue)
			var want []progress.Overlap
			if one.want != nil {
				want = []progress.Overlap{{InProgress: one.listed, Catalogue: one.want, Same: one.same}}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
