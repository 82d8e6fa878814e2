package config_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// sound is a file without a fault, which tests break in one place.
const sound = `site:
  title: {fr: Vigie d'essai, en: Test lookout}
  description: Vigie
base_url: https://example.org/vigie
languages: [fr, en]
publisher:
  name: Association d'essai
  kind: association
  legal_form: association loi de 1901
  address: 1 rue de l'Essai, 75000 Paris
  phone: "01 00 00 00 00"
  director: Camille Essai
  contact: contact@example.org
  siren: 732829320
  host: {name: Hébergeur d'essai, address: 2 rue de l'Essai, phone: "02"}
theme: vigie
as_of: 2026-11-23
`

func load(t *testing.T, file string, flags *pflag.FlagSet) (config.Config, problem.List) {
	t.Helper()
	c, found, err := config.Load(fstest.MapFS{config.File: {Data: []byte(file)}}, flags, france.Extension().Settings...)
	if err != nil {
		t.Fatal(err)
	}
	return c, found
}

func TestASoundFileIsReadAsItIsWritten(t *testing.T) {
	got, found := load(t, sound, nil)
	if len(found) > 0 {
		t.Errorf("problems: %+v", found)
	}
	want := config.Config{
		Site: config.Site{
			Title:       lang.Text{FR: "Vigie d'essai", EN: "Test lookout"},
			Description: lang.Name("Vigie"),
		},
		BaseURL:   "https://example.org/vigie/",
		Languages: []lang.Lang{lang.FR, lang.EN},
		Publisher: config.Publisher{
			Name: lang.Name("Association d'essai"), Kind: config.Association, LegalForm: "association loi de 1901",
			Address: "1 rue de l'Essai, 75000 Paris", Phone: "01 00 00 00 00", Director: "Camille Essai",
			Contact: "contact@example.org", Numbers: []config.Number{{Name: "siren", Value: "732829320"}},
			Host: config.Host{Name: "Hébergeur d'essai", Address: "2 rue de l'Essai", Phone: "02"},
		},
		Licence: config.Licence{Code: "Apache-2.0", Data: "CC-BY-4.0"},
		Theme:   "vigie", AsOf: cal.NewDay(2026, 11, 23), Output: "public", Cache: ".cache",
		Formats: config.Formats(), Pages: config.Pages{Organisations: config.DocumentedBodies},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b cal.Day) bool { return a == b })); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAFaultIsReportedWhereItIsWithTheWayToMendIt(t *testing.T) {
	for name, c := range map[string]struct {
		old, broken string
		line, col   int
		message     string
		hint        string
	}{
		"an unknown key":               {"theme: vigie", "tehme: vigie", 16, 1, `there is no setting "tehme"`, "did you mean theme?"},
		"an unknown key below another": {"  kind: assoc", "  knid: assoc", 8, 3, `publisher has no setting "knid"`, "did you mean kind?"},
		"a key at the wrong level":     {"theme: vigie", "director: Camille", 16, 1, `there is no setting "director"`, "did you mean publisher.director?"},
		"a key like no other":          {"theme: vigie", "analytics: no", 16, 1, `"analytics"`, "known keys: site, base_url,"},
		"a key given twice":            {"theme: vigie", "languages: [fr]", 16, 1, "already given in line 5", "keep one"},
		"a word that is in no list":    {"kind: association", "kind: asociation", 8, 9, `"asociation" is not one of state, local`, ""},
		"an address that is none":      {"https://example.org/vigie", "example.org", 4, 11, "is not the address of a site", ""},
		"a word that is no language":   {"[fr, en]", "[fr, French]", 5, 12, `"French" is not the tag of a language`, ""},
		"a language twice":             {"[fr, en]", "[en, en]", 5, 12, `"en" is there twice`, ""},
		"a title in none of them":      {"[fr, en]", "[fr, de]", 2, 34, `site.title is not written in "de"`, "add site.title: {fr: …, de: …}"},
		"a SIREN with a wrong digit":   {"732829320", "732829321", 14, 10, "not a SIREN", ""},
		"a day that does not exist":    {"2026-11-23", "2026-11-31", 17, 8, "neither today nor a day", ""},
		"a contact that is none":       {"contact@example.org", "ring twice", 13, 12, "neither an e-mail address", ""},
		"keys where a word is wanted":  {"theme: vigie", "theme: {name: vigie}", 16, 8, "theme wants one value", ""},
		"a word where keys are wanted": {"host: {name: Hébergeur d'essai, address: 2 rue de l'Essai, phone: \"02\"}", "host: OVH", 15, 3, "publisher.host wants keys", "name, address, phone"},
		"one language of two":          {"{fr: Vigie d'essai, en: Test lookout}", "{fr: Vigie}", 2, 15, `site.title is not written in "en"`, "add site.title"},
		"an anchor":                    {"theme: vigie", "theme: &t vigie", 16, 8, "anchors", "write the value again"},
		"a second document":            {"theme: vigie", "---\ntheme: vigie", 16, 1, "a second document", ""},
		"no YAML":                      {"theme: vigie", "theme: [vigie", 17, 6, "", "double quotes"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(sound, c.old) {
				t.Fatal("the test breaks nothing")
			}
			_, found := load(t, strings.Replace(sound, c.old, c.broken, 1), nil)
			if found.Errors() != 1 {
				t.Fatalf("%d errors: %+v", found.Errors(), found)
			}
			for _, p := range found {
				if p.Severity != problem.Error {
					continue
				}
				if p.File != config.File || p.Line != c.line || p.Col != c.col {
					t.Errorf("reported at %s:%d:%d, want line %d, column %d", p.File, p.Line, p.Col, c.line, c.col)
				}
				if !strings.Contains(p.Message, c.message) || !strings.Contains(p.Hint, c.hint) {
					t.Errorf("reported %q (hint %q), want %q (hint %q)", p.Message, p.Hint, c.message, c.hint)
				}
			}
		})
	}
}

