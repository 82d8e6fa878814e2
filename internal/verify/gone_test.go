package verify_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/edition"
	"vigie/internal/france"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

// withEdition is a project with an edition of its data on a day; what it would hold may be changed first.
func withEdition(t *testing.T, project fstest.MapFS, on cal.Day, changes ...func(*edition.Content)) fstest.MapFS {
	t.Helper()
	c := settings(t, project)
	c.AsOf = on
	store, content, found, err := build.Prepare(t.Context(), build.Options{Project: project, Config: c, Country: france.Extension(), AsOf: on,
		CacheDir: filepath.Join(root, ".cache")})
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	for _, change := range changes {
		change(&content)
	}
	dir := t.TempDir()
	if _, err := store.Create(t.Context(), filepath.Join(dir, "data", "editions"), content); err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for name, f := range project {
		out[name] = f
	}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// twoEditions is a project with two editions, and its site, made once for all tests that look at them.
func twoEditions(t *testing.T) (project, site fstest.MapFS) {
	t.Helper()
	twice.Do(func() {
		twice.project = withEdition(t, withEdition(t, small(t), cal.NewDay(2026, 9, 10)), cal.NewDay(2026, 10, 10))
		twice.site = built(t, twice.project)
	})
	return twice.project, twice.site
}

var twice struct {
	sync.Once
	project, site fstest.MapFS
}

// A month that left the window of an indicator keeps the address of its proof, and
// what the page shows is that of the edition that holds it last.
func TestAFigureThatIsGoneIsProvenByItsEdition(t *testing.T) {
	project, site := twoEditions(t)
	report := run(t, site, project)
	for _, f := range report.Faults {
		t.Errorf("%+v", f)
	}
	whole, err := verify.Explain(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension()}, "indicator/expiries-ahead/ending/2026-09", lang.EN)
	if err != nil || len(whole.Chains) != 1 || whole.Chains[0].Last != "2026-09-10" || !strings.Contains(whole.Chains[0].Outline(""), "computed no more") {
		t.Errorf("it is not explained: %+v, %v", whole, err)
	}
	const (
		month = "indicator/expiries-ahead/ending/2026-09"
		page  = "preuves/" + month + "/index.html"
		file  = "editions/2026-09-10/figures.csv"
	)
	line := lineOf(t, string(site[file].Data), month+",")
	for name, c := range map[string]struct{ file, old, now, what string }{
		"a digit of the value":                {page, "<data value=\"0\">0\u00a0", "<data value=\"1\">0\u00a0", "the value of a figure is not that of the data"},
		"a digit of its words":                {page, "<data value=\"0\">0\u00a0", "<data value=\"0\">1\u00a0", "the words of a figure are not those of the data"},
		"another edition":                     {page, `editions/2026-09-10/figures.csv"`, `editions/2026-10-10/figures.csv"`, "without the edition that holds it"},
		"another day":                         {page, `<time datetime="2026-09-10">10`, `<time datetime="2026-09-10">11`, "a day that the data do not hold"},
		"the line of the edition":             {file, line, strings.Replace(line, ",0,", ",7,", 1), "a figure that is gone is not that of the edition"},
		"a value that the page does not mark": {page, `data-proof="` + month + `"`, `data-proved="` + month + `"`, "does not show the value"},
	} {
		found := false
		for _, f := range run(t, with(t, site, c.file, c.old, c.now), project).Faults {
			found = found || f.File == c.file && strings.Contains(f.What, c.what)
		}
		if !found {
			t.Errorf("%s is not caught", name)
		}
	}
	lost := fstest.MapFS{}
	for name, f := range site {
		if name != page {
			lost[name] = f
		}
	}
	if !caught(run(t, lost, project).Faults, page, month) {
		t.Error("a proof page that is lost is not caught")
	}
}

// A site that was built before the last edition differs from the data in thousands of
// places that have one cause: that cause is given instead of them.
func TestASiteOlderThanTheLastEditionIsOutdated(t *testing.T) {
	project := small(t)
	site := built(t, project)
	_, err := verifyRun(t, site, withEdition(t, project, day))
	var outdated verify.Outdated
	if !errors.As(err, &outdated) || outdated.Edition != day || !strings.Contains(err.Error(), "vigie build makes it again") {
		t.Errorf("it says %v", err)
	}
}

// lineOf is the line of a text that starts so.
func lineOf(t *testing.T, text, start string) string {
	t.Helper()
	for _, line := range strings.Split(text, "\r\n") {
		if strings.HasPrefix(line, start) {
			return line
		}
	}
	t.Fatalf("no line starts with %q", start)
	return ""
}
