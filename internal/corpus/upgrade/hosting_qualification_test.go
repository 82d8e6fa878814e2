package upgrade_test

import (
	"strings"
	"testing"

	"vigie/internal/corpus/upgrade"
)

const migration = "migrations/payroll.yaml"

func TestTheKeyThatASchemeNamesBecomesAnEntry(t *testing.T) {
	const entry = "hosting_qualification: [{scheme: sand-seal, standing: qualified}]"
	for name, c := range map[string]struct{ former, today string }{
		"alone":               {"sand-seal: qualified\n", entry + "\n"},
		"between its like":    {"# who\ntier: a\nsand-seal: qualified\nhost: b\n", "# who\ntier: a\n" + entry + "\nhost: b\n"},
		"with its comment":    {"sand-seal:   qualified  # says the notice\n", entry + "  # says the notice\n"},
		"in double quotes":    {"sand-seal: \"qualified\"\n", entry + "\n"},
		"in single quotes":    {"sand-seal: 'qualified' # so\n", entry + " # so\n"},
		"without a line end":  {"tier: a\nsand-seal: qualified", "tier: a\n" + entry},
		"between braces":      {"{host: \"Hébergé là\", sand-seal: qualified, tier: a}\n", "{host: \"Hébergé là\", " + entry + ", tier: a}\n"},
		"of today already":    {entry + "\n", entry + "\n"},
		"below another key":   {"note:\n  sand-seal: qualified\n", "note:\n  sand-seal: qualified\n"},
		"in a text":           {"note: |\n  sand-seal: qualified\n", "note: |\n  sand-seal: qualified\n"},
		"a key that is near":  {"sand-seals: qualified\n", "sand-seals: qualified\n"},
		"nothing of the sort": {"tier: a\n", "tier: a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			after, err := upgrade.File(steps, migration, []byte(c.former))
			if err != nil || string(after) != c.today {
				t.Errorf("got %q, %v; want %q", after, err, c.today)
			}
			if again, err := upgrade.File(steps, migration, after); err != nil || string(again) != c.today {
				t.Errorf("a second time: %q, %v", again, err)
			}
		})
	}
}

func TestAFormThatCannotBeRewrittenSafelyIsLeft(t *testing.T) {
	for name, former := range map[string]string{
		"on the line below": "sand-seal:\n  qualified\n",
		"a list":            "sand-seal: [qualified]\n",
		"nothing":           "sand-seal:\ntier: a\n",
		"an anchor":         "sand-seal: &it qualified\n",
		"a folded text":     "sand-seal: >\n  qualified\n",
		"an escape":         "sand-seal: \"quali\\x66ied\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			after, err := upgrade.File(steps, migration, []byte(former))
			if err == nil || !strings.HasPrefix(err.Error(), "hosting-qualification: ") || string(after) != former {
				t.Errorf("got %q, %v", after, err)
			}
		})
	}
}
