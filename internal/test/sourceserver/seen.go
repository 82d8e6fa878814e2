package sourceserver

import (
	"maps"
	"strings"
)

// Seen counts what was asked of an address.
type Seen struct {
	Requests    int
	Whole       int // answered by the whole document
	NotModified int // answered by 304
}

// Seen counts the requests for a path, those of all its queries when it has none;
// all but those for robots.txt when it is empty.
func (s *Server) Seen(path string) Seen {
	s.mu.Lock()
	defer s.mu.Unlock()
	var sum Seen
	for k, n := range s.seen {
		if path == "" && k != "/robots.txt" || k == key(path) || path != "" && !strings.Contains(path, "?") &&
			strings.HasPrefix(k, key(path)+"?") {
			sum.Requests += n.Requests
			sum.Whole += n.Whole
			sum.NotModified += n.NotModified
		}
	}
	return sum
}

// Forget counts from nothing.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = map[string]*Seen{}
}

// Agents says how many requests each User-Agent made.
func (s *Server) Agents() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.agents)
}

// count takes note of an answer.
func (s *Server) count(seen *Seen, unchanged bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if unchanged {
		seen.NotModified++
	} else {
		seen.Whole++
	}
}
