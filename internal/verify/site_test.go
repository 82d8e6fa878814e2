package verify_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/test/smallproject"
	"vigie/internal/value/cal"
	"vigie/internal/verify"
)

const root = "../.." // the project's folder

var day = cal.NewDay(2026, 11, 23)

// small is the made-up project.
func small(t *testing.T) fstest.MapFS {
	t.Helper()
	return smallproject.Files(t, root)
}

// settings are those of a project.
func settings(t *testing.T, project fs.FS) config.Config {
	t.Helper()
	c, _, err := config.Load(project, nil, france.Extension().Settings...)
	if err != nil {
		t.Fatal(err)
	}
	c.AsOf = day
	return c
}

// built builds a project in memory.
func built(t *testing.T, project fs.FS) fstest.MapFS {
	t.Helper()
	sink := output.NewMemory()
	_, problems, err := build.Run(t.Context(), build.Options{Project: project, Config: settings(t, project), Country: france.Extension(), AsOf: day, Sink: sink, CacheDir: filepath.Join(root, ".cache")})
	if err != nil || problems.Errors() > 0 {
		t.Fatalf("the site cannot be built: %v %v", err, problems)
	}
	site := fstest.MapFS{}
	for _, name := range sink.Paths() {
		data, _ := sink.Get(name)
		site[name] = &fstest.MapFile{Data: data}
	}
	return site
}

// run verifies a site against a project.
func run(t *testing.T, site, project fs.FS) verify.Report {
	t.Helper()
	r, err := verify.Run(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension(), Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// with is a copy of files in which one thing is changed; the thing must be there.
func with(t *testing.T, files fstest.MapFS, name, old, changed string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for n, f := range files {
		out[n] = f
	}
	f, ok := files[name]
	if !ok || !strings.Contains(string(f.Data), old) {
		t.Fatalf("%s holds no %q", name, old)
	}
	out[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(f.Data), old, changed, 1))}
	return out
}

// caught says whether a fault names a file and what it is about.
func caught(faults []verify.Fault, file, about string) bool {
	for _, f := range faults {
		if f.File == file && strings.Contains(f.Figure+" "+f.Found+" "+f.Want, about) {
			return true
		}
	}
	return false
}

func verifyRun(t *testing.T, site, project fs.FS) (verify.Report, error) {
	t.Helper()
	return verify.Run(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension()})
}
