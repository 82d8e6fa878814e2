package cli_test

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"

	"vigie/internal/cli"
	"vigie/internal/france"
)

var update = flag.Bool("update", false, "write the expected outputs of the scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"vigie":    func() { os.Exit(cli.Run(france.Extension(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"problems": func() { os.Exit(problems()) },
		"hushed":   hushed,
	})
}

var counts = regexp.MustCompile(`(?m)^\d+ records: `)

// problems is vigie check without the counts that end its output: they change
// with every rule and with the made-up site.
func problems() int {
	var said strings.Builder
	code := cli.Run(france.Extension(), append([]string{"check", "--data-only"}, os.Args[1:]...), os.Stdin, &said, os.Stderr)
	end := len(said.String())
	if at := counts.FindStringIndex(said.String()); at != nil {
		end = at[0]
	}
	os.Stdout.WriteString(said.String()[:end])
	return code
}

// TestCommands runs the scripts of testdata/script. Each starts in the folder of
// a small valid site, made up for tests, on which it breaks one thing.
func TestCommands(t *testing.T) {
	site, err := madeUpSite()
	if err != nil {
		t.Fatal(err)
	}
	project, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PROJECT", project)                              // whose theme and prose a script may lend
			env.Setenv("VIGIE_FORMATS", "none")                         // workbooks and pictures have tests of their own
			env.Setenv("VIGIE_CACHE", filepath.Join(project, ".cache")) // drawn once, for all tests
			return unpack(site, env.WorkDir)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"replace": replace,
		},
	})
}

// madeUpSite is the valid data that the rules are tested on, with settings.
func madeUpSite() (*txtar.Archive, error) {
	data, err := txtar.ParseFile("../check/testdata/valid.txtar")
	if err != nil {
		return nil, err
	}
	rest, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		return nil, err
	}
	data.Files = append(data.Files, rest.Files...)
	return data, nil
}

func unpack(files *txtar.Archive, folder string) error {
	for _, f := range files.Files {
		path := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// exits runs a command and wants one exit code: exits 2 vigie biuld.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%s exits %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// replace changes one thing in a file, which must be there: replace file old new.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	path := ts.MkAbs(args[0])
	content, err := os.ReadFile(path)
	ts.Check(err)
	unescaped := strings.NewReplacer(`\n`, "\n")
	old := unescaped.Replace(args[1])
	if !strings.Contains(string(content), old) {
		ts.Fatalf("%s holds no %q", args[0], old)
	}
	changed := strings.Replace(string(content), old, unescaped.Replace(args[2]), 1)
	ts.Check(os.WriteFile(path, []byte(changed), 0o644))
}
