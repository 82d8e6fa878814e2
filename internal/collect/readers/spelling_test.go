package readers_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/collect"
	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// encodedTwice takes the bytes of a text for Windows-1252, or Latin-1 where that has
// none, as a careless program does.
func encodedTwice(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		r := charmap.Windows1252.DecodeByte(c)
		if r == '\ufffd' {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestAListSpeltAnotherWayIsNoChange plays the same documents in another Unicode form,
// then encoded twice, to the reader of every source.
func TestAListSpeltAnotherWayIsNoChange(t *testing.T) {
	for name, spell := range map[string]func(string) string{"in another Unicode form": norm.NFD.String, "encoded twice": encodedTwice} {
		t.Run(name, func(t *testing.T) {
			p, srv := newProject(t), sourceserver.New(t)
			known := append(realSources(t), madeUpSource(t))
			p.tasks(srv, known)
			p.collect(srv)
			healthy := p.records()
			p.respell(srv, known, spell)
			read := 0
			for _, o := range p.collect(srv).Sources {
				if o.Status == collect.Read {
					read++
				}
				if o.Status != collect.Read && o.Status != collect.Unchanged || len(o.Changes)+len(o.Unread) > 0 {
					t.Errorf("%s is %s: %+v, %d changes, unreadable: %+v, unknown: %+v", o.Source, o.Status, o.Why, len(o.Changes), o.Bad, o.Unread)
				}
			}
			if diff := cmp.Diff(healthy, p.records()); diff != "" {
				t.Error(diff)
			}
			if read < 10 {
				t.Errorf("%d sources had other bytes: the test proves little", read)
			}
		})
	}
}

// respell puts the documents of the sources again, each spelt another way; a PDF has
// no text to spell.
func (p *project) respell(srv *sourceserver.Server, sources []record.Source, spell func(string) string) {
	p.Helper()
	for _, s := range sources {
		for address, body := range played[s.ID].bodies(p, s) {
			u, err := url.Parse(address)
			if err != nil {
				p.Fatal(err)
			}
			if body.Media != "application/pdf" {
				body.Bytes = []byte(spell(srv.Local(string(body.Bytes), hosts(s)...)))
			}
			srv.Put(u.RequestURI(), body)
		}
	}
}
