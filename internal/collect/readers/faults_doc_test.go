package readers_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/test/sourceserver"
)

var update = flag.Bool("update", false, "write the table of faults in doc/sources.md again")

// table makes a table of what was seen: a line for each fault, or for each thing that
// it does.
func table(seen []map[sourceserver.Fault]fate) string {
	var b strings.Builder
	b.WriteString("| fault | played to | what the run does | code | state | exit |\n|---|---|---|---|---|---|\n")
	for _, f := range sourceserver.Faults() {
		var fates []fate
		to := map[fate][]string{}
		for i, r := range representatives {
			one, played := seen[i][f]
			if !played {
				continue
			}
			if !slices.Contains(fates, one) {
				fates = append(fates, one)
			}
			to[one] = append(to[one], string(r.shape))
		}
		for _, one := range fates {
			who := strings.Join(to[one], ", ")
			if len(to[one]) == len(representatives) {
				who = "all"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %d |\n", f, who, one.words(), one.codeWords(), one.state, one.exit())
		}
	}
	return b.String()
}

func (f fate) words() string {
	switch f.status {
	case collect.Failed:
		return "does not take it: the last good records are kept"
	case collect.Refused:
		return "reads and refuses it: the last good records are kept"
	case collect.Unchanged:
		return "tries again, and finds nothing new"
	}
	return "reads it rightly: no record changes"
}

func (f fate) codeWords() string {
	if f.code == "" {
		return "none"
	}
	return "`" + f.code + "`"
}

// exit is the status of the command: 1 as soon as a source is to be looked at.
func (f fate) exit() int {
	if f.state == collected.Good {
		return 0
	}
	return 1
}

// The table stands between these marks.
const opening, closing = "<!-- faults: made by go test ./internal/collect/readers -update -->\n", "<!-- /faults -->\n"

// inDocument holds the table that is published to the one that was seen.
func inDocument(t *testing.T, table string) {
	t.Helper()
	if t.Failed() {
		return
	}
	name := filepath.Join(root, "doc/sources.md")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, opened := strings.Cut(string(content), opening)
	now, after, closed := strings.Cut(rest, closing)
	switch {
	case !opened || !closed:
		t.Fatalf("doc/sources.md has no marks %q and %q", opening, closing)
	case *update:
		err = os.WriteFile(name, []byte(before+opening+"\n"+table+"\n"+closing+after), 0o644)
	case now != "\n"+table+"\n":
		t.Errorf("doc/sources.md does not say what faults do (-doc +seen); run go test ./internal/collect/readers -update:\n%s", cmp.Diff(now, "\n"+table+"\n"))
	}
	if err != nil {
		t.Fatal(err)
	}
}