func TestTheAddressOfASiteIsAnAddressAndNothingElse(t *testing.T) {
	const at = "https://example.org/vigie"
	for _, wrong := range []string{
		`javascript:alert(1)`,
		`ftp://example.org/`,
		`https://user:word@example.org/`,
		`https://user@example.org/`,
		`https://example.org/?a=b`,
		`https://example.org/?`,
		`https://example.org/#a`,
		`https://example.org/#`,
		`https://`,
		`https:///a`,
		`https://exa mple.org/`,
		`https://example.org/a b`,
		`https://example.org/../a`,
		`https://example.org/a//b`,
		`https://example.org:0/`,
		`https://example.org:99999/`,
		`https://example.org:/`,
		`https://example.org/%zz`,
		`//example.org/`,
		`https://example.org\\a`,
		`https://-example.org/`,
		`https://exämple.org/`,
		`https://example.org/'onload='x`,
		`https://example.org/<b>`,
		`HTTPS://example.org/`,
		`https://example.org/\x08`, `https://example.org/\u202egro`, `https://example.org/\n`, `https://example.org/a\nb`,
	} {
		quoted := `"` + strings.ReplaceAll(wrong, `"`, `\"`) + `"`
		_, found := load(t, strings.Replace(sound, at, quoted, 1), nil)
		if wrong == `https://example.org/\n` { // blanks round a value are nobody's
			if found.Errors() != 0 {
				t.Errorf("%s: %v", wrong, found)
			}
			continue
		}
		if found.Errors() != 1 || found[0].File != config.File || found[0].Line != 4 {
			t.Errorf("%s: %v, want one error in line 4", wrong, found)
		}
	}
	for _, right := range []string{"http://localhost:8080/", "https://example.org", "https://xn--exmple-cua.org/a/b/", "https://[2001:db8::1]/", "https://a.b-c.org/~x/%C3%A9/"} {
		c, found := load(t, strings.Replace(sound, at, `"`+right+`"`, 1), nil)
		if want := strings.TrimRight(right, "/") + "/"; found.Errors() > 0 || c.BaseURL != want {
			t.Errorf("%s: %q, %v", right, c.BaseURL, found)
		}
	}
}

