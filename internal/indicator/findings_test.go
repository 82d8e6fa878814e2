package indicator_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/indicator"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// hosted writes a running service with what its source says of its host.
func hosted(tier, on, secnumcloud, rest string) string {
	s := strings.Replace(service("s", "treasury", tier, "live "+on), "hosting_qualification: [{scheme: secnumcloud, standing: unknown}]", "hosting_qualification: [{scheme: secnumcloud, standing: "+secnumcloud+"}]", 1)
	return s + rest + "\n"
}

// rulesOfEachDay are made up after the texts of 2018, 2021, 2023, 2024 and 2026.
var rulesOfEachDay = rule("r2018-1", "2018-11-08/2021-07-04", "sensitivity: sensitive\ntiers: [internal]") +
	rule("r2018-2", "2018-11-08/2021-07-04", "sensitivity: less-sensitive\ntiers: [dedicated]") +
	rule("r2018-3", "2018-11-08/2021-07-04", "sensitivity: least-sensitive\ntiers: [external]") +
	rule("r2021-cloud", "2021-07-05/..", "asks_cloud: true") +
	rule("r2021-particular", "2021-07-05/2023-05-30", "sensitivity: particular-sensitivity\ntiers: [internal, dedicated]\nasks_qualification: secnumcloud") +
	rule("r2021-other", "2021-07-05/2023-05-30", "otherwise: true\ntiers: [internal, dedicated, external]") +
	rule("r2023-particular", "2023-05-31/..", "applies_to: [ministry, operator]\nsensitivity: particular-sensitivity\ntiers: [internal, dedicated]\nasks_qualification: secnumcloud") +
	rule("r2023-other", "2023-05-31/..", "applies_to: [ministry, operator]\notherwise: true\ntiers: [internal, dedicated, external]") +
	rule("r2023-scope", "2023-05-31/..", "leaves_out: [region]") +
	rule("law-2024", "2024-05-21/..", "applies_to: [ministry, operator]\nsensitivity: particular-sensitivity\ntiers: [internal, dedicated]") +
	rule("order-2026", "2026-08-12/..", "applies_to: [ministry, operator]\nsensitivity: particular-sensitivity\nasks_qualification: secnumcloud")

func rule(id, inForce, rest string) string {
	return "-- data/doctrines/" + id + ".yaml --\ntitle: {fr: Règle " + id + ", en: Rule " + id + "}\ntext: \"2018\"\nin_force: " + inForce +
		"\nasks: {fr: Une demande., en: A request.}\n" + rest + "\nclaims: [{id: says-" + id + ", source: gazette, read: 2026-01-01}]\n"
}

