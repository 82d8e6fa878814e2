package indicator_test

import (
	"strings"
	"testing"

	"vigie/internal/indicator"
)

// Made-up services of all the ways that a host is known or not.
var hostings = bodies + provider("alpha", "FR", "US whole") + provider("beta", "FR") + provider("gamma", "DE") +
	"-- data/offers/harbour.yaml --\nname: Harbour\noperator: navy\ntier: internal\nmodels: [IaaS]\n" +
	from(service("a", "treasury", "external", "live 2024"), "tier_from: stated\nproviders: [alpha]") +
	from(service("b", "treasury", "external", "live 2024"), "tier_from: deduced-from-host\nproviders: [beta]") +
	from(service("c", "maps", "unknown", "live 2024"), "tier_unknown: offer-unnamed\nproviders: [beta, gamma]") +
	from(service("d", "maps", "unknown", "live 2024"), "tier_unknown: host-unnamed\nprovider_unknown: not-found") +
	from(service("e", "maps", "own-means", "live 2024"), "provider_unknown: not-applicable") +
	from(service("f", "navy", "internal", "live 2024"), "offer: harbour") +
	from(service("g", "treasury", "internal", "live 2024"), "offer: harbour") +
	from(service("h", "treasury", "external", "planned 2024"), "providers: [alpha]")

func TestServicesAreFollowedFromTheirBodyToTheCountryInControlOfTheirHost(t *testing.T) {
	r := check(t, read(t, hostings, "2025-01-01"), "hosting-flows",
		"organisation-kind: state=0 ministry=4 central-administration=0 operator=3 public-establishment=0 "+
			"public-interest-group=0 social-security=0 hospital=0 public-company=0 region=0 departement=0 "+
			"intercommunality=0 commune=0 local-authority=0 independent-authority=0 parliament=0",
		"tier-shown: internal=2 dedicated=0 dedicated-deduced=0 external=1 external-deduced=1 own-means=1 mixed=0 unknown=2",
		"hosted-by: own=2 alpha=1 beta=1 body-navy=1 several=1 unknown=1",
		"host-control: public=3 FR-register=1 US=1 several=1 unknown=1",
		"organisation-kind-to-tier-shown: ministry-to-internal=2 ministry-to-external=1 "+
			"ministry-to-external-deduced=1 operator-to-own-means=1 operator-to-unknown=2",
		"tier-shown-to-hosted-by: internal-to-own=1 internal-to-body-navy=1 external-to-alpha=1 "+
			"external-deduced-to-beta=1 own-means-to-own=1 unknown-to-several=1 unknown-to-unknown=1",
		"hosted-by-to-host-control: own-to-public=2 alpha-to-US=1 beta-to-FR-register=1 body-navy-to-public=1 "+
			"several-to-several=1 unknown-to-unknown=1")
	covers(t, r, 5, 7)
	if f := r.Line("tier-shown-to-hosted-by").Point("internal-to-own").Figure; records(f) != "f" {
		t.Errorf("the flow counts %s, not f", records(f))
	}
	names := map[string]string{"alpha": "Alpha", "own": "The body itself", "body-navy": "Navy", "unknown": "Unknown host"}
	for key, want := range names {
		if got := r.Line("hosted-by").Point(key).Label.EN; !strings.EqualFold(got, want) {
			t.Errorf("the host %s is called %q, not %q", key, got, want)
		}
	}
	if got := r.Line("host-control").Point("FR-register").Label.EN; got != "France, by registration alone" {
		t.Errorf("a country that is only that of registration is called %q", got)
	}
}

func TestWhatIsUnknownKeepsItsPlaceAndItsPaleColour(t *testing.T) {
	r := answer(t, read(t, hostings, "2025-01-01"), "hosting-flows")
	for line, point := range map[string]string{"tier-shown": "unknown", "hosted-by": "unknown", "host-control": "unknown",
		"organisation-kind-to-tier-shown": "operator-to-unknown", "hosted-by-to-host-control": "unknown-to-unknown"} {
		if p := r.Line(line).Point(point); p.Role != "unknown" {
			t.Errorf("%s %s is drawn as %q", line, point, p.Role)
		}
	}
}

// Each service stands once at each stage: whatever comes into a place goes out of it.
func TestWhatComesIntoAPlaceGoesOutOfIt(t *testing.T) {
	r := answer(t, read(t, hostings, "2025-01-01"), "hosting-flows")
	at := func(l indicator.Line, end int, key string) (n int) {
		for _, p := range l.Points {
			if p.Ends[end] == key {
				n += len(p.Figure.Rests.Records)
			}
		}
		return n
	}
	for _, step := range r.Lines {
		if step.Joins[0] == "" {
			continue
		}
		for end, stage := range step.Joins {
			for _, p := range r.Line(stage).Points {
				if got, want := at(step, end, p.Key), len(p.Figure.Rests.Records); got != want {
					t.Errorf("%s: %d services at %s of %s, where %d stand", step.Key, got, p.Key, stage, want)
				}
			}
		}
	}
}

func TestAFlowOfNothingIsUnknownAndNotZero(t *testing.T) {
	r := answer(t, read(t, bodies, "2025-01-01"), "hosting-flows")
	if len(r.Lines) != 4 {
		t.Errorf("without a service: %s", grid(r))
	}
	for _, l := range r.Lines {
		for _, p := range l.Points {
			if p.Figure.Known() {
				t.Errorf("without a service, %s %s is %s", l.Key, p.Key, show(p.Figure))
			}
		}
	}
}
