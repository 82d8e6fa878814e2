package soak_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// target is a fuzz target of the project: func FuzzX in the tests of a package.
type target struct{ folder, name string }

func (g target) String() string { return g.folder + " " + g.name }

var declared = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// targets finds them all.
func targets(t *testing.T) (out []target) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), "internal", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(root), name)
		for _, m := range declared.FindAllSubmatch(content, -1) {
			out = append(out, target{path.Dir(name), string(m[1])})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// atOnce is how long a target is fuzzed before it is the turn of the next one.
const atOnce = 40 * time.Second

// fuzz gives each target its turn, those that had the least time first.
func fuzz(t *testing.T, book *notebook, until time.Time) {
	all := targets(t)
	slices.SortStableFunc(all, func(a, b target) int {
		return cmp.Compare(book.fuzzedOf(a.String()).Seconds, book.fuzzedOf(b.String()).Seconds)
	})
	for i := 0; time.Until(until) > 5*time.Second; i++ {
		g := all[i%len(all)]
		t.Run(g.String(), func(t *testing.T) { g.run(t, book.fuzzedOf(g.String()), min(atOnce, time.Until(until))) })
		book.write(t)
	}
}

var (
	progress = regexp.MustCompile(`execs: (\d+) .*new interesting: (\d+) \(total: (\d+)\)`)
	written  = regexp.MustCompile(`Failing input written to (\S+)`)
)

// run fuzzes one target on one processor. It stops short of a fault, which it reports
// with the file that holds the input.
func (g target) run(t *testing.T, of *fuzzed, during time.Duration) {
	c := exec.Command("go", "test", "-run", "^$", "-fuzz", "^"+g.name+"$", "-fuzztime", fmt.Sprintf("%ds", int(during.Seconds())), "-parallel=1", "-fuzzminimizetime=1s", "./"+g.folder)
	c.Dir = root
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	begun := time.Now()
	err := c.Run()
	of.Seconds += time.Since(begun).Seconds()
	if all := progress.FindAllSubmatch(said.Bytes(), -1); len(all) > 0 {
		last := all[len(all)-1]
		inputs, _ := strconv.ParseInt(string(last[1]), 10, 64)
		of.Inputs += inputs
		of.Kept, _ = strconv.Atoi(string(last[3]))
	}
	if err == nil {
		return
	}
	of.Faults++
	text := said.String()
	where := ""
	if m := written.FindStringSubmatch(text); m != nil {
		where = filepath.Join(g.folder, m[1])
	}
	t.Errorf("%v; the input: %s\n%s", err, cmp.Or(where, "none was written"), text[max(0, len(text)-3_000):])
}
