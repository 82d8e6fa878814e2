// Package ci_test runs the scripts of continuous integration on made-up projects, with
// programs of the forge played by stubs, and holds the workflows to their promises.
package ci_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v4"
)

const root = "../.."

// TestScripts runs each script of testdata in a folder that holds script/ci and
// script/collect.sh as they are. `gh`, `curl` and `vigie` are what a test puts in its
// folder stub, which is first on the PATH.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                "testdata",
		RequireUniqueNames: true,
		Setup: func(env *testscript.Env) error {
			for _, v := range [][2]string{
				{"PATH", filepath.Join(env.WorkDir, "stub") + string(os.PathListSeparator) + os.Getenv("PATH")},
				{"HOME", filepath.Join(env.WorkDir, ".home")}, {"GIT_CONFIG_GLOBAL", os.DevNull}, {"GIT_CONFIG_SYSTEM", os.DevNull},
				{"GIT_AUTHOR_NAME", "Essai"}, {"GIT_AUTHOR_EMAIL", "essai@example.org"},
				{"GIT_COMMITTER_NAME", "Essai"}, {"GIT_COMMITTER_EMAIL", "essai@example.org"},
				{"GITHUB_ACTIONS", ""}, {"GITLAB_CI", ""}, {"GOFLAGS", ""},
				{"GOCACHE", goCache(t)}, {"WORK", env.WorkDir},
			} {
				env.Setenv(v[0], v[1])
			}
			for _, name := range append(scripts(t), filepath.Join(root, "script/collect.sh"), "Containerfile") {
				to := filepath.Join(env.WorkDir, "script/ci", filepath.Base(name))
				if strings.HasSuffix(name, "collect.sh") && filepath.Dir(name) != "." {
					to = filepath.Join(env.WorkDir, "script", filepath.Base(name))
				}
				if err := copied(name, to); err != nil {
					return err
				}
			}
			stubs, err := filepath.Glob(filepath.Join(env.WorkDir, "stub", "*"))
			for _, stub := range stubs {
				if err := os.Chmod(stub, 0o755); err != nil {
					return err
				}
			}
			return err
		},
	})
}

func goCache(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func copied(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o755)
}

func scripts(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("*.sh")
	if err != nil || len(found) < 10 {
		t.Fatalf("%d scripts were found: %v", len(found), err)
	}
	return found
}

func TestScriptsAreSoundShell(t *testing.T) {
	all := append(scripts(t), filepath.Join(root, "script/collect.sh"))
	for _, name := range all {
		if out, err := exec.Command("sh", "-n", name).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", name, out)
		}
		if info, err := os.Stat(name); err != nil || (info.Mode()&0o100 != 0) == slices.Contains([]string{"lib.sh", "forge.sh", "forge-gitlab.sh"}, name) {
			t.Errorf("%s: what is run may be run, and what is read may not: %v, %v", name, info.Mode(), err)
		}
	}
	if _, err := exec.LookPath("shellcheck"); err != nil {
		t.Skip("shellcheck is not installed: script/tools.sh")
	}
	check := exec.Command("shellcheck", append([]string{"--shell=sh", "--external-sources", "--source-path=" + root}, all...)...)
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%s", out)
	}
}

// A workflow is what the scripts are called by. GitHub's own linter, actionlint, reads
// them here as it does beside an editor.
func TestWorkflowsAreSound(t *testing.T) {
	lint := exec.Command("go", "tool", "-modfile=script/ci/tools/go.mod", "actionlint", "-no-color")
	lint.Dir = root
	if out, err := lint.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// job is what the test reads of a job.
type job struct {
	Timeout     int  `yaml:"timeout-minutes"`
	Permissions *any `yaml:"permissions"`
	Steps       []struct {
		Uses string
		Run  string
		With map[string]any
		Env  map[string]string
	}
}

var (
	pinned = regexp.MustCompile(`^(actions/[a-z-]+)@([0-9a-f]{40})$`)
	called = regexp.MustCompile(`script/[a-z/-]+\.sh`)
	// filled is what the forge puts into a line of shell as it stands, whoever wrote it.
	filled = regexp.MustCompile(`\$\{\{`)
)

func TestWorkflowsMayDoLittleAndArePinned(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root, ".github/workflows/*.yml"))
	if err != nil || len(files) < 6 {
		t.Fatalf("%d workflows were found: %v", len(files), err)
	}
	page, err := os.ReadFile(filepath.Join(root, "doc/publishing.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w struct {
			On          map[string]any
			Permissions map[string]string
			Concurrency any
			Jobs        map[string]job
		}
		if err := yaml.Unmarshal(content, &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := filepath.Base(file)
		if w.Permissions == nil || len(w.Permissions) > 0 || w.Concurrency == nil {
			t.Errorf("%s: a workflow gives its jobs no permission by itself, and says what runs beside it", name)
		}
		if !bytes.Contains(page, []byte("`"+name+"`")) {
			t.Errorf("doc/publishing.md does not name %s", name)
		}
		_, fromForks := w.On["pull_request"]
		if _, privileged := w.On["pull_request_target"]; privileged {
			t.Errorf("%s runs what a fork wrote with our rights", name)
		}
		for id, j := range w.Jobs {
			if j.Timeout == 0 || j.Permissions == nil {
				t.Errorf("%s, %s: a job has an end and permissions of its own", name, id)
			}
			for _, s := range j.Steps {
				if s.Uses != "" {
					m := pinned.FindStringSubmatch(s.Uses)
					if m == nil {
						t.Errorf("%s: %s is not pinned by its commit", name, s.Uses)
					} else if !bytes.Contains(page, []byte("| `"+m[1]+"` | `"+m[2]+"` |")) {
						t.Errorf("%s: %s is not in the table of doc/publishing.md", name, s.Uses)
					}
				}
				if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["persist-credentials"] != false {
					t.Errorf("%s, %s: the token stays in the tree", name, id)
				}
				if filled.MatchString(s.Run) {
					t.Errorf("%s, %s: what the forge fills into shell is for the environment: %s", name, id, s.Run)
				}
				for _, script := range called.FindAllString(s.Run, -1) {
					if _, err := os.Stat(filepath.Join(root, script)); err != nil {
						t.Errorf("%s calls %s, which is not there", name, script)
					}
				}
				for _, value := range s.Env {
					if fromForks && (strings.Contains(value, "secrets.") || strings.Contains(value, "github.token")) {
						t.Errorf("%s, %s: a proposal from a fork is given a secret", name, id)
					}
				}
			}
		}
	}
}

// GitLab is held to the names of scripts that are there.
func TestTheScriptsThatGitLabCallsAreThere(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, ".gitlab-ci.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var pipeline map[string]any
	if err := yaml.Unmarshal(content, &pipeline); err != nil {
		t.Fatal(err)
	}
	found := called.FindAllString(string(content), -1)
	if len(found) < 8 {
		t.Fatalf("only %v are called", found)
	}
	for _, script := range found {
		if _, err := os.Stat(filepath.Join(root, script)); err != nil {
			t.Errorf(".gitlab-ci.yml calls %s, which is not there", script)
		}
	}
	if image, _ := pipeline["image"].(string); !strings.Contains(image, "@sha256:") {
		t.Errorf("the image %q is not pinned by its digest", image)
	}
}
