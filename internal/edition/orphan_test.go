package edition_test

import (
	"context"
	"os"
	"testing"

	"vigie/internal/edition"
)

// TestAnObjectIsNotTrustedForItsName makes an edition where a killed run, and then a
// loss of power, left objects that are empty, cut or altered.
func TestAnObjectIsNotTrustedForItsName(t *testing.T) {
	p := threeEditions(t)
	p.write("data/providers/altus.yaml", "name: Altus\n")
	content, _, err := edition.Freeze(p.store(), p.present("2026-04-15"), nil)
	if err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, p.path("data/editions"))
	done, err := p.store().Create(context.Background(), p.path("data/editions"), content)
	if err != nil {
		t.Fatal(err)
	}
	p.remove(done.Edition.Path)
	orphans := 0
	for _, f := range done.Edition.Files {
		object := p.store().Object(f)
		if _, former := before[p.path(object)]; former {
			continue
		}
		orphans++
		damaged := map[int]string{0: "", 1: p.read(object)[:1], 2: p.read(object) + "x"}[orphans%3]
		if err := os.WriteFile(p.path(object), []byte(damaged), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if orphans < 3 {
		t.Fatalf("%d objects are new: the test shows little", orphans)
	}
	if _, err := p.store().Create(context.Background(), p.path("data/editions"), content); err != nil {
		t.Fatal(err)
	}
	if _, found, err := p.store().Verify(); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func TestAnInterruptedEditionTakesAwayNoObjectThatItMended(t *testing.T) {
	p := threeEditions(t)
	p.write("data/providers/altus.yaml", "name: Altus\n")
	content, _, err := edition.Freeze(p.store(), p.present("2026-04-15"), nil)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := p.store().Editions()[2].File(orders)
	if err := os.WriteFile(p.path(p.store().Object(first)), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for stop := range 1000 { // far more steps than it takes
		ctx := &stopping{Context: context.Background(), after: stop}
		if _, err := p.store().Create(ctx, p.path("data/editions"), content); err == nil {
			break
		}
		if _, err := os.Stat(p.path(p.store().Object(first))); err != nil {
			t.Fatalf("stopped after %d steps: %v", stop, err)
		}
	}
	if _, found, err := p.store().Verify(); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}
