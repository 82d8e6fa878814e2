package soak_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// notebook counts what all runs together have done.
type notebook struct {
	Minutes float64            `json:"minutes"`
	Kills   map[string]*killed `json:"kills"`
	Fuzzed  map[string]*fuzzed `json:"fuzzed"`
	path    string
}

// killed counts the kills of a kind of run.
type killed struct {
	Kills  int `json:"kills"` // runs that were to be killed
	Hits   int `json:"hits"`  // those that had not ended before
	Faults int `json:"faults"`
}

// fuzzed counts what a fuzz target was given.
type fuzzed struct {
	Seconds float64 `json:"seconds"`
	Inputs  int64   `json:"inputs"`
	Kept    int     `json:"kept"` // inputs that reach something new
	Faults  int     `json:"faults"`
}

func openNotebook(t *testing.T, path string) *notebook {
	t.Helper()
	b := &notebook{path: path}
	content, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(content, b)
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	if b.Kills == nil {
		b.Kills = map[string]*killed{}
	}
	if b.Fuzzed == nil {
		b.Fuzzed = map[string]*fuzzed{}
	}
	return b
}

func (b *notebook) killsOf(kind string) *killed {
	if b.Kills[kind] == nil {
		b.Kills[kind] = &killed{}
	}
	return b.Kills[kind]
}

func (b *notebook) fuzzedOf(target string) *fuzzed {
	if b.Fuzzed[target] == nil {
		b.Fuzzed[target] = &fuzzed{}
	}
	return b.Fuzzed[target]
}

func (b *notebook) write(t *testing.T) {
	t.Helper()
	content, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(b.path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.path, append(content, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// words give the counts of all runs.
func (b *notebook) words() string {
	var out strings.Builder
	fmt.Fprintf(&out, "all runs together, %.0f minutes; counted in %s\n", b.Minutes, b.path)
	kills, hits, faults := 0, 0, 0
	for _, kind := range slices.Sorted(maps.Keys(b.Kills)) {
		k := b.Kills[kind]
		fmt.Fprintf(&out, "  %-18s %6d runs to kill, %6d killed before their end, %d faults\n", kind, k.Kills, k.Hits, k.Faults)
		kills, hits, faults = kills+k.Kills, hits+k.Hits, faults+k.Faults
	}
	fmt.Fprintf(&out, "  %-18s %6d runs to kill, %6d killed before their end, %d faults\n", "together", kills, hits, faults)
	for _, target := range slices.Sorted(maps.Keys(b.Fuzzed)) {
		f := b.Fuzzed[target]
		fmt.Fprintf(&out, "  %-60s %5.0f s, %9d inputs, %4d kept, %d faults\n", target, f.Seconds, f.Inputs, f.Kept, f.Faults)
	}
	return out.String()
}