func TestASettingHoldsNothingThatNobodySees(t *testing.T) {
	_, found := load(t, strings.Replace(sound, "director: Camille Essai", `director: "Camille \u202eiassE"`, 1), nil)
	for _, p := range found {
		if p.Severity == problem.Error && p.Line == 12 && strings.Contains(p.Message, "U+202E") {
			return
		}
	}
	t.Errorf("%v", found)
}

func TestTheEnvironmentOverridesTheFileAndAFlagOverridesBoth(t *testing.T) {
	t.Setenv("VIGIE_BASE_URL", "https://env.example/")
	t.Setenv("VIGIE_LANGUAGES", "fr")
	t.Setenv("VIGIE_PUBLISHER_HOST_NAME", "Env")
	t.Setenv("VIGIE_AS_OF", "2027-01-01")
	flags := pflag.NewFlagSet("build", pflag.ContinueOnError)
	config.Flag(flags, "as_of", "as-of", "DAY", "day of reference")
	config.Flag(flags, "base_url", "base-url", "URL", "address of the site")
	if err := flags.Parse([]string{"--as-of", "2028-02-29"}); err != nil {
		t.Fatal(err)
	}
	c, found := load(t, sound, flags)
	if len(found) > 0 {
		t.Errorf("problems: %+v", found)
	}
	if c.BaseURL != "https://env.example/" || c.Publisher.Host.Name != "Env" || len(c.Languages) != 1 {
		t.Errorf("the environment does not override the file: %+v", c)
	}
	if c.AsOf != cal.NewDay(2028, 2, 29) {
		t.Errorf("as of %s: the flag does not override the environment", c.AsOf)
	}
}

func TestAWrongFlagIsRefusedAtOnce(t *testing.T) {
	flags := pflag.NewFlagSet("build", pflag.ContinueOnError)
	config.Flag(flags, "as_of", "as-of", "DAY", "day of reference")
	if err := flags.Parse([]string{"--as-of", "tomorrow"}); err == nil || !strings.Contains(err.Error(), "neither today nor a day") {
		t.Errorf("err = %v", err)
	}
}

func TestAVariableThatIsNoSettingIsAProblem(t *testing.T) {
	t.Setenv("VIGIE_THEM", "other")
	_, found := load(t, sound, nil)
	if found.Errors() != 1 || found[0].File != "VIGIE_THEM" || found[0].Hint != "did you mean VIGIE_THEME?" {
		t.Errorf("problems: %+v", found)
	}
}

func TestAWrongVariableIsReportedByItsName(t *testing.T) {
	t.Setenv("VIGIE_BASE_URL", "example.org")
	_, found := load(t, sound, nil)
	if found.Errors() != 1 || found[0].File != "VIGIE_BASE_URL" {
		t.Errorf("problems: %+v", found)
	}
}

func TestWhatTheLawAsksAndNobodyFilledIsAWarning(t *testing.T) {
	_, found := load(t, strings.Replace(sound, "  director: Camille Essai\n", "  director:\n", 1), nil)
	if len(found) != 1 || found[0].Severity != problem.Warning || found[0].Rule != config.RuleLegal ||
		!strings.Contains(found[0].Message, "publisher.director") || found[0].Line != 8 {
		t.Errorf("problems: %+v", found)
	}
}

func TestAPersonMayStayUnnamedButNotTheirHost(t *testing.T) {
	p := config.Publisher{Kind: config.Person, Contact: "a@example.org"}
	if diff := cmp.Diff([]string{"publisher.host.name", "publisher.host.address", "publisher.host.phone"}, p.Unfilled()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAFolderWithoutSettingsCannotBeWorkedOn(t *testing.T) {
	if _, _, err := config.Load(fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "in the folder of a site") {
		t.Errorf("err = %v", err)
	}
}

func TestTheSettingsOfThisProjectAreSound(t *testing.T) {
	c, found, err := config.Load(os.DirFS("../.."), nil, france.Extension().Settings...)
	if err != nil || found.Errors() > 0 {
		t.Fatalf("err = %v, problems: %+v", err, found)
	}
	if c.Publisher.Kind != config.Project || c.Site.Title.EN == "" {
		t.Errorf("read %+v", c)
	}
}
