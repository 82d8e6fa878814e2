package indicator_test

import (
	"fmt"
	"strings"
	"testing"
)

const bodies = `
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/organisations/navy.yaml --
name: Navy
kind: ministry
-- data/organisations/maps.yaml --
name: Maps
kind: operator
-- data/organisations/north.yaml --
name: North
kind: region
`

// service writes one service; statuses are "live 2024", "live 2024 event" or "live".
func service(id, body, tier string, statuses ...string) string {
	s := fmt.Sprintf("-- data/migrations/%s.yaml --\norganisation: %s\nservice: Service %s\ntier: %s\nhosting_qualification: [{scheme: secnumcloud, standing: unknown}]\nstatuses:\n", id, body, id, tier)
	for i, st := range statuses {
		words := strings.Fields(st)
		s += fmt.Sprintf("  - status: %s\n", words[0])
		if len(words) > 1 {
			s += fmt.Sprintf("    on: %q\n", words[1])
		}
		dating := "documented"
		if len(words) > 2 {
			dating = words[2]
		}
		s += fmt.Sprintf("    dating: %s\n    claims: [{id: %s-%d, source: gazette, read: 2026-01-01}]\n", dating, id, i)
	}
	return s
}

var services = bodies +
	service("a", "treasury", "internal", "live 2023") +
	service("b", "treasury", "dedicated", "planned 2022", "live 2024-06-01 event") +
	service("c", "treasury", "external", "live 2024") +
	service("d", "maps", "external", "live 2023", "moved-back 2025") +
	service("e", "maps", "external", "live") +
	service("f", "maps", "own-means", "live 2024") +
	service("g", "navy", "mixed", "announced 2024") +
	service("h", "navy", "unknown", "live 2025") +
	service("i", "treasury", "external", "live 2024") + "withdrawn: {on: 2025-06-01, reason: {fr: Erreur., en: Mistake.}}\n"

func TestTierAdoptionCountsEachServiceInTheYearOfItsFirstDocument(t *testing.T) {
	r := check(t, read(t, services, "2026-06-01"), "tier-adoption",
		"internal: 2023=1 2024=0 2025=0",
		"dedicated: 2023=0 2024=1 2025=0",
		"dedicated-deduced: 2023=0 2024=0 2025=0",
		"external: 2023=1 2024=1 2025=0",
		"external-deduced: 2023=0 2024=0 2025=0",
		"own-means: 2023=0 2024=1 2025=0",
		"offer-unnamed: 2023=0 2024=0 2025=0",
		"untold: 2023=0 2024=0 2025=1",
		"undocumented: 2023=unknown not-collected 2024=unknown not-collected 2025=unknown not-collected")
	if !r.Coverage.Unknown || r.Coverage.Known != 6 {
		t.Errorf("six services placed, out of a total that nobody knows: %+v", r.Coverage)
	}
	if !strings.Contains(notes(r), "déménagement lui-même pour : Service b (Treasury).") {
		t.Errorf("the notes name the service whose move is dated: %s", notes(r))
	}
	if !strings.Contains(notes(r), "l’année manque pour : Service e (Maps).") {
		t.Errorf("the notes name the undated service: %s", notes(r))
	}
	f := r.Line("external").Point("2024").Figure
	if f.ID != "indicator/tier-adoption/external/2024" || records(f) != "c" {
		t.Errorf("figure %s counts %s", f.ID, records(f))
	}
}

func TestTierAdoptionKnowsNothingOfTheFuture(t *testing.T) {
	check(t, read(t, services, "2023-12-31"), "tier-adoption",
		"internal: 2023=1",
		"dedicated: 2023=0",
		"dedicated-deduced: 2023=0",
		"external: 2023=1",
		"external-deduced: 2023=0",
		"own-means: 2023=0",
		"offer-unnamed: 2023=0",
		"untold: 2023=0",
		"undocumented: 2023=unknown not-collected")
}

func TestAWithdrawnServiceCountsUntilItsWithdrawal(t *testing.T) {
	r := answer(t, read(t, services, "2025-05-31"), "tier-adoption")
	if got := records(r.Line("external").Point("2024").Figure); got != "c i" {
		t.Errorf("before its withdrawal: %s", got)
	}
}

func TestTierAdoptionByKindCountsWhatRunsInItsLastKnownState(t *testing.T) {
	r := check(t, read(t, services, "2026-06-01"), "tier-adoption-by-kind",
		"internal: ministry=1 operator=0",
		"dedicated: ministry=1 operator=0",
		"dedicated-deduced: ministry=0 operator=0",
		"external: ministry=1 operator=1",
		"external-deduced: ministry=0 operator=0",
		"own-means: ministry=0 operator=1",
		"offer-unnamed: ministry=0 operator=0",
		"untold: ministry=1 operator=0")
	if !strings.Contains(notes(r), "documenté pour : régions.") {
		t.Errorf("the notes name the kinds without any: %s", notes(r))
	}
}

