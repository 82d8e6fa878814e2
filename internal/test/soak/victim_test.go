package soak_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// victim is a kind of run that is killed.
type victim struct {
	folder string
	// prepare makes the folder ready for the next run, and gives the command.
	prepare func(t *testing.T) *exec.Cmd
	// want is what an undisturbed run makes of it: the files below the folder.
	want func(t *testing.T) tree
	// see looks at the folder as the blow left it, before anything else does.
	see func(t *testing.T) string
	// ended says that the run which was killed had done all: none comes after it. Nil
	// where a next one changes nothing.
	ended func() bool
	// result are the files to compare, once a next run has ended.
	result func(t *testing.T) tree

	takes time.Duration // an undisturbed run
}

// tree are files by name.
type tree map[string]string

func (v *victim) once(t *testing.T, dice *rand.Rand) (hit bool, fault string) {
	t.Helper()
	if v.takes == 0 {
		begun := time.Now()
		if out, err := v.prepare(t).CombinedOutput(); err != nil {
			t.Fatalf("undisturbed: %v\n%s", err, out)
		}
		v.takes = time.Since(begun)
	}
	want := v.want(t)
	run := v.prepare(t)
	var said bytes.Buffer
	run.Stdout, run.Stderr = &said, &said
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	moment := dice.Float64() * 1.1
	if dice.IntN(2) == 0 { // what is kept is written at the end
		moment = 0.8 + 0.25*dice.Float64()
	}
	blow := time.AfterFunc(time.Duration(moment*float64(v.takes)), func() { _ = run.Process.Kill() })
	started := time.Now()
	err := run.Wait()
	hit = !blow.Stop() && err != nil
	if !hit {
		v.takes = time.Since(started)
	}
	if err != nil && !hit {
		return false, fmt.Sprintf("it failed by itself: %v\n%s", err, &said)
	}
	if fault := v.see(t); fault != "" {
		return hit, "after the blow: " + fault
	}
	if v.ended != nil && v.ended() {
		return hit, differences(want, v.result(t))
	}
	begun := time.Now()
	if out, err := again(run).CombinedOutput(); err != nil {
		return hit, fmt.Sprintf("the next run: %v\n%s", err, out)
	}
	if hit { // the machine may have more to do, or less, than when it was measured first
		v.takes = time.Since(begun)
	}
	return hit, differences(want, v.result(t))
}

// again is the same command once more.
func again(c *exec.Cmd) *exec.Cmd {
	next := exec.Command(c.Path, c.Args[1:]...)
	next.Dir, next.Env = c.Dir, c.Env
	return next
}

// keep puts a folder aside.
func (v *victim) keep(t *testing.T, to string) string {
	t.Helper()
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(to, os.DirFS(v.folder)); err != nil {
		t.Error(err)
	}
	return to
}

// vigie runs the program in a folder.
func vigie(folder string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Dir, c.Env = folder, append(os.Environ(), roleVariable+"=vigie")
	return c
}

func run(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", c.Args[1:], err, out)
	}
}

// read gives the files below a folder; none where there is no folder.
func read(t *testing.T, folder string) tree {
	t.Helper()
	out := tree{}
	err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		below, _ := filepath.Rel(folder, name)
		out[filepath.ToSlash(below)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// differences names the first files that are not the same; nothing when all are.
func differences(want, got tree) string {
	var out []string
	for name, content := range want {
		if there, ok := got[name]; !ok {
			out = append(out, name+" is missing")
		} else if there != content {
			out = append(out, name+" is another")
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			out = append(out, name+" is too many")
		}
	}
	slices.Sort(out)
	return strings.Join(out[:min(len(out), 10)], "\n")
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
