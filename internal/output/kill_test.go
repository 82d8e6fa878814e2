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
		if err := writeForEver(os.Args[1], os.Args[2], mode == "two renames"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForEver says a byte on its output after each step, so that the test can
// kill it after any of them.
func writeForEver(target, generation string, twoRenames bool) error {
	first, err := strconv.Atoi(generation)
	if err != nil {
		return err
	}
	for n := first; ; n++ {
		folder, err := output.Open(target)
		if err != nil {
			return err
		}
		if twoRenames {
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
	times := 60
	if testing.Short() {
		times = 10
	}
	for _, mode := range []string{"one exchange", "two renames"} {
		t.Run(mode, func(t *testing.T) {
			dice := rand.New(rand.NewPCG(2018, 7))
			public := filepath.Join(t.TempDir(), "public")
			build(t, public, generation(0))
			last := 0
			for range times {
				killAfter(t, mode, public, last+1, 1+dice.IntN(3*(pages+1)))
				if mode == "one exchange" { // whole at once, without any help
					last = sameGeneration(t, public, last)
				}
				next, err := output.Open(public) // what the next build does first
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
