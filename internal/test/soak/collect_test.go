package soak_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/recipe"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// lists are the made-up sources: one that may be republished, one that may not, each of
// three pages.
var lists = []string{"liste", "autre-liste"}

const pages = 3

// collectOnce is the run that gets killed: a visit of both on a made-up day.
func collectOnce(day, address string) error {
	n, err := strconv.Atoi(day)
	if err != nil {
		return err
	}
	now := func() time.Time { return time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, n) }
	spool, err := os.MkdirTemp("", "soak-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(spool)
	var tasks []collect.Task
	for i, name := range lists {
		s := record.Source{Head: record.Head{ID: name}, Title: name, Redistributable: i == 0, Cadence: record.Monthly}
		text := func(name string) record.RecipeField {
			return record.RecipeField{Name: name, Label: lang.Text{FR: name, EN: name}, From: name, As: "text"}
		}
		s.Collect = &record.Collecting{Media: []string{"text/csv"}, Limits: record.Limits{Bytes: "1 M", Seconds: 20},
			Recipe: &record.Recipe{Format: "csv", Key: []string{"code"}, Fields: []record.RecipeField{text("code"), text("nom")}},
			Bounds: record.Bounds{RowsMin: 1, RowsMax: 10_000, Gone: 100}}
		for p := range pages {
			s.Collect.Addresses = append(s.Collect.Addresses, fmt.Sprintf("%s/%s/%d.csv", address, name, p))
		}
		reader, err := recipe.Reader(s.ID, *s.Collect.Recipe)
		tasks = append(tasks, collect.Task{Source: s, Reader: reader, Broken: err})
	}
	getter := fetch.New(fetch.Options{Agent: "Vigie", Contact: "contact@example.org", TempDir: spool, Loopback: true, Now: now,
		Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
	report, err := collect.Run(context.Background(), collect.Options{Folder: "data/collected", Getter: getter, Jobs: 2, Tool: "vigie soak", Now: now,
		Archive: archive.Open("data/snapshots", ".cache/snapshots")}, tasks)
	if err == nil && report.Wrong() > 0 {
		err = fmt.Errorf("%+v", report.Sources)
	}
	return err
}

// collecting is a collect of sources that change each day.
func collecting(t *testing.T) *victim {
	var version atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Date", "Thu, 01 Jan 2026 09:00:00 GMT") // it stands in the evidence
		w.Header().Set("Content-Type", "text/csv; charset=utf-8")
		n := version.Load()
		if strings.HasSuffix(r.URL.Path, "/1.csv") {
			n /= 2 // it changes every other day
		}
		fmt.Fprint(w, "code;nom\n")
		for i := range 400 {
			fmt.Fprintf(w, "%s-%d;Ligne %d, jour %d\n", r.URL.Path, i, i, n)
		}
	}))
	t.Cleanup(server.Close)
	v := &victim{folder: t.TempDir()}
	undisturbed := t.TempDir()
	day := 0
	visit := func(folder string) *exec.Cmd {
		c := exec.Command(os.Args[0], strconv.Itoa(day), server.URL)
		c.Dir, c.Env = folder, append(os.Environ(), roleVariable+"=collect")
		return c
	}
	v.prepare = func(t *testing.T) *exec.Cmd { return visit(v.folder) }
	v.want = func(t *testing.T) tree {
		day++
		version.Add(1)
		if day%25 == 0 { // or the evidence grows for ever
			empty(t, v.folder)
		}
		empty(t, undisturbed)
		if err := os.CopyFS(undisturbed, os.DirFS(v.folder)); err != nil {
			t.Fatal(err)
		}
		run(t, visit(undisturbed))
		return read(t, undisturbed)
	}
	v.see = func(t *testing.T) string { return unsound(read(t, filepath.Join(v.folder, "data"))) }
	v.result = func(t *testing.T) tree { return read(t, v.folder) }
	return v
}

// unsound says which file, but one that is being written, is not whole.
func unsound(files tree) string {
	for name, content := range files {
		base := filepath.Base(name)
		if !strings.HasPrefix(base, ".") && (content == "" || !strings.HasSuffix(base, ".gz") && !strings.HasSuffix(content, "\n")) {
			return name + " is not whole"
		}
	}
	return ""
}

func empty(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}
