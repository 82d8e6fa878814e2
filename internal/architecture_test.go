package internal_test

import (
	"os"
	"strings"
	"testing"
)

func TestTheArchitecturePageNamesEveryPackage(t *testing.T) {
	page, err := os.ReadFile("../doc/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	dirs, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if d.IsDir() && d.Name() != "testdata" && !strings.Contains(string(page), "`"+d.Name()+"`") {
			t.Errorf("doc/architecture.md does not name internal/%s: add its line to the table of packages", d.Name())
		}
	}
}
