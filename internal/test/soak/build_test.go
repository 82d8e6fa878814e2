package soak_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/test/smallproject"
)

// exchanged is a build that puts a new site in the place of the old one at once.
func exchanged(t *testing.T) *victim { return building(t) }

// filled is a build that fills the folder of the site file by file.
func filled(t *testing.T) *victim { return building(t, "--in-place") }

// building is a small project of which two sites are built in turn: one of its
// providers changes its name.
func building(t *testing.T, how ...string) *victim {
	v := &victim{folder: smallproject.Folder(t, root)}
	args := append([]string{"build", "--quiet", "--as-of", smallproject.Day}, how...)
	public := filepath.Join(v.folder, "public")
	provider := filepath.Join(v.folder, "data", "providers", "example-host.yaml")
	first := read(t, filepath.Dir(provider))["example-host.yaml"]
	if !strings.Contains(first, "name: ") {
		t.Fatalf("the made-up provider is another: %q", first)
	}
	versions := []string{first, strings.Replace(first, "name: ", "name: Nouvel ", 1)}
	sites := make([]tree, 2)
	for i, content := range versions {
		write(t, provider, content)
		run(t, vigie(v.folder, args...))
		sites[i] = read(t, public)
	}
	if differences(sites[0], sites[1]) == "" {
		t.Fatal("both sites are the same: the test shows nothing")
	}
	now := 1
	v.prepare = func(t *testing.T) *exec.Cmd {
		now = 1 - now
		write(t, provider, versions[now])
		return vigie(v.folder, args...)
	}
	v.want = func(*testing.T) tree { return sites[1-now] }
	v.see = func(t *testing.T) string { return old(read(t, public), sites, len(how) > 0) }
	v.result = func(t *testing.T) tree {
		left, _ := filepath.Glob(filepath.Join(v.folder, ".public*"))
		got := read(t, public)
		for _, name := range left {
			got["../"+filepath.Base(name)] = "left by a killed build"
		}
		return got
	}
	return v
}

// old says what is wrong with a site after a blow: it is one of the two, whole; or,
// where it is filled file by file, each of its files is that of one of the two.
func old(got tree, sites []tree, fileByFile bool) string {
	if !fileByFile {
		a, b := differences(sites[0], got), differences(sites[1], got)
		if a != "" && b != "" {
			return fmt.Sprintf("it is neither site.\nfrom the first:\n%s\nfrom the second:\n%s", a, b)
		}
		return ""
	}
	for name, content := range got {
		if strings.HasPrefix(name, ".") {
			continue
		}
		if content != sites[0][name] && content != sites[1][name] {
			return name + " is that of neither site"
		}
	}
	for name := range sites[0] {
		if _, both := sites[1][name]; both {
			if _, there := got[name]; !there {
				return name + " is missing, and both sites have it"
			}
		}
	}
	return ""
}