func TestWhatIsAnnouncedAsDedicatedOrSaidSensitiveIsSetAgainstQualifications(t *testing.T) {
	const iaas, other, host = "offer: cirrus-iaas\nproviders: [cirrus]", "offer: cirrus-new\nproviders: [cirrus]", "providers: [cirrus]"
	const particular = "sensitivity: particular-sensitivity\n"
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
		{"said qualified, host not named", hosted("dedicated", "2026-06", "qualified", "provider_unknown: not-published"), "2026-11-23", indicator.Undecidable, "sans nommer"},
		{"said qualified, once the term read has passed", hosted("dedicated", "2026-06", "qualified", iaas), "2029-01-01", indicator.Undecidable, "renouvellement n’a pas été lu"},
		{"said qualified, on another offer, once the term of its host has passed", hosted("dedicated", "2026-06", "qualified", other), "2029-01-01", indicator.Undecidable, "renouvellement n’a pas été lu"},
		{"said qualified before the first catalogue that was read", hosted("dedicated", "2025-12-31", "qualified", iaas), "2026-11-23", indicator.Undecidable, "plus ancienne"},
		{"on qualified infrastructure, itself not qualified", hosted("dedicated", "2026-06", "infrastructure-only", particular+iaas), "2026-11-23", indicator.ToExplain, "pas qualifiée elle-même"},
		{"on qualified infrastructure, with data of which nothing is stated", hosted("dedicated", "2026-06", "infrastructure-only", iaas), "2026-11-23", indicator.Undecidable, "Aucune source lue ne dit la sensibilité"},
		{"in progress then, and still", hosted("dedicated", "2026-06", "in-progress", particular+other), "2026-11-23", indicator.ToExplain, "rien de lu ne montre"},
		{"in progress then, qualified since", hosted("dedicated", "2026-06", "in-progress", iaas), "2026-11-23", indicator.Consistent, "est qualifiée"},
		{"not qualified", hosted("dedicated", "2026-06", "not-qualified", particular+host), "2026-11-23", indicator.ToExplain, "n’est pas qualifié"},
		{"not qualified, with data of which nothing is stated", hosted("dedicated", "2026-06", "not-qualified", host), "2026-11-23", indicator.Undecidable, "Aucune source lue ne dit la sensibilité"},
		{"qualified in part", hosted("dedicated", "2026-06", "differs", host), "2026-11-23", indicator.Undecidable, "Une partie"},
		{"nothing said, offer not named", hosted("dedicated", "2026-06", "unknown", host), "2026-11-23", indicator.Undecidable, "ne nomme pas l’offre"},
		{"nothing said, the offer named is qualified", hosted("dedicated", "2026-06", "unknown", iaas), "2026-11-23", indicator.Consistent, "l’offre qu’elle nomme"},
		{"sensitive, in an internal cloud", hosted("internal", "2026-06", "not-applicable", "sensitivity: sensitive"), "2026-11-23", indicator.Consistent, "cloud interne"},
		{"sensitive, on own machines", hosted("own-means", "2026-06", "not-applicable", "sensitivity: particular-sensitivity"), "2026-11-23", indicator.Undecidable, "machines de l’organisme"},
		{"sensitive, on an external offer that is not qualified", hosted("external", "2026-06", "not-qualified", "sensitivity: sensitive\n"+host), "2026-11-23", indicator.ToExplain, "n’est pas qualifié"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := indicator.Findings(read(t, bodies+rulesOfEachDay+catalogue+nobody+tt.service, tt.day))
			if len(found) != 1 || found[0].Verdict != tt.want || !strings.Contains(found[0].Why.FR, tt.why) {
				t.Errorf("got %+v, want %s because %s", found, tt.want, tt.why)
			}
		})
	}
}

