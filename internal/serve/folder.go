package serve

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// Folder answers with the files of a built site as they are, to anybody and for reading
// alone: with the headers of its `_headers`, with the digests of its SHA256SUMS as tags,
// and with its nearest 404.html for what is not there. Nothing may change the files
// meanwhile: tags are read once.
func Folder(site fs.FS) (http.Handler, error) {
	if _, err := fs.Stat(site, "index.html"); err != nil {
		return nil, errors.New("there is no index.html: no site was built there")
	}
	f := folder{site: site, tags: map[string]string{}}
	rules, err := fs.ReadFile(site, "_headers")
	if err == nil {
		f.headers = headersOf(string(rules))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	sums, err := fs.ReadFile(site, "SHA256SUMS")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for line := range strings.Lines(string(sums)) {
		if sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			f.tags[name] = `"` + sum + `"`
		}
	}
	return f, nil
}

type folder struct {
	site    fs.FS
	headers []headers
	tags    map[string]string // by path
}

func (f folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-cache") // kept, and asked for again each time, unless _headers knows better
	for _, h := range f.headers {
		if h.covers(r.URL.Path) {
			h.set(w.Header())
		}
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if trimmed := strings.TrimSuffix(name, "/"); name != "" && !fs.ValidPath(trimmed) {
		f.missing(w, path.Join("/", name)[1:])
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	} else if _, err := fs.Stat(f.site, name+"/index.html"); err == nil {
		http.Redirect(w, r, path.Base(name)+"/", http.StatusMovedPermanently)
		return
	}
	file, err := f.site.Open(name)
	if err != nil {
		f.missing(w, name)
		return
	}
	defer file.Close()
	content, seeks := file.(io.ReadSeeker)
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() || !seeks {
		f.missing(w, name)
		return
	}
	w.Header().Set("Content-Type", typeOf(name))
	if tag := f.tags[name]; tag != "" {
		w.Header().Set("ETag", tag)
	}
	http.ServeContent(w, r, name, time.Time{}, content)
}

// missing answers with the nearest 404.html above the address.
func (f folder) missing(w http.ResponseWriter, name string) {
	w.Header().Set("Cache-Control", "no-cache")
	for above := path.Dir(name); ; above = path.Dir(above) {
		page := path.Join(above, "404.html")
		if content, err := fs.ReadFile(f.site, page); err == nil {
			w.Header().Set("Content-Type", typeOf(page))
			w.WriteHeader(http.StatusNotFound)
			w.Write(content)
			return
		}
		if above == "." || above == "/" {
			http.Error(w, "404 page not found", http.StatusNotFound)
			return
		}
	}
}

// headers are the lines of `_headers` below one pattern.
type headers struct {
	before, after string // what an address starts and ends with, round the star
	exact         bool   // there is no star
	lines         [][2]string
}

// headersOf reads the form that several hosts of static sites share: a pattern of
// addresses, and below it, indented, `Name: value`, or `! Name` to take one away.
func headersOf(text string) []headers {
	var out []headers
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case line[0] == '/':
			before, after, star := strings.Cut(trimmed, "*")
			out = append(out, headers{before: before, after: after, exact: !star})
		case len(out) > 0:
			last := &out[len(out)-1]
			if name, ok := strings.CutPrefix(trimmed, "!"); ok {
				last.lines = append(last.lines, [2]string{strings.TrimSpace(name), ""})
			} else if name, value, ok := strings.Cut(trimmed, ":"); ok {
				last.lines = append(last.lines, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		}
	}
	return out
}

func (h headers) covers(address string) bool {
	if h.exact {
		return address == h.before
	}
	return len(address) >= len(h.before)+len(h.after) && strings.HasPrefix(address, h.before) &&
		strings.HasSuffix(address, h.after)
}

func (h headers) set(to http.Header) {
	for _, line := range h.lines {
		if line[1] == "" {
			to.Del(line[0])
		} else {
			to.Set(line[0], line[1])
		}
	}
}
