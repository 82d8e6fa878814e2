package site_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/collected"
	"vigie/internal/dataset"
	"vigie/internal/site"
)

// stored gives the site copies that are made up, under the digests of the real
// ones; end is that of the name among the snapshots.
func stored(t *testing.T, s *site.Site, end string, ids ...string) (digests []string) {
	t.Helper()
	files := fstest.MapFS{}
	for _, id := range ids {
		digest := source(t, s, id).Collected.State.Documents[0].SHA256
		files[id+"/"+digest+end] = &fstest.MapFile{Data: []byte("copy of " + id)}
		digests = append(digests, digest)
	}
	s.Copies = files
	return digests
}

// published are the copies among the files of the site.
func published(s *site.Site) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(extras(s))), func(p string) bool { return !strings.HasPrefix(p, "donnees/copies/") })
}

func TestCopiesThatMayBeRepublishedStandOnThePageOfTheirSource(t *testing.T) {
	const id = "insee-cog-2026-regions"
	s := changed(t, nil, nil)
	for end, want := range map[string]string{"": ".json", ".gz": ".json.gz"} {
		path := "donnees/copies/" + id + "/" + stored(t, s, end, id)[0] + want
		if got := extras(s)[path]; got != "copy of "+id {
			t.Errorf("%s holds %q; the copies are %q", path, got, published(s))
		}
		for address, html := range sections(t, s, "/sources/"+id+"/", "/en/sources/"+id+"/") {
			if !strings.Contains(html, `<a href="/`+path+`" download>`) {
				t.Errorf("%s has no link to the copy", address)
			}
			if packed := strings.Contains(html, "gzip"); packed != (end == ".gz") {
				t.Errorf("%s speaks of gzip: %v, of a copy that ends in %q", address, packed, end)
			}
		}
	}
}

func TestCopiesThatMayNotBeRepublishedAreNotWhateverStandsThere(t *testing.T) {
	const id = "insee-cog-2026-regions"
	s := changed(t, nil, nil)
	src := source(t, s, id)
	before := *src.Source
	for name, change := range map[string]func(*site.Site, *dataset.Source){
		"the licence does not say so": func(_ *site.Site, src *dataset.Source) { src.Redistributable = false },
		"copies stay apart": func(_ *site.Site, src *dataset.Source) {
			collecting := *src.Collect
			collecting.CopiesApart = true
			src.Collect = &collecting
		},
		"the copy is not there":    func(s *site.Site, _ *dataset.Source) { s.Copies = fstest.MapFS{} },
		"there are no copies here": func(s *site.Site, _ *dataset.Source) { s.Copies = nil },
	} {
		*src.Source = before
		digest := stored(t, s, "", id)[0]
		if s.CopyHref(id, digest) == "" {
			t.Fatal("the copy is not published at first")
		}
		change(s, src)
		if got := published(s); len(got) > 0 || s.CopyHref(id, digest) != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestACopyOfAPageIsPublishedAsText(t *testing.T) {
	const id = "insee-cog-2026-regions"
	s := changed(t, nil, nil)
	src := source(t, s, id)
	for address, want := range map[string]string{"https://example.org/liste.html": ".html.txt", "https://example.org/liste": ".html.txt",
		"https://example.org/a.svg": ".svg.txt", "https://example.org/a.CSV?b=.html": ".csv"} {
		c, collecting := *src.Collected, *src.Collect
		c.State.Documents = []collected.Document{{URL: address, SHA256: c.State.Documents[0].SHA256, Read: c.State.Documents[0].Read}}
		collecting.Media = []string{"text/html"}
		src.Collected, src.Collect = &c, &collecting
		stored(t, s, "", id)
		if got := published(s); len(got) != 1 || !strings.HasSuffix(got[0], c.State.Documents[0].SHA256+want) {
			t.Errorf("%s is published as %q", address, got)
		}
	}
}
