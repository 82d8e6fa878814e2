package readers_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// TestEverySourceIsCollectedAndThenCostsNothing plays every source of data/sources
// that is collected, at its own addresses, on this machine: a whole run reads them
// all, and a second one writes nothing and is sent nothing.
func TestEverySourceIsCollectedAndThenCostsNothing(t *testing.T) {
	p := newProject(t)
	srv := sourceserver.New(t)
	p.tasks(srv, realSources(t))

	first := p.collect(srv)
	documents := 0
	for i, o := range first.Sources {
		if o.Status != collect.Read || !o.Wrote || o.Unreadable > 0 || len(o.Unread) > 0 {
			t.Errorf("%s is %s: %+v, %d rows unreadable (%+v), not known to its reader: %+v", o.Source, o.Status, o.Why, o.Unreadable, o.Bad, o.Unread)
		}
		if want := played[o.Source].rowsOf(p.all[i].Source); o.Listed != want {
			t.Errorf("%s lists %d rows, its bodies hold %d", o.Source, o.Listed, want)
		}
		documents += len(o.Documents)
	}
	if t.Failed() {
		return
	}

	before := p.tree()
	srv.Forget()
	second := p.collect(srv)
	for _, o := range second.Sources {
		if o.Status != collect.Unchanged || o.Wrote || len(o.Changes)+len(o.Reread) > 0 {
			t.Errorf("%s, visited again, is %s: %+v %+v", o.Source, o.Status, o.Changes, o.Reread)
		}
	}
	if diff := cmp.Diff(before, p.tree()); diff != "" {
		t.Errorf("a run without news writes: %s", diff)
	}
	if got, want := srv.Seen(""), (sourceserver.Seen{Requests: documents, NotModified: documents}); got != want {
		t.Errorf("a run without news costs %+v, want %+v", got, want)
	}
	t.Logf("%d sources, %d documents; the second run: %+v", len(second.Sources), documents, srv.Seen(""))

	o := p.options(srv)
	o.Replay, o.Getter = true, nil
	if _, err := collect.Run(t.Context(), o, p.all); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, p.tree()); diff != "" {
		t.Errorf("the stored copies, read again, give other bytes: %s", diff)
	}
}

// TestACatalogueThatMovedIsFoundByItsPage plays the other address that a page of the
// ANSSI leads to, once the one that is declared is gone.
func TestACatalogueThatMovedIsFoundByItsPage(t *testing.T) {
	p, srv := newProject(t), sourceserver.New(t)
	known := realSources(t)
	s := known[slices.IndexFunc(known, func(s record.Source) bool { return s.ID == "anssi-catalogue" })]
	p.tasks(srv, []record.Source{s})
	p.good(srv, collect.Read)
	healthy := p.records()

	path := func(address string) string { return strings.TrimPrefix(srv.Local(address, hosts(s)...), srv.URL("")) }
	for address, body := range catalogue(t, s) {
		if address == s.Collect.Addresses[0] {
			srv.Put("/ailleurs/catalogue-anssi.pdf", body)
			continue
		}
		link := `<a href="/ailleurs/catalogue-anssi.pdf">Catalogue des produits et services qualifiés</a>`
		srv.Put(path(address), sourceserver.Body{Media: "text/html; charset=utf-8", Bytes: []byte("<!doctype html>\n<html><body>" + link + "</body></html>\n")})
	}
	srv.Play(path(s.Collect.Addresses[0]), sourceserver.Gone)
	p.good(srv, "")
	if srv.Seen("/ailleurs/catalogue-anssi.pdf").Whole != 1 {
		t.Error("the catalogue is not read where it went")
	}
	if diff := cmp.Diff(healthy, p.records()); diff != "" {
		t.Errorf("the same catalogue elsewhere gives other records: %s", diff)
	}
}
