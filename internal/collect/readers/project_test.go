package readers_test

import (
	"context"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/collect/readers"
	"vigie/internal/corpus"
	"vigie/internal/fetch"
	"vigie/internal/france"
	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
	"vigie/internal/value/lang"
)

// root is the folder of the project.
const root = "../../.."

// realSources are those of data/sources that are collected, as they are declared.
func realSources(t *testing.T) []record.Source {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(root), "data/sources", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources(t, files)
}

func sources(t *testing.T, files fs.FS) []record.Source {
	t.Helper()
	read, found, err := corpus.Load(files, "data", lang.Composed())
	if err != nil || found.Errors() > 0 {
		t.Fatal(err, found)
	}
	var out []record.Source
	for _, s := range read.Sources {
		if s.Collect != nil && s.Collect.Off.IsZero() {
			out = append(out, s)
		}
	}
	return out
}

// project is a folder in which sources are collected, one run a day.
type project struct {
	testing.TB
	dir   string
	now   time.Time
	all   []collect.Task
	hasty time.Duration // the longest that a request may take; what the source says when zero
}

func newProject(t testing.TB) *project {
	return &project{TB: t, dir: t.TempDir(), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
}

// tasks puts the sources on the server, at their own addresses, with their bodies.
func (p *project) tasks(srv *sourceserver.Server, sources []record.Source) {
	p.Helper()
	for _, s := range sources {
		made, ok := played[s.ID]
		if !ok {
			p.Errorf("data/sources/%s.yaml is collected, and no test plays it: add its line to played, in bodies_test.go", s.ID)
			continue
		}
		for address, body := range made.bodies(p, s) {
			u, err := url.Parse(address)
			if err != nil {
				p.Fatal(err)
			}
			body.Bytes = []byte(srv.Local(string(body.Bytes), hosts(s)...))
			for f, b := range body.Played {
				body.Played[f] = []byte(srv.Local(string(b), hosts(s)...))
			}
			srv.Put(u.RequestURI(), body)
		}
		p.all = append(p.all, readers.Task(local(srv, s, made.rowsOf(s)), goReaders(p)))
	}
}

// goReaders are the readers written in Go, as the project has them.
func goReaders(t testing.TB) []collect.Reader {
	t.Helper()
	r, found, err := france.Readers(os.DirFS(root), "data")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	return r
}

// local is a source whose addresses are on this machine, and whose bounds are those
// of its tiny bodies: four fifths of their rows at least, as the real file asks of
// a real harvest. A body is small: so is its limit.
func local(srv *sourceserver.Server, s record.Source, rows int) record.Source {
	c := *s.Collect
	c.Addresses = nil
	for _, a := range s.Collect.Addresses {
		c.Addresses = append(c.Addresses, srv.Local(a, hosts(s)...))
	}
	c.Instead = nil
	for _, a := range s.Collect.Instead {
		c.Instead = append(c.Instead, srv.Local(a, hosts(s)...))
	}
	c.Bounds.RowsMin = max(1, rows*4/5)
	c.Limits.Bytes = "100 k"
	s.Collect = &c
	return s
}

// hosts are those of the addresses of a source, and those that it declares.
func hosts(s record.Source) []string {
	out := slices.Clone(s.Collect.Hosts)
	for _, a := range slices.Concat(s.Collect.Addresses, s.Collect.Instead) {
		host, _, _ := strings.Cut(strings.TrimPrefix(a, "https://"), "/")
		out = append(out, host)
	}
	return out
}

// collect runs once, and the next day comes. Nothing waits.
func (p *project) collect(srv *sourceserver.Server) collect.Report {
	p.Helper()
	report, err := collect.Run(p.Context(), p.options(srv), p.all)
	if err != nil {
		p.Fatal(err)
	}
	p.now = p.now.AddDate(0, 0, 1)
	return report
}

func (p *project) options(srv *sourceserver.Server) collect.Options {
	now := func() time.Time { return p.now }
	getter := fetch.New(fetch.Options{Agent: "Vigie", Contact: "contact@example.org", TempDir: p.TempDir(), Loopback: true, Retries: 1, Now: now,
		Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
	return collect.Options{Folder: filepath.Join(p.dir, "collected"), Getter: hasty{getter, p.hasty}, Jobs: 2, Tool: "vigie test", Now: now,
		Archive: archive.Open(filepath.Join(p.dir, "snapshots"), filepath.Join(p.dir, "cache"))}
}

// hasty is a getter that does not wait long.
type hasty struct {
	collect.Getter
	most time.Duration
}

func (h hasty) Get(ctx context.Context, req fetch.Request) (*fetch.Visit, error) {
	if h.most > 0 {
		req.Timeout = h.most
	}
	return h.Getter.Get(ctx, req)
}

// tree is every file of the project, with its content.
func (p *project) tree() map[string]string {
	p.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(p.dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(p.dir, name))
		files[name] = string(content)
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	return files
}
