package internal_test

import (
	"os"
	"path"
	"strings"
	"testing"
)

func TestTheArchitecturePageNamesEveryPackage(t *testing.T) {
	page, err := os.ReadFile("../doc/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, f := range sources(t) {
		if !named[f.pkg] && !strings.Contains(string(page), "`"+path.Base(f.pkg)+"`") {
			t.Errorf("doc/architecture.md does not name internal/%s: add its line to the table of packages", f.pkg)
		}
		named[f.pkg] = true
	}
}
