package country_test

import (
	"context"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/country"
	"vigie/internal/output"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/verify"
)

const root = "../.."

// TestTheEngineKnowsNoCountry holds this test, which builds and verifies a site, to the
// engine: nothing that it is made of is the folder of a country.
func TestTheEngineKnowsNoCountry(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-test", "vigie/internal/country")
	list.Dir = root
	deps, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(deps), "vigie/internal/verify\n") {
		t.Fatal("this test is not made of the engine")
	}
	for dep := range strings.Lines(string(deps)) {
		if strings.HasPrefix(dep, "vigie/internal/france") {
			t.Errorf("the engine is made of %s", dep)
		}
	}
}

// TestASiteIsBuiltAndProvenWithoutAnyCountry makes the made-up project with an Extension
// that is empty.
func TestASiteIsBuiltAndProvenWithoutAnyCountry(t *testing.T) {
	project := withoutCountry(t)
	settings, found, err := config.Load(project, nil)
	if err != nil || found.Errors() > 0 {
		t.Fatal(found, err)
	}
	settings.AsOf = cal.NewDay(2026, 11, 23)
	memory := output.NewMemory()
	_, found, err = build.Run(context.Background(), build.Options{Project: project, Config: settings, Country: country.Extension{}, AsOf: settings.AsOf,
		Sink: memory, CacheDir: filepath.Join(root, ".cache")})
	if err != nil || found.Errors() > 0 {
		t.Fatal(found, err)
	}
	site := fstest.MapFS{}
	for _, name := range memory.Paths() {
		data, _ := memory.Get(name)
		site[name] = &fstest.MapFile{Data: data}
	}
	r, err := verify.Run(t.Context(), verify.Options{Site: site, Project: project, Config: settings, Country: country.Extension{}, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Errorf("%s: %s [%s] found %q, data %q", f.File, f.What, f.Figure, f.Found, f.Want)
	}
	if all := r.Total(); all.Found == 0 || all.Proven != all.Found {
		t.Errorf("%d of %d numbers are proven", all.Proven, all.Found)
	}
	for name := range site {
		if strings.HasPrefix(name, "silences/demande/") {
			t.Errorf("%s: a request is offered, and no law says how to write one", name)
		}
	}
}

// withoutCountry is the made-up project without the pages that a country adds in Go.
func withoutCountry(t *testing.T) fstest.MapFS {
	t.Helper()
	project := smallproject.Files(t, root)
	for name, f := range project {
		if addedPage.Match(f.Data) && strings.HasPrefix(name, "content/") {
			delete(project, name)
			continue
		}
		f.Data = notices.ReplaceAll(f.Data, nil)
	}
	return project
}

var (
	addedPage = regexp.MustCompile(`(?m)^key: cloud-filter$`)
	notices   = regexp.MustCompile(`(?m)^notices: .*\n`)
)
