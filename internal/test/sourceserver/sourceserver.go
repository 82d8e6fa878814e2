// Package sourceserver plays public sources on this machine, faults included. It is
// for tests alone.
//
//	srv := sourceserver.New(t)
//	srv.Put("/visas/catalogue.pdf", sourceserver.Body{Media: "application/pdf", Bytes: pdf})
//	srv.Put("/api/data/?page=1&page_size=50", sourceserver.Body{Media: "application/json", Bytes: page1})
//	source := srv.Local(text, "messervices.cyber.gouv.fr")   // its addresses, on this machine
//	… a first collect, a second one …
//	srv.Seen("/visas/catalogue.pdf")                          // {Requests: 2, Whole: 1, NotModified: 1}
//	srv.Play("/visas/catalogue.pdf", sourceserver.Reset)      // what does a third one do?
//	srv.Mend()
//
// Bodies are made by the tests: small, in the shape that the source documents, with
// made-up values. The server gives each a tag made of its bytes and answers
// conditional requests, so that an unchanged source costs a 304. An address with a
// query that was not put is answered by its path alone; any other is 404.
package sourceserver

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// Body is a document of a source.
type Body struct {
	Media        string // with its charset, when the source announces it
	Bytes        []byte
	LastModified string // HTTP date; none when empty
	NoTag        bool   // it has no ETag
	Gzip         bool   // it is sent compressed
	// Played are the bytes under a fault that cannot be made of any document: a
	// PDF with half of its rows.
	Played map[Fault][]byte
}

// Server plays sources. It is safe for use by several goroutines.
type Server struct {
	t       testing.TB
	server  *httptest.Server
	closing chan struct{}

	mu       sync.Mutex
	robots   string
	bodies   map[string]Body
	redirect map[string]string
	faults   map[string]Fault
	all      Fault
	failed   map[string]bool // addresses that have failed once
	seen     map[string]*Seen
	agents   map[string]int
}

// New starts a server, which ends with the test. Whoever visits it must open the
// loopback.
func New(t testing.TB) *Server {
	s := &Server{t: t, closing: make(chan struct{}), bodies: map[string]Body{}, redirect: map[string]string{},
		faults: map[string]Fault{},
		failed: map[string]bool{}, seen: map[string]*Seen{}, agents: map[string]int{}}
	s.server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(func() {
		close(s.closing)
		s.server.Close()
	})
	return s
}

// URL is the address of a path, with its query when it has one.
func (s *Server) URL(path string) string { return s.server.URL + path }

// Host is the name and the port of the server.
func (s *Server) Host() string { return strings.TrimPrefix(s.server.URL, "http://") }

// Local puts this server in the place of public hosts, in the declaration of a
// source or in a document that holds links.
func (s *Server) Local(text string, hosts ...string) string {
	for _, h := range hosts {
		text = strings.NewReplacer("https://"+h, s.server.URL, "http://"+h, s.server.URL).Replace(text)
	}
	return text
}

// Put plays a document at a path, with its query when it has one, in the place of
// the one that was there.
func (s *Server) Put(path string, b Body) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bodies[key(path)] = b
}

// Redirect sends a path to another address, as the permanent links of portals of open data do.
func (s *Server) Redirect(path, to string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.redirect[key(path)] = to
}

// Robots plays a robots.txt; there is none when it is empty.
func (s *Server) Robots(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.robots = text
}

// Play plays a fault at a path, and at all its queries when it has none.
func (s *Server) Play(path string, f Fault) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults[key(path)] = f
	if f.alters() {
		b, ok := s.find(key(path))
		if !ok {
			s.t.Fatalf("sourceserver: there is nothing to alter at %s", path)
		}
		if _, err := b.under(f); err != nil {
			s.t.Fatalf("sourceserver: %s: %v", path, err)
		}
	}
}

// CanPlay says whether a fault can be played at a path: half of the rows of a PDF
// must be given.
func (s *Server) CanPlay(path string, f Fault) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.find(key(path))
	if !ok {
		return false
	}
	_, err := b.under(f)
	return err == nil
}

// PlayAll plays a fault everywhere.
func (s *Server) PlayAll(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = f
}

// Mend ends all faults.
func (s *Server) Mend() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all, s.faults, s.failed = "", map[string]Fault{}, map[string]bool{}
}

// key is an address in one writing: the order of a query says nothing.
func key(path string) string {
	u, err := url.Parse(path)
	if err != nil {
		return path
	}
	if u.RawQuery == "" {
		return u.Path
	}
	return u.Path + "?" + u.Query().Encode()
}

// find gives the document of an address; the lock is held.
func (s *Server) find(k string) (Body, bool) {
	b, ok := s.bodies[k]
	if !ok {
		path, _, _ := strings.Cut(k, "?")
		b, ok = s.bodies[path]
	}
	return b, ok
}

func tag(b []byte) string {
	sum := sha256.Sum256(b)
	return `"` + hex.EncodeToString(sum[:8]) + `"`
}

func zipped(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(b)
	z.Close()
	return out.Bytes()
}
