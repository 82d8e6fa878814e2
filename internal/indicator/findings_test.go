package indicator_test

import (
	"strings"
	"testing"

	"vigie/internal/indicator"
)

// hosted writes a running service with what its source says of its host.
func hosted(tier, on, secnumcloud, rest string) string {
	s := strings.Replace(service("s", "treasury", tier, "live "+on), "secnumcloud: unknown", "secnumcloud: "+secnumcloud, 1)
	return s + rest + "\n"
}

func TestAFindingAsksAndAccusesNobody(t *testing.T) {
	const iaas, other, host = "offer: cirrus-iaas\nproviders: [cirrus]", "offer: cirrus-new\nproviders: [cirrus]", "providers: [cirrus]"
	catalogue := strings.Replace(catalogue, qualified("other", "cirrus-other", undatedOther), "", 1) // which has no term to pass
	nobody := provider("nobody", "FR")
	tests := []struct {
		name, service, day string
		want               indicator.Verdict
		why                string
	}{
		{"said qualified, on an offer that is", hosted("dedicated", "2026-06", "qualified", iaas), "2026-11-23", indicator.Consistent, "l’offre l’est"},
		{"said qualified, on a host that has a qualified offer", hosted("dedicated", "2026-06", "qualified", host), "2026-11-23", indicator.Consistent, "n’est pas nommée"},
		{"said qualified, on another offer of such a host", hosted("dedicated", "2026-06", "qualified", other), "2026-11-23", indicator.Consistent, "rien de lu ne dit si elle couvre"},
		{"said qualified, on a host without any", hosted("dedicated", "2026-06", "qualified", "providers: [nobody]"), "2026-11-23", indicator.ToExplain, "aucune qualification en vigueur"},
		{"said qualified, host not named", hosted("dedicated", "2026-06", "qualified", "provider_unknown: not-published"), "2026-11-23", indicator.CannotTell, "sans nommer"},
		{"said qualified, once the term read has passed", hosted("dedicated", "2026-06", "qualified", iaas), "2029-01-01", indicator.CannotTell, "renouvellement n’a pas été lu"},
		{"said qualified, on another offer, once the term of its host has passed", hosted("dedicated", "2026-06", "qualified", other), "2029-01-01", indicator.CannotTell, "renouvellement n’a pas été lu"},
		{"said qualified before the first catalogue that was read", hosted("dedicated", "2025-12-31", "qualified", iaas), "2026-11-23", indicator.CannotTell, "plus ancienne"},
		{"on qualified infrastructure, itself not qualified", hosted("dedicated", "2026-06", "infrastructure-only", iaas), "2026-11-23", indicator.ToExplain, "pas qualifiée elle-même"},
		{"in progress then, and still", hosted("dedicated", "2026-06", "in-progress", other), "2026-11-23", indicator.ToExplain, "rien de lu ne montre"},
		{"in progress then, qualified since", hosted("dedicated", "2026-06", "in-progress", iaas), "2026-11-23", indicator.Consistent, "est qualifiée"},
		{"not qualified", hosted("dedicated", "2026-06", "not-qualified", host), "2026-11-23", indicator.ToExplain, "n’est pas qualifié"},
		{"qualified in part", hosted("dedicated", "2026-06", "differs", host), "2026-11-23", indicator.CannotTell, "Une partie"},
		{"nothing said, offer not named", hosted("dedicated", "2026-06", "unknown", host), "2026-11-23", indicator.CannotTell, "ne nomme pas l’offre"},
		{"nothing said, the offer named is qualified", hosted("dedicated", "2026-06", "unknown", iaas), "2026-11-23", indicator.Consistent, "l’offre qu’elle nomme"},
		{"sensitive, in an internal cloud", hosted("internal", "2026-06", "not-applicable", "sensitivity: sensitive"), "2026-11-23", indicator.Consistent, "cloud interne"},
		{"sensitive, on own machines", hosted("own-means", "2026-06", "not-applicable", "sensitivity: particular-sensitivity"), "2026-11-23", indicator.CannotTell, "ne concerne pas"},
		{"sensitive, on an external offer that is not qualified", hosted("external", "2026-06", "not-qualified", "sensitivity: sensitive\n"+host), "2026-11-23", indicator.ToExplain, "n’est pas qualifié"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := indicator.Findings(read(t, bodies+catalogue+nobody+tt.service, tt.day))
			if len(found) != 1 || found[0].Verdict != tt.want || !strings.Contains(found[0].Why.FR, tt.why) {
				t.Errorf("got %+v, want %s because %s", found, tt.want, tt.why)
			}
		})
	}
}

func TestOnlyRunningDedicatedOrSensitiveServicesAreLookedAt(t *testing.T) {
	for name, s := range map[string]string{
		"external and not said sensitive": hosted("external", "2026-06", "not-qualified", ""),
		"said of low sensitivity":         hosted("external", "2026-06", "not-qualified", "sensitivity: less-sensitive"),
		"only announced":                  service("s", "treasury", "dedicated", "announced 2026-06"),
	} {
		t.Run(name, func(t *testing.T) {
			if found := indicator.Findings(read(t, bodies+catalogue+s, "2026-11-23")); len(found) != 0 {
				t.Errorf("found %+v", found)
			}
		})
	}
}

func TestFindingsAreCountedByVerdict(t *testing.T) {
	dedicated := hosted("dedicated", "2026-06", "infrastructure-only", "")
	r := check(t, read(t, bodies+catalogue+dedicated, "2026-11-23"), "findings",
		"dedicated: consistent=0 to-be-explained=1 cannot-be-told=0")
	covers(t, r, 1, 1)
	if !strings.Contains(notes(r), "rien n’en est compté") {
		t.Errorf("no source says anything sensitive, and the notes say so: %s", notes(r))
	}
	sensitive := strings.Replace(service("t", "treasury", "internal", "live 2026-06"), "secnumcloud: unknown", "secnumcloud: not-applicable\nsensitivity: sensitive", 1)
	check(t, read(t, bodies+catalogue+dedicated+sensitive, "2026-11-23"), "findings",
		"dedicated: consistent=0 to-be-explained=1 cannot-be-told=0",
		"sensitive: consistent=1 to-be-explained=0 cannot-be-told=0")
}
