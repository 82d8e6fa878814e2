package main_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
)

// TestPortalsReadTheCatalogue has programs that we did not write read the catalogue of a
// small made-up site that has an address, in its three forms: they find the same statements,
// and what DCAT-AP wants of them. Each is left out, by name, where it is not installed.
func TestPortalsReadTheCatalogue(t *testing.T) {
	public := smallSite(t, "base_url: https://made-up.example/observatory/\n")
	t.Run("rapper counts as many statements in Turtle as in RDF/XML", func(t *testing.T) { rapper(t, public) })
	t.Run("npm packages read what describes the data", func(t *testing.T) { nodeReaders(t, public, "metadata.mjs") })
}

// smallSite builds the small project with one more line of settings.
func smallSite(t *testing.T, line string) string {
	t.Helper()
	files := smallproject.Files(t, root)
	settings := files["config.yaml"]
	settings.Data = append(bytes.Replace(settings.Data, []byte("formats: [none]\n"), nil, 1), line...)
	c, found, err := config.Load(files, nil, france.Extension().Settings...)
	if err != nil {
		t.Fatal(err)
	}
	if c.AsOf, err = cal.ParseDay(smallproject.Day); err != nil {
		t.Fatal(err)
	}
	public, more := siteOf(t, build.Options{Project: files, Config: c, Country: france.Extension()})
	if found = append(found, more...); found.Errors() > 0 {
		t.Fatalf("the site has %s: %v", found.Total(), found)
	}
	return public
}

// rapper parses the two forms that it knows into statements, one a line.
func rapper(t *testing.T, public string) {
	parse := program(t, "rapper")
	count := func(form, file string) int {
		lines := run(t, public, parse, "-q", "-i", form, "-o", "ntriples", filepath.Join(public, file))
		return strings.Count(string(lines), "\n")
	}
	turtle, xml := count("turtle", "catalog.ttl"), count("rdfxml", "catalog.rdf")
	if turtle != xml || turtle < 100 {
		t.Errorf("%d statements in Turtle, %d in RDF/XML", turtle, xml)
	}
	t.Logf("%d statements in each", turtle)
}
