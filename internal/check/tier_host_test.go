package check_test

import (
	"strings"
	"testing"
)

// The hosts of these tests are made up: what is qualified is found in the data, and
// no name of a host is written in the rule.

const hostAlone = `# data/migrations/example-extra.yaml
organisation: example-ministry
service: Exemple
tier: external
tier_from: deduced-from-host
providers: [plain-host]
hosting_qualification: [{scheme: example-scheme, standing: unknown}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - {id: example-extra-1, source: example-report, read: 2026-10-01}
# data/providers/plain-host.yaml
name: Hébergeur sans qualification
incorporation:
  country: FR
  claims:
    - {id: plain-host-incorporation, source: common-knowledge, read: 2026-10-01}
`

func TestAHostHasSeveralTiersOnceSomethingOfItsIsQualified(t *testing.T) {
	platform := "# data/offers/plain-platform.yaml\nname: Plateforme\nprovider: plain-host\ntier: dedicated\nbuilt_on: example-cloud\n" +
		"# data/qualifications/plain-base.yaml\noffer: example-cloud\nscheme: example-scheme\nstage: granted\ndecision: {number: \"8\"}\nperiod: {from: 2026-03-01, until: 2029-03-01}\nclaims:\n  - {id: plain-base-1, source: example-report, read: 2026-10-01}\n"
	request := "# data/offers/plain-request.yaml\nname: Demande\nprovider: plain-host\ntier: dedicated\n" +
		"# data/qualifications/plain-request.yaml\noffer: plain-request\nscheme: example-scheme\nstage: in-progress\nclaims:\n  - {id: plain-request-1, source: example-report, read: 2026-10-01}\n"
	granted := strings.Replace(request, "stage: in-progress", "stage: granted\ndecision: {number: \"7\"}\nperiod: {from: 2026-03-01, until: 2029-03-01}", 1)
	documented := `# data/migrations/example-other.yaml
organisation: example-ministry
service: Autre exemple
tier: dedicated
tier_from: stated
providers: [plain-host, example-host]
hosting_qualification: [{scheme: example-scheme, standing: infrastructure-only}]
statuses:
  - status: live
    on: "2025"
    dating: documented
    claims:
      - {id: example-other-1, source: example-report, read: 2026-10-01}
`
	for name, c := range map[string]struct {
		beside string
		trips  bool
	}{
		"nothing is known of it":                           {"", false},
		"a request for a qualification":                    {request, false},
		"a qualification":                                  {granted, true},
		"a platform on a qualified offer":                  {platform, true},
		"a documented service on qualified infrastructure": {documented, true},
	} {
		t.Run(name, func(t *testing.T) {
			tripped := false
			for _, p := range valid(t).with(hostAlone+c.beside).check(t, asOf) {
				if p.Rule != "tier-host" {
					t.Errorf("another rule: %s", inWords(p))
				}
				tripped = tripped || p.Rule == "tier-host" && strings.Contains(p.Message, "plain-host")
			}
			if tripped != c.trips {
				t.Errorf("tripped: %v, want %v", tripped, c.trips)
			}
		})
	}
}

func TestAPlatformHasTheTierOfWhatItIsBuiltOn(t *testing.T) {
	apart := "# data/offers/plain-platform.yaml\nname: Plateforme\nprovider: example-host\ntier: external\nbuilt_on: example-cloud\n"
	found := valid(t).with(apart).check(t, asOf)
	if len(found) != 1 || found[0].Rule != "tier-qualification" || !strings.Contains(found[0].Message, "example-cloud") {
		t.Errorf("an external platform on a dedicated offer: %v", found)
	}
}
