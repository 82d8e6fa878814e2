package indicator_test

import (
	"strings"
	"testing"
)

// provider writes a provider; control is "" or a list of "country extent".
func provider(id, registered string, control ...string) string {
	s := "-- data/providers/" + id + ".yaml --\nname: " + id + "\n"
	if registered != "" {
		s += "incorporation: {country: " + registered + ", claims: [{id: " + id + "-r, source: gazette, read: 2026-01-01}]}\n"
	}
	for i, c := range control {
		if i == 0 {
			s += "control:\n"
		}
		words := strings.Fields(c)
		s += "  - {by: Holder, country: " + words[0] + ", extent: " + words[1] + ", claims: [{id: " + id + "-c" + words[0] + words[1] + ", source: gazette, read: 2026-01-01}]}\n"
	}
	return s
}

func TestProvidersCountInTheCountryThatControlsThem(t *testing.T) {
	used := service("a", "treasury", "external", "live 2024")
	ds := read(t, bodies+
		provider("alpha", "FR", "US whole")+
		provider("beta", "FR", "US part")+
		provider("gamma", "US")+
		provider("delta", "")+
		provider("epsilon", "FR", "FR majority", "FR unknown")+
		provider("zeta", "FR", "FR majority", "US majority")+
		strings.Replace(used, "hosting_qualification:", "providers: [alpha, gamma]\nhosting_qualification:", 1), "2026-06-01")
	r := check(t, ds, "provider-control",
		"used-control: FR=0 US=1 several=0 unknown=0",
		"used-registration: FR=0 US=1 several=0 unknown=0",
		"other-control: FR=1 US=0 several=1 unknown=0",
		"other-registration: FR=1 US=0 several=0 unknown=1")
	covers(t, r, 3, 6)
}

func source(id, cadence, rest string) string {
	return "-- data/sources/" + id + ".yaml --\ntitle: " + id + "\npublisher: P\nurl: https://example.org/" + id + "\nkind: page\nquality: primary\nlicence: unknown\nredistributable: false\ncadence: " + cadence + "\n" + rest
}

func TestFreshnessDependsOnTheDayAndTheCadence(t *testing.T) {
	all := source("monthly", "monthly", "grace: 10\n") + source("whenever", "irregular", "") + source("unread", "once", "") +
		source("dead", "monthly", "dead_since: 2026-03-01\n") + "-- data/organisations/treasury.yaml --\nname: Treasury\nkind: ministry\nclaims:\n"
	for _, s := range []string{"monthly", "whenever", "dead", "gazette"} {
		all += "  - {id: of-" + s + ", source: " + s + ", read: 2026-01-31}\n"
	}
	for day, want := range map[string]string{
		"2026-02-01": "sources: once=1 up-to-date=2 due=0 silent=0 irregular-recent=1 irregular-old=0 dead=0 refused=0 unread=1",
		"2026-03-01": "sources: once=1 up-to-date=1 due=0 silent=0 irregular-recent=1 irregular-old=0 dead=1 refused=0 unread=1",
		"2026-03-10": "sources: once=1 up-to-date=1 due=0 silent=0 irregular-recent=1 irregular-old=0 dead=1 refused=0 unread=1", // 28 February and ten days
		"2026-03-11": "sources: once=1 up-to-date=0 due=1 silent=0 irregular-recent=1 irregular-old=0 dead=1 refused=0 unread=1",
		"2027-01-31": "sources: once=1 up-to-date=0 due=0 silent=1 irregular-recent=1 irregular-old=0 dead=1 refused=0 unread=1",
		"2027-02-01": "sources: once=1 up-to-date=0 due=0 silent=1 irregular-recent=0 irregular-old=1 dead=1 refused=0 unread=1",
	} {
		t.Run(day, func(t *testing.T) {
			covers(t, check(t, read(t, all, day), "source-freshness", want), 4, 5)
		})
	}
	check(t, read(t, all, "2026-02-01"), "sources-by-quality",
		"sources: primary=3 primary-repo=0 parliamentary=0 press=1 association=0 vendor=0 secondary=0 common-knowledge=0")
}