// from gives a service the origin of its tier, or the reason why it has none.
func from(service, line string) string {
	return strings.Replace(service, "\nhosting_qualification:", "\n"+line+"\nhosting_qualification:", 1)
}

func TestADeducedTierIsCountedApartFromAStatedOne(t *testing.T) {
	apart := bodies +
		from(service("a", "treasury", "external", "live 2024"), "tier_from: stated") +
		from(service("b", "treasury", "external", "live 2024"), "tier_from: deduced-from-host") +
		from(service("c", "navy", "dedicated", "live 2024"), "tier_from: deduced-from-offer") +
		from(service("d", "navy", "dedicated", "live 2024"), "tier_from: deduced-from-address") +
		from(service("e", "navy", "unknown", "live 2024"), "tier_unknown: offer-unnamed") +
		from(service("f", "navy", "unknown", "live 2024"), "tier_unknown: host-unnamed")
	r := check(t, read(t, apart, "2024-12-31"), "tier-adoption",
		"internal: 2024=0",
		"dedicated: 2024=0",
		"dedicated-deduced: 2024=2",
		"external: 2024=1",
		"external-deduced: 2024=1",
		"own-means: 2024=0",
		"offer-unnamed: 2024=1",
		"untold: 2024=1",
		"undocumented: 2024=unknown not-collected")
	if l := r.Line("external-deduced"); l.Role == r.Line("external").Role || !strings.Contains(l.Label.FR, "déduit") {
		t.Errorf("the line of deductions is drawn as %q and called %q", l.Role, l.Label.FR)
	}
	if by := answer(t, read(t, apart, "2024-12-31"), "tier-adoption-by-kind"); by.Coverage.Known != 4 {
		t.Errorf("four services have a tier: %+v", by.Coverage)
	}
	if l := answer(t, read(t, apart, "2024-12-31"), "migration-progress").Line("live"); show(l.Point("ministry").Figure) != "5" {
		t.Errorf("a service whose offer alone is not named is in the cloud, and one whose host is unknown may not be: %s", show(l.Point("ministry").Figure))
	}
}

func TestAPlatformOnQualifiedInfrastructureIsNamedBesideTheChart(t *testing.T) {
	on := strings.Replace(service("a", "treasury", "dedicated", "live 2024"), "hosting_qualification: [{scheme: secnumcloud, standing: unknown}]", "hosting_qualification: [{scheme: secnumcloud, standing: infrastructure-only}]", 1)
	for _, id := range []string{"tier-adoption", "tier-adoption-by-kind"} {
		if r := answer(t, read(t, bodies+on, "2024-12-31"), id); !strings.Contains(notes(r), "pour : Service a (Treasury).") {
			t.Errorf("%s does not name it: %s", id, notes(r))
		}
		if r := answer(t, read(t, services, "2026-06-01"), id); strings.Contains(notes(r), "plateforme posée") {
			t.Errorf("%s names none, and speaks of them: %s", id, notes(r))
		}
	}
}

func TestMigrationProgressCountsTheLastStateOfMovesToTheCloud(t *testing.T) {
	r := check(t, read(t, services, "2026-06-01"), "migration-progress",
		"announced: ministry=1 operator=0",
		"live: ministry=3 operator=1",
		"moved-back: ministry=0 operator=1")
	covers(t, r, 6, 0) // f and h are not in the cloud, i is withdrawn; nobody counts the others

	check(t, read(t, services, "2022-12-31"), "migration-progress",
		"planned: ministry=1 operator=0",
		"live: ministry=0 operator=1") // e bears no date
}

// searched is made up: where services are hosted is asked of every body here; it was
// looked for in vain for the regions at once, and for nobody else.
const searched = `
-- data/measures/hosting.yaml --
title: Hosting
definition: Cases
asked_of: [ministry, operator, region]
answered_by: cases
-- data/organisations/office.yaml --
name: Office
kind: ministry
-- data/organisations/archive.yaml --
name: Archive
kind: operator
-- data/silences/hosting-of-regions.yaml --
title: Hosting of regions
reason: not-found
searched: 2026-01-01
where: {fr: Ici, en: Here}
measure: hosting
kinds: [region]
-- data/silences/hosting-of-others.yaml --
title: Hosting of others
reason: not-collected
searched: 2026-01-01
where: {fr: Ici, en: Here}
measure: hosting
kinds: [ministry]
`

func TestABodyCountsByTheBestThatIsDocumentedOfIt(t *testing.T) {
	r := check(t, read(t, services+searched+service("k", "archive", "own-means", "live 2024"), "2026-06-01"), "bodies-with-migration",
		"live: ministry=1 operator=1 region=0",
		"project: ministry=1 operator=0 region=0",
		"elsewhere: ministry=0 operator=1 region=0",
		"nothing-found: ministry=0 operator=0 region=1",
		"not-searched: ministry=1 operator=0 region=0")
	covers(t, r, 2, 6)
	if got := records(r.Line("project").Point("ministry").Figure); got != "navy" {
		t.Errorf("a project only: %s", got)
	}
}
