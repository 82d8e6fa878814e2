package soak_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"vigie/internal/cli"
	"vigie/internal/france"
)

// roleVariable makes of the test binary the program that gets killed.
const roleVariable = "SOAK_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) {
	case "vigie":
		os.Exit(cli.Run(france.Extension(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	case "collect":
		if err := collectOnce(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// root is the folder of the project.
const root = "../../.."

// TestSoak kills for half of the time, and fuzzes for the other half. SOAK_MINUTES
// says how long; without it there is nothing to do.
func TestSoak(t *testing.T) {
	asked := os.Getenv("SOAK_MINUTES")
	if asked == "" {
		t.Skip("make soak minutes=20")
	}
	minutes, err := strconv.ParseFloat(asked, 64)
	if err != nil || minutes <= 0 {
		t.Fatalf("SOAK_MINUTES is %q, not a number of minutes", asked)
	}
	home, err := filepath.Abs(filepath.Join(root, ".cache", "soak"))
	if err != nil {
		t.Fatal(err)
	}
	book := openNotebook(t, filepath.Join(home, "notebook.json"))
	begun := time.Now()
	half := begun.Add(time.Duration(minutes * float64(time.Minute) / 2))
	end := begun.Add(time.Duration(minutes * float64(time.Minute)))
	if only := os.Getenv("SOAK_ONLY"); only == "kills" {
		half = end
	} else if only == "fuzz" {
		half = begun
	}
	kill(t, book, filepath.Join(home, "lost"), half)
	fuzz(t, book, end)
	book.Minutes += time.Since(begun).Minutes()
	book.write(t)
	t.Log(book.words())
}

// oneTurn is how long a kind of run is killed before it is the turn of the next one.
const oneTurn = 15 * time.Second

// kill goes through the kinds of run in turn.
func kill(t *testing.T, book *notebook, lost string, until time.Time) {
	kinds := []struct {
		name  string
		start func(*testing.T) *victim
	}{
		{"build", exchanged}, {"build --in-place", filled}, {"collect", collecting}, {"edition create", freezing},
	}
	started, whole := map[string]*victim{}, t
	for turn := 0; time.Now().Before(until); turn++ {
		kind := kinds[turn%len(kinds)]
		of := book.killsOf(kind.name)
		t.Run(fmt.Sprintf("%s, kill %d", kind.name, of.Kills+1), func(t *testing.T) {
			v := started[kind.name]
			if v == nil {
				v = kind.start(whole)
				started[kind.name] = v
			}
			for turn := time.Now(); time.Since(turn) < oneTurn && time.Now().Before(until); {
				of.Kills++
				hit, fault := v.once(t, rand.New(rand.NewPCG(2018, uint64(of.Kills))))
				if hit {
					of.Hits++
				}
				if fault != "" {
					of.Faults++
					t.Errorf("%s\nthe folder is kept in %s", fault, v.keep(t, filepath.Join(lost, fmt.Sprintf("%s-%d", filepath.Base(v.folder), of.Kills))))
				}
			}
		})
		book.write(t)
	}
}
