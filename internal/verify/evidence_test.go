package verify_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/corpus"
	"vigie/internal/france"
	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

// copied is a source of the project whose copy is published with it.
const copied = "insee-cog-2026-regions"

// evidence puts the copy and the rows of a source into a folder of their own.
func evidence(t *testing.T) (folder string, e *verify.Evidence) {
	t.Helper()
	folder = t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "snapshots", copied), os.DirFS(filepath.Join(root, "data/snapshots", copied))); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, "collected"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{".csv", ".state.yaml"} {
		data, err := os.ReadFile(filepath.Join(root, "data/collected", copied+suffix))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, "collected", copied+suffix), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	project := os.DirFS(root)
	c, _, err := corpus.Load(project, "data", lang.Composed())
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := france.Readers(project, "data")
	if err != nil {
		t.Fatal(err)
	}
	var tasks []collect.Task
	for _, s := range c.Sources {
		if s.ID == copied {
			tasks = append(tasks, readers.Task(s, all))
		}
	}
	return folder, &verify.Evidence{Archive: archive.Open(filepath.Join(folder, "snapshots"), filepath.Join(folder, "cache")),
		Collected: filepath.Join(folder, "collected"), Tasks: tasks, Now: func() time.Time { return day.Time() }}
}

// alter changes one byte of a file.
func alter(t *testing.T, file string, old, changed byte) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndexByte(data, old)
	if at < 0 {
		t.Fatalf("%s holds no %q", file, old)
	}
	data[at] = changed
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestCopiesAreDigestedAndReadAgain(t *testing.T) {
	project := small(t)
	site := built(t, project)
	look := func(t *testing.T, e *verify.Evidence) verify.Report {
		t.Helper()
		r, err := verify.Run(t.Context(), verify.Options{Site: site, Project: project, Config: settings(t, project), Country: france.Extension(), Evidence: e})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	t.Run("nothing was altered", func(t *testing.T) {
		_, e := evidence(t)
		r := look(t, e)
		if !r.Sound() || r.Copies.Snapshots != 1 || r.Copies.Digested != 1 || r.Copies.Replayed != 1 || r.Copies.Rows == 0 {
			t.Errorf("%+v %+v", r.Copies, r.Faults)
		}
	})
	t.Run("one byte of a copy", func(t *testing.T) {
		folder, e := evidence(t)
		files, err := filepath.Glob(filepath.Join(folder, "snapshots", copied, "????????????????????????????????????????????????????????????????"))
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		alter(t, files[0], '9', '8')
		faulty := false
		for _, f := range look(t, e).Faults {
			faulty = faulty || f.Figure == copied && f.Want == filepath.Base(files[0]) && filepath.Dir(f.File) == "data/snapshots/"+copied
		}
		if !faulty {
			t.Error("the copy that was altered is not named")
		}
	})
	t.Run("one digit of a row", func(t *testing.T) {
		folder, e := evidence(t)
		alter(t, filepath.Join(folder, "collected", copied+".csv"), '4', '5')
		if r := look(t, e); !caught(r.Faults, filepath.Join(folder, "collected", copied+".csv"), copied) {
			t.Errorf("the rows that were altered are not named: %+v", r.Faults)
		}
	})
	t.Run("a claim that names a copy which nobody keeps", func(t *testing.T) {
		_, e := evidence(t)
		e.Tasks = nil
		const digest = "1111111111111111111111111111111111111111111111111111111111111111"
		project = with(t, project, "data/events/example-fire.yaml", "    at: p. 17\n", "    at: p. 17\n    snapshot: "+digest+"\n")
		site = built(t, project)
		if r := look(t, e); !caught(r.Faults, "data/events/example-fire.yaml", digest) {
			t.Errorf("the claim is not named: %+v", r.Faults)
		}
	})
}
