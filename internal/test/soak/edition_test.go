package soak_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vigie/internal/test/smallproject"
)

// dayAfter is the day of the edition that gets killed.
const dayAfter = "2026-11-24"

// freezing is the second edition of a small project, to which a provider was added.
func freezing(t *testing.T) *victim {
	base, v := smallproject.Folder(t, root), &victim{folder: t.TempDir()}
	run(t, vigie(base, "edition", "create", "--as-of", smallproject.Day))
	write(t, filepath.Join(base, "data", "providers", "example-addition.yaml"), "name: Ajout d'essai\n")
	undisturbed := t.TempDir()
	if err := os.CopyFS(undisturbed, os.DirFS(base)); err != nil {
		t.Fatal(err)
	}
	run(t, vigie(undisturbed, "edition", "create", "--as-of", dayAfter))
	want := read(t, filepath.Join(undisturbed, "data"))
	v.prepare = func(t *testing.T) *exec.Cmd {
		empty(t, v.folder)
		if err := os.CopyFS(v.folder, os.DirFS(base)); err != nil {
			t.Fatal(err)
		}
		return vigie(v.folder, "edition", "create", "--as-of", dayAfter)
	}
	v.want = func(*testing.T) tree { return want }
	v.ended = func() bool {
		_, err := os.Stat(filepath.Join(v.folder, "data", "editions", dayAfter+".json"))
		return err == nil
	}
	v.see = func(t *testing.T) string {
		if !v.ended() {
			return ""
		}
		if out, err := vigie(v.folder, "edition", "verify").CombinedOutput(); err != nil {
			return "the manifest is there, and the edition does not verify:\n" + string(out)
		}
		return ""
	}
	v.result = func(t *testing.T) tree { return read(t, filepath.Join(v.folder, "data")) }
	return v
}