func TestEachServiceIsHeldToTheRulesOfItsDay(t *testing.T) {
	const none = ""
	for name, c := range map[string]struct {
		service string
		verdict indicator.Verdict
		lacks   indicator.Lack
		rules   string
	}{
		"2017, before any rule":                           {hosted("external", "2017-05", "unknown", none), indicator.OutOfReach, indicator.LacksRule, none},
		"2019, sensitive, in an internal cloud":           {hosted("internal", "2019-05", "not-applicable", "sensitivity: sensitive"), indicator.Consistent, none, "r2018-1 r2018-2 r2018-3"},
		"2019, sensitive, in an external cloud":           {hosted("external", "2019-05", "unknown", "sensitivity: sensitive"), indicator.ToExplain, none, "r2018-1 r2018-2 r2018-3"},
		"2019, least sensitive, in an external cloud":     {hosted("external", "2019-05", "not-qualified", "sensitivity: least-sensitive"), indicator.Consistent, none, "r2018-1 r2018-2 r2018-3"},
		"2019, least sensitive, protected more":           {hosted("dedicated", "2019-05", "unknown", "sensitivity: least-sensitive"), indicator.Consistent, none, "r2018-1 r2018-2 r2018-3"},
		"2019, dedicated, not held to SecNumCloud":        {hosted("dedicated", "2019-05", "not-qualified", none), indicator.Undecidable, indicator.LacksSensitivity, "r2018-1 r2018-2 r2018-3"},
		"2019, on own machines":                           {hosted("own-means", "2019-05", "not-applicable", none), indicator.Undecidable, indicator.LacksProject, none},
		"2022, particular, not qualified":                 {hosted("external", "2022-05", "not-qualified", "sensitivity: particular-sensitivity"), indicator.ToExplain, none, "r2021-other r2021-particular"},
		"2022, sensitivity not stated":                    {hosted("external", "2022-05", "not-qualified", none), indicator.Undecidable, indicator.LacksSensitivity, "r2021-other r2021-particular"},
		"2022, less sensitive, not qualified":             {hosted("external", "2022-05", "not-qualified", "sensitivity: less-sensitive"), indicator.Consistent, none, "r2021-other r2021-particular"},
		"2022, internal, whatever the sensitivity":        {hosted("internal", "2022-05", "not-applicable", none), indicator.Consistent, none, "r2021-other r2021-particular"},
		"2022, an operator, of which no rule speaks then": {body("maps", hosted("external", "2022-05", "unknown", none)), indicator.OutOfReach, indicator.LacksScope, none},
		"2024, an operator, of which the rules speak":     {body("maps", hosted("external", "2024-07", "unknown", none)), indicator.Undecidable, indicator.LacksSensitivity, "r2023-other r2023-particular law-2024"},
		"2024, a region, which a rule leaves out":         {body("north", hosted("external", "2024-07", "not-qualified", none)), indicator.OutOfReach, indicator.LacksScope, "r2023-scope"},
		"2024, on own machines":                           {hosted("own-means", "2024-07", "not-applicable", none), indicator.Undecidable, indicator.LacksProject, "r2021-cloud"},
		"2024, in a tier that nobody states":              {hosted("unknown", "2024-07", "unknown", none), indicator.Undecidable, indicator.LacksTier, "r2023-other r2023-particular law-2024"},
		"2024, in several tiers":                          {hosted("mixed", "2024-07", "unknown", none), indicator.Undecidable, indicator.LacksTier, "r2023-other r2023-particular law-2024"},
		"2026, particular, not qualified":                 {hosted("external", "2026-09", "not-qualified", "sensitivity: particular-sensitivity"), indicator.ToExplain, none, "r2023-other r2023-particular law-2024 order-2026"},
		"2026, before the order":                          {hosted("internal", "2026-07", "not-applicable", none), indicator.Consistent, none, "r2023-other r2023-particular law-2024"},
		"a year in which the rules change":                {hosted("external", "2021", "infrastructure-only", "sensitivity: less-sensitive"), indicator.Undecidable, indicator.LacksDay, "r2018-1 r2018-2 r2018-3 r2021-other r2021-particular"},
		"a year in which the answer does not change":      {hosted("internal", "2021", "not-applicable", none), indicator.Consistent, none, "r2018-1 r2018-2 r2018-3 r2021-other r2021-particular"},
		"a dedicated service is treated as any other":     {hosted("dedicated", "2024-07", "infrastructure-only", none), indicator.Undecidable, indicator.LacksSensitivity, "r2023-other r2023-particular law-2024"},
		"a year whose rules change and ask the same":      {hosted("dedicated", "2024", "infrastructure-only", "sensitivity: particular-sensitivity"), indicator.ToExplain, none, "r2023-other r2023-particular law-2024"},
		"without a date":                                  {service("s", "treasury", "external", "live"), indicator.Undecidable, indicator.LacksDay, none},
		"announced":                                       {service("s", "treasury", "external", "announced 2024-07"), indicator.OutOfReach, indicator.LacksRunning, "r2023-other r2023-particular law-2024"},
	} {
		t.Run(name, func(t *testing.T) {
			found := indicator.Findings(read(t, bodies+rulesOfEachDay+catalogue+c.service, "2026-11-23"))
			if len(found) != 1 {
				t.Fatalf("found %v", found)
			}
			f := found[0]
			var rules []string
			for _, r := range f.Rules {
				rules = append(rules, r.ID)
			}
			if f.Verdict != c.verdict || f.Lacks != c.lacks || strings.Join(rules, " ") != c.rules {
				t.Errorf("got %s, lacking %q, under %q: %s", f.Verdict, f.Lacks, rules, f.Why.EN)
			}
			if f.Verdict.Decided() != (f.Lacks == "") || f.Why.FR == "" || f.Why.EN == "" {
				t.Errorf("what is missing and why: %+v", f)
			}
		})
	}
}

