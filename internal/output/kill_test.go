package output_test

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/output"
)

// The test binary plays the build that gets killed: with this variable it
// builds generation after generation until it dies.
const writerVariable = "OUTPUT_TEST_WRITER"

const pages = 40

func TestMain(m *testing.M) {
	if mode := os.Getenv(writerVariable); mode != "" {
		if err := writeForEver(os.Args[1], os.Args[2], mode); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForEver writes a byte on its output after each step, so that the test can
// kill it after any of them.
func writeForEver(target, generation, mode string) error {
	first, err := strconv.Atoi(generation)
	if err != nil {
		return err
	}
	for n := first; ; n++ {
		folder, err := output.Open(target, output.Settings{InPlace: mode == "in place"})
		if err != nil {
			return err
		}
		if mode == "two renames" {
			output.InTwoRenames(folder)
		}
		for page := range pages {
			if err := folder.Write(pagePath(page), fmt.Appendf(nil, "generation %d", n)); err != nil {
				return err
			}
			os.Stdout.WriteString("w")
		}
		if _, err := folder.Commit(); err != nil {
			return err
		}
		os.Stdout.WriteString("c")
	}
}

func pagePath(page int) string { return fmt.Sprintf("%d/%d/index.html", page%5, page) }

func TestAKilledBuildLeavesTheOldOrTheNewSiteWhole(t *testing.T) {
	times := 20 // make soak kills for as long as one likes
	if testing.Short() {
		times = 5
	}
	for _, mode := range []string{"one exchange", "two renames", "in place"} {
		t.Run(mode, func(t *testing.T) {
			dice := rand.New(rand.NewPCG(2018, 7))
			public := filepath.Join(t.TempDir(), "public")
			build(t, public, generation(0))
			if err := os.WriteFile(filepath.Join(public, "CNAME"), []byte(name), 0o644); err != nil {
				t.Fatal(err)
			}
			last := 0
			for range times {
				killAfter(t, mode, public, last+1, 1+dice.IntN(3*(pages+1)))
				switch mode {
				case "one exchange": // whole at once, without any help
					last = sameGeneration(t, public, last)
				case "in place":
					eachWhole(t, public, last)
				}
				next, err := output.Open(public, output.Settings{InPlace: mode == "in place"}) // what the next build does first
				if err != nil {
					t.Fatal(err)
				}
				last = sameGeneration(t, public, last)
				if err := next.Abort(); err != nil {
					t.Fatal(err)
				}
				alone(t, public)
			}
			if last == 0 {
				t.Error("no build ever reached its end: the test shows nothing")
			}
		})
	}
}

// killAfter starts the writer and kills it once it made some steps. The writer
// runs on meanwhile, so the blow falls at any point of the step that follows.
func killAfter(t *testing.T, mode, target string, generation, steps int) {
	t.Helper()
	var complaint strings.Builder
	writer := exec.Command(os.Args[0], target, strconv.Itoa(generation))
	writer.Env = append(os.Environ(), writerVariable+"="+mode)
	writer.Stderr = &complaint
	said, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	_, err = io.CopyN(io.Discard, bufio.NewReaderSize(said, 16), int64(steps))
	writer.Process.Kill()
	writer.Wait()
	if err != nil {
		t.Fatalf("the writer ended by itself: %v\n%s", err, complaint.String())
	}
}

// name is what somebody else keeps in the folder through every build.
const name = "vigie.example.org"

// eachWhole wants every page there and whole, of whichever generation.
func eachWhole(t *testing.T, public string, atLeast int) {
	t.Helper()
	for page := range pages {
		content, err := os.ReadFile(filepath.Join(public, pagePath(page)))
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.Atoi(strings.TrimPrefix(string(content), "generation "))
		if err != nil || n < atLeast {
			t.Fatalf("%s says %q, want at least generation %d", pagePath(page), content, atLeast)
		}
	}
}

func generation(n int) map[string]string {
	files := map[string]string{}
	for page := range pages {
		files[pagePath(page)] = fmt.Sprintf("generation %d", n)
	}
	return files
}

// sameGeneration reads the site and wants every page of one generation, which
// it returns: at least the one known to be in place.
func sameGeneration(t *testing.T, public string, atLeast int) int {
	t.Helper()
	found := tree(t, public)
	if found["CNAME"] != name {
		t.Fatalf("CNAME, which no build wrote, reads %q", found["CNAME"])
	}
	delete(found, "CNAME")
	if len(found) != pages {
		t.Fatalf("%d pages, want %d", len(found), pages)
	}
	first := found[pagePath(0)]
	for path, content := range found {
		if content != first {
			t.Fatalf("%s says %q, another page says %q", path, content, first)
		}
	}
	n, err := strconv.Atoi(strings.TrimPrefix(first, "generation "))
	if err != nil || n < atLeast {
		t.Fatalf("the site says %q, want at least generation %d", first, atLeast)
	}
	return n
}
