package takeaway_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vigie/internal/export"
	"vigie/internal/export/takeaway"
)

// keptIn counts the files of a store and their bytes.
func keptIn(t *testing.T, store takeaway.Store) (files int, size int64) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(store.Folder, "??", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range found {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	return len(found), size
}

func makeAll(t *testing.T, store takeaway.Store, cells [][]export.Cell) []takeaway.File {
	t.Helper()
	files, err := takeaway.Make(t.Context(), from(store, cells))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheFileThatWasAskedForLongestAgoGoesFirst(t *testing.T) {
	store := takeaway.Store{Folder: t.TempDir()}
	makeAll(t, store, awkward)
	each, older := keptIn(t, store)
	makeAll(t, store, awkward[1:])
	makeAll(t, store, awkward[:1])
	makeAll(t, store, awkward) // asked for again: what was made in between is older now
	last := makeAll(t, store, awkward[:1])
	_, all := keptIn(t, store)
	if err := store.Sweep(all, last); err != nil {
		t.Fatal(err)
	}
	if n, _ := keptIn(t, store); n != 3*each {
		t.Fatalf("%d files are left of %d that have room", n, 3*each)
	}
	if err := store.Sweep(all-1, last); err != nil {
		t.Fatal(err)
	}
	if n, _ := keptIn(t, store); n != 3*each-1 {
		t.Errorf("%d files are left where one of %d had no room", n, 3*each)
	}
	if err := store.Sweep(older+older, last); err != nil {
		t.Fatal(err)
	}
	before, _ := keptIn(t, store)
	makeAll(t, store, awkward)
	if after, _ := keptIn(t, store); after != before {
		t.Errorf("%d files of the table that was asked for before the last were swept, though older ones were there", after-before)
	}
}

func TestWhatThisBuildAskedForIsKeptWhateverRoomItTakes(t *testing.T) {
	store := takeaway.Store{Folder: t.TempDir()}
	makeAll(t, store, awkward[1:])
	last := makeAll(t, store, awkward)
	if err := store.Sweep(0, last); err != nil {
		t.Fatal(err)
	}
	if n, _ := keptIn(t, store); n != len(last) {
		t.Errorf("%d files are left, want the %d of this build", n, len(last))
	}
}

func TestABuildMakesAgainWhatAnotherOneSwept(t *testing.T) {
	store := takeaway.Store{Folder: t.TempDir()}
	mine := makeAll(t, store, awkward)
	if err := store.Sweep(0, nil); err != nil { // of another build, which asked for none of them
		t.Fatal(err)
	}
	if n, _ := keptIn(t, store); n != 0 {
		t.Fatalf("%d files are left", n)
	}
	want := made(t, from(takeaway.Store{}, awkward))
	for _, f := range mine {
		open, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(open)
		if err != nil || !bytes.Equal(got, want[f.Path]) {
			t.Errorf("%s is not what it was: %v", f.Path, err)
		}
		_ = open.Close()
	}
}

func TestWhatAKilledBuildLeftHalfWrittenIsSweptByALaterOne(t *testing.T) {
	store := takeaway.Store{Folder: t.TempDir()}
	files := makeAll(t, store, awkward)
	kept, _ := keptIn(t, store)
	shelves, err := filepath.Glob(filepath.Join(store.Folder, "??"))
	if err != nil || len(shelves) == 0 {
		t.Fatal(shelves, err)
	}
	left, atWork := filepath.Join(shelves[0], ".new-123"), filepath.Join(shelves[0], ".new-456")
	for _, file := range []string{left, atWork, filepath.Join(store.Folder, ".new-789")} {
		if err := os.WriteFile(file, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		if file != atWork { // which another build is writing
			long := time.Now().Add(-3 * time.Hour)
			if err := os.Chtimes(file, long, long); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := store.Sweep(1<<30, files); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(shelves[0], ".new-*"))
	above, also := filepath.Glob(filepath.Join(store.Folder, ".new-*"))
	if err != nil || also != nil || len(found) != 1 || found[0] != atWork || len(above) > 0 {
		t.Errorf("what is left half written: %v %v", found, above)
	}
	if n, _ := keptIn(t, store); n != kept+1 {
		t.Errorf("%d files are kept of %d", n-1, kept)
	}
}
