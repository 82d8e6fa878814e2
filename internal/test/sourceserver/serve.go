package sourceserver

import (
	"net/http"
	"strings"
)

// play is what an address is answered with.
type play struct {
	body     Body
	exists   bool
	redirect string
	fault    Fault
	again    bool // it has failed once already
	robots   string
	seen     *Seen
}

// serve answers one request.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	p := s.look(r)
	known := p.exists || p.redirect != ""
	failing := p.fault != "" && !p.fault.alters() && !(p.fault == FailsOnce && p.again)
	switch {
	case r.URL.Path == "/robots.txt":
		p.serveRobots(w, r)
	case known && failing:
		s.misbehave(w, r, p.fault, p.body)
	case p.redirect != "":
		http.Redirect(w, r, p.redirect, http.StatusFound)
	case p.exists:
		s.answer(w, r, p)
	default:
		http.NotFound(w, r)
	}
}

// look finds what an address is answered with, and counts the request.
func (s *Server) look(r *http.Request) play {
	k := key(r.URL.RequestURI())
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen[k] == nil {
		s.seen[k] = &Seen{}
	}
	s.seen[k].Requests++
	s.agents[r.Header.Get("User-Agent")]++
	path, _, _ := strings.Cut(k, "?")
	p := play{robots: s.robots, fault: s.all, again: s.failed[k], redirect: s.redirect[k], seen: s.seen[k]}
	if f := s.faults[path]; f != "" {
		p.fault = f
	}
	if f := s.faults[k]; f != "" {
		p.fault = f
	}
	if p.fault == FailsOnce {
		s.failed[k] = true
	}
	for _, f := range s.faults {
		if f == RobotsForbid {
			p.robots = forbidAll
		}
	}
	if s.all == RobotsForbid {
		p.robots = forbidAll
	}
	p.body, p.exists = s.find(k)
	return p
}

const forbidAll = "User-agent: *\nDisallow: /\n"

func (p play) serveRobots(w http.ResponseWriter, r *http.Request) {
	if p.robots == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write([]byte(p.robots))
}

// answer sends a document, altered when that is the fault, or says that the copy
// which the visitor holds is still good.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, p play) {
	content, err := p.body.under(p.fault)
	if err != nil {
		s.t.Errorf("sourceserver: %s: %v", r.URL, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", p.body.Media)
	if p.fault == WrongCharset {
		media, _, _ := strings.Cut(p.body.Media, ";")
		h.Set("Content-Type", media+"; charset=utf-8")
	}
	if !p.body.NoTag {
		h.Set("ETag", tag(content))
	}
	if p.body.LastModified != "" && p.fault == "" {
		h.Set("Last-Modified", p.body.LastModified)
	}
	unchanged := held(h, r.Header)
	s.count(p.seen, unchanged)
	if unchanged {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if p.body.Gzip {
		h.Set("Content-Encoding", "gzip")
		content = zipped(content)
	}
	w.Write(content)
}

// held says whether the visitor's copy is still good: its tag decides, its date
// when it has none (RFC 9110 § 13.1.3).
func held(now, asked http.Header) bool {
	if tag := asked.Get("If-None-Match"); tag != "" {
		return tag == now.Get("ETag")
	}
	date := asked.Get("If-Modified-Since")
	return date != "" && date == now.Get("Last-Modified")
}