// body gives a service to another body.
func body(id, service string) string {
	return strings.Replace(service, "organisation: treasury", "organisation: "+id, 1)
}

// realFindings are those of the published data.
func realFindings(t *testing.T) (*dataset.Dataset, []indicator.Finding) {
	t.Helper()
	c, _, err := corpus.Load(os.DirFS("../.."), "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	ds := dataset.New(c, cal.NewDay(2026, 11, 23))
	return ds, indicator.Findings(ds)
}

func TestEveryDocumentedServiceHasOneFinding(t *testing.T) {
	ds, found := realFindings(t)
	seen := map[string]int{}
	for _, f := range found {
		seen[f.Migration.ID]++
		for _, r := range f.Rules {
			if r.InForce.First().After(f.On.Last()) && !f.On.Last().IsZero() {
				t.Errorf("%s is held to %s, which is later than its document", f.Migration.ID, r.ID)
			}
		}
	}
	for _, m := range ds.Migrations {
		if want := 1; !m.IsWithdrawn(ds.AsOf) && seen[m.ID] != want {
			t.Errorf("%s has %d findings", m.ID, seen[m.ID])
		}
	}
}

// accusing are words that a finding never says.
var accusing = regexp.MustCompile(`(?i)coupable|fraud|infraction|viol[ea]|illégal|illegal|manquement|condamn|scandal|négligen|neglig|non.conform|breach|guilty|unlawful|offen[cs]e|wrongdoing|dissimul|cach[eé]|\bhid|ment(i|ent)r|\blie[ds]?\b|\bshould have|aurait dû|refus`)

func TestFindingsAskAndAccuseNobody(t *testing.T) {
	said := map[string]bool{}
	_, found := realFindings(t)
	for _, f := range found {
		said[f.Why.FR], said[f.Why.EN] = true, true
		if f.Lacks != indicator.LacksNothing && !slices.Contains(indicator.Lacks(), f.Lacks) || !slices.Contains(indicator.Verdicts(), f.Verdict) {
			t.Errorf("%s: %s, lacking %s", f.Migration.ID, f.Verdict, f.Lacks)
		}
	}
	for words := range said {
		if at := accusing.FindString(words); at != "" {
			t.Errorf("%q accuses: %s", at, words)
		}
	}
	if !accusing.MatchString("Le ministère a commis un manquement.") {
		t.Error("an accusation is not found")
	}
}

func TestFindingsAreCountedByVerdict(t *testing.T) {
	dedicated := hosted("dedicated", "2026-06", "qualified", "providers: [nobody]") + provider("nobody", "FR")
	r := check(t, read(t, bodies+rulesOfEachDay+catalogue+dedicated, "2026-11-23"), "findings",
		"dedicated: consistent=0 to-be-explained=1 cannot-be-told=0 out-of-reach=0")
	covers(t, r, 1, 1)
	if len(r.Lines) != 1 {
		t.Errorf("lines of nothing: %v", r.Lines)
	}
	if !strings.Contains(notes(r), "rien n’en est compté") {
		t.Errorf("no source says anything sensitive, and the notes say so: %s", notes(r))
	}
	sensitive := strings.Replace(service("t", "treasury", "internal", "live 2026-06"), "hosting_qualification: [{scheme: secnumcloud, standing: unknown}]", "hosting_qualification: [{scheme: secnumcloud, standing: not-applicable}]\nsensitivity: sensitive", 1)
	check(t, read(t, bodies+rulesOfEachDay+catalogue+dedicated+sensitive, "2026-11-23"), "findings",
		"dedicated: consistent=0 to-be-explained=1 cannot-be-told=0 out-of-reach=0",
		"sensitive: consistent=1 to-be-explained=0 cannot-be-told=0 out-of-reach=0")
}

func TestAServiceThatNoRuleReachesIsNoPartOfTheTotal(t *testing.T) {
	reached := hosted("internal", "2024-07", "not-applicable", "")
	beyond := strings.Replace(body("north", hosted("external", "2024-07", "not-qualified", "")), "migrations/s.yaml", "migrations/t.yaml", 1)
	announced := strings.Replace(service("u", "treasury", "external", "announced 2024-07"), "id: s-", "id: u-", -1)
	ds := read(t, bodies+rulesOfEachDay+catalogue+reached+beyond+announced, "2026-11-23")
	r := check(t, ds, "findings", "dedicated: consistent=0 to-be-explained=0 cannot-be-told=0 out-of-reach=0",
		"other: consistent=1 to-be-explained=0 cannot-be-told=0 out-of-reach=2")
	covers(t, r, 1, 1)
	if n := show(indicator.FindingsReached(ds)) + " and " + show(indicator.FindingsOf(ds, indicator.OutOfReach)); n != "1 and 2" {
		t.Errorf("reached, and out of reach: %s", n)
	}
}

func TestErasCutTimeWhereARuleStartsOrEnds(t *testing.T) {
	var got []string
	for _, e := range indicator.Eras(read(t, rulesOfEachDay, "2026-11-23")) {
		line := e.Period.String() + ":"
		for _, r := range e.Rules {
			line += " " + r.ID
		}
		got = append(got, line)
	}
	want := []string{
		"2018-11-08/2021-07-04: r2018-1 r2018-2 r2018-3",
		"2021-07-05/2023-05-30: r2021-other r2021-particular r2021-cloud",
		"2023-05-31/2024-05-20: r2021-cloud r2023-other r2023-particular r2023-scope",
		"2024-05-21/2026-08-11: r2021-cloud r2023-other r2023-particular r2023-scope law-2024",
		"2026-08-12/..: r2021-cloud r2023-other r2023-particular r2023-scope law-2024 order-2026",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEachServiceIsCountedOnceUnderItsAnswerOrWhatIsMissing(t *testing.T) {
	ds := read(t, bodies+rulesOfEachDay+catalogue+hosted("external", "2024-07", "unknown", "")+
		strings.Replace(hosted("internal", "2024-07", "not-applicable", ""), "migrations/s.yaml", "migrations/t.yaml", 1), "2026-11-23")
	r := check(t, ds, "findings-by-lack", "services: to-be-explained=0 consistent=1 sensitivity=1 qualification=0 tier=0 project=0 scope=0 running=0 day=0 rule=0")
	covers(t, r, 1, 2)
}

func TestWhatIsMissingIsCountedWhetherOrNotItIsMissingFirst(t *testing.T) {
	ds := read(t, bodies+rulesOfEachDay+catalogue+hosted("unknown", "2024-07", "unknown", "")+
		strings.Replace(hosted("internal", "2024-07", "not-applicable", ""), "migrations/s.yaml", "migrations/t.yaml", 1), "2026-11-23")
	check(t, ds, "findings-by-lack", "services: to-be-explained=0 consistent=1 sensitivity=0 qualification=0 tier=1 project=0 scope=0 running=0 day=0 rule=0")
	for lack, want := range map[indicator.Lack]string{indicator.LacksSensitivity: "2", indicator.LacksTier: "1", indicator.LacksDay: "0"} {
		if got := show(indicator.FindingsWithout(ds, lack)); got != want {
			t.Errorf("without %s: %s services, want %s", lack, got, want)
		}
	}
}
