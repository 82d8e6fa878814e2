package serve

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Addresses of the server itself; no page of a site starts so.
const (
	scriptPath = "/.vigie/live.js"
	newsPath   = "/.vigie/news"
)

// script listens to the news in each open tab.
//
//go:embed live.js
var script string

var scriptTag = []byte(`<script src="` + scriptPath + `"></script>`)

// live adds the script to a page.
func live(name string, content []byte) []byte {
	end := bytes.LastIndex(content, []byte("</body>"))
	if !strings.HasSuffix(name, ".html") || end < 0 {
		return content
	}
	page := make([]byte, 0, len(content)+len(scriptTag))
	page = append(page, content[:end]...)
	page = append(page, scriptTag...)
	return append(page, content[end:]...)
}

// item is what open tabs receive: that there is a new site, or what is wrong.
type item struct {
	Number   int    `json:"number"`
	Site     int    `json:"site"` // number of the last good site
	Problems string `json:"problems"`
}

// news keeps the last item and wakes those who wait for it.
type news struct {
	mu   sync.Mutex
	last item
	next chan struct{} // closed when there is another item
}

func newNews() *news { return &news{next: make(chan struct{})} }

func (n *news) publish(problems string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.last.Number++
	n.last.Problems = problems
	if problems == "" {
		n.last.Site = n.last.Number
	}
	close(n.next)
	n.next = make(chan struct{})
}

func (n *news) read() (item, <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.last, n.next
}

// heartbeat lets a connection that died be noticed.
const heartbeat = 20 * time.Second

// ServeHTTP streams the news as server-sent events until the tab closes or the
// server stops.
func (n *news) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for sent := -1; ; {
		last, next := n.read()
		if last.Number != sent {
			sent = last.Number
			line, err := json.Marshal(last)
			if err != nil {
				return
			}
			fmt.Fprintf(w, "data: %s\n\n", line)
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-next:
		case <-beat.C:
			fmt.Fprint(w, ": still here\n\n")
		case <-r.Context().Done():
			return
		}
	}
}
