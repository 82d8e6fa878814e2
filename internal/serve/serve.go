// Package serve shows a site from memory while somebody works on it: as a plain
// web server would show it, and anew in the browser at each change.
//
// A Server holds the last good site. Show replaces it and makes every open tab
// load again; Complain keeps it and shows in every open tab what is wrong, until
// the next Show. A Watcher says when files of the project change.
//
//	server := serve.New()
//	server.Show(memory)
//	http.Serve(listener, serve.Guard(server))
//
// Guard keeps pages of other sites, which a browser on this machine may have open,
// from reading the site under a name of theirs.
//
// The site is served as it is written, but for one thing: each page loads one
// more script, from the site's own address so that a strict
// Content-Security-Policy holds. Nothing else differs from the published site.
package serve

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"vigie/internal/output"
)

// Server answers with the last good site.
type Server struct {
	site atomic.Pointer[output.Memory]
	news *news
}

// New makes a server without a site: it asks to wait.
func New() *Server { return &Server{news: newNews()} }

// Show replaces the site and makes open tabs load again.
func (s *Server) Show(site *output.Memory) {
	s.site.Store(site)
	s.news.publish("")
}

// Complain keeps the site and shows in open tabs what is wrong.
func (s *Server) Complain(what string) { s.news.publish(what) }

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case scriptPath:
		w.Header().Set("Content-Type", typeOf(".js"))
		w.Write([]byte(script))
		return
	case newsPath:
		s.news.ServeHTTP(w, r)
		return
	}
	site := s.site.Load()
	if site == nil {
		s.wait(w)
		return
	}
	s.file(w, r, site)
}

// file answers with a file of the site, or with its page for what is not there. An
// address that is not written as addresses of the site are (//x, /x/../y) is none:
// to lead from there to another one could lead back, or out.
func (s *Server) file(w http.ResponseWriter, r *http.Request, site *output.Memory) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if trimmed := strings.TrimSuffix(name, "/"); name != "" && !fs.ValidPath(trimmed) {
		s.missing(w, r, site, path.Join("/", name)[1:])
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	} else if _, folder := site.Get(name + "/index.html"); folder {
		http.Redirect(w, r, path.Base(name)+"/", http.StatusFound)
		return
	}
	content, ok := site.Get(name)
	if !ok {
		s.missing(w, r, site, name)
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(live(name, content)))
}

// missing answers with the nearest 404.html above the address.
func (s *Server) missing(w http.ResponseWriter, r *http.Request, site *output.Memory, name string) {
	for folder := path.Dir(name); ; folder = path.Dir(folder) {
		page := path.Join(folder, "404.html")
		if content, ok := site.Get(page); ok {
			w.Header().Set("Content-Type", typeOf(page))
			w.WriteHeader(http.StatusNotFound)
			w.Write(live(page, content))
			return
		}
		if folder == "." {
			http.NotFound(w, r)
			return
		}
	}
}

// wait answers before there is a site; the script shows why there is none.
func (s *Server) wait(w http.ResponseWriter) {
	w.Header().Set("Content-Type", typeOf(".html"))
	w.WriteHeader(http.StatusServiceUnavailable)
	w.Write(live("wait.html",
		[]byte("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Vigie</title>"+
			"<body><p>The site is not built yet.</p></body></html>")))
}

// types are those of the files that a site holds; the system's own table would
// answer differently on each machine.
var types = map[string]string{
	".atom": "application/atom+xml", ".css": "text/css", ".csv": "text/csv", ".html": "text/html",
	".ico": "image/x-icon", ".ics": "text/calendar", ".js": "text/javascript", ".json": "application/json",
	".jsonld": "application/ld+json", ".md": "text/markdown", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
	".parquet": "application/vnd.apache.parquet", ".pdf": "application/pdf", ".png": "image/png",
	".rdf": "application/rdf+xml", ".svg": "image/svg+xml", ".ttl": "text/turtle", ".txt": "text/plain",
	".webmanifest": "application/manifest+json", ".webp": "image/webp", ".woff2": "font/woff2",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "application/xml",
	".yaml": "application/yaml", ".zip": "application/zip",
}

// typeOf is the content type of a file.
func typeOf(name string) string {
	t, ok := types[path.Ext(name)]
	switch {
	case !ok && !strings.Contains(path.Base(name), "."): // LICENSE, SHA256SUMS
		t = "text/plain"
	case !ok:
		return "application/octet-stream"
	}
	if strings.HasPrefix(t, "text/") || strings.HasSuffix(t, "xml") || strings.HasSuffix(t, "json") {
		return mime.FormatMediaType(t, map[string]string{"charset": "utf-8"})
	}
	return t
}
