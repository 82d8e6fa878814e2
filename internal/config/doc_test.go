package config_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/config"
	"vigie/internal/france"
)

var update = flag.Bool("update", false, "write doc/settings.md anew")

const page = "../../doc/settings.md"

// TestThePageOfSettingsListsEveryKey holds doc/settings.md against the code.
func TestThePageOfSettingsListsEveryKey(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# Settings

` + "`config.yaml`" + ` holds the settings of a site. Each key may be overridden by a variable of the environment, and some
by a flag of the command line, which wins over both (` + "`vigie build --help`" + `). A key or a variable that is not in
this list is a problem, reported with its line and the nearest key that exists.

A text that readers see is written in each language of the site (` + "`title: {fr: …, en: …}`" + `), or once when it
reads the same in all of them. A language beyond French and English adds a key of its own (` + "`site.title.de`" + `).
A key without a value is not filled: its default holds. Where the law asks a publisher for words that are not
filled, the pages say that they are missing, and ` + "`vigie check`" + ` warns.

This page is made from the code: ` + "`go test ./internal/config -update`" + `.

| key | variable | default | what it is |
|---|---|---|---|
`)
	for _, k := range config.With(config.Keys(nil), france.Extension().Settings...) {
		preset := ""
		if k.Default != "" {
			preset = "`" + k.Default + "`"
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s |\n", k.Path, k.Variable(), preset, k.Doc)
	}
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(got)); diff != "" {
		t.Errorf("doc/settings.md is not what the code says (-code +page); run go test ./internal/config -update:\n%s", diff)
	}
}
