package disk_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/output/disk"
)

func TestALockIsHeldByOneAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "below", "lock")
	held, err := disk.Take(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Take(path); !errors.Is(err, disk.ErrHeld) {
		t.Errorf("a second one: %v", err)
	}
	if err := held.Release(); err != nil {
		t.Fatal(err)
	}
	again, err := disk.Take(path)
	if err != nil {
		t.Fatalf("after it was let go: %v", err)
	}
	defer again.Release()
	if err := disk.SyncFolder(filepath.Dir(path)); err != nil {
		t.Error(err)
	}
	if err := disk.SyncFolder(filepath.Join(filepath.Dir(path), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
