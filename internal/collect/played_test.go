package collect_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"vigie/internal/archive"
	"vigie/internal/collect"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// played is the web as a test wants it. Nothing in these tests is true: sources,
// offers and dates are made up.
type played struct {
	t     *testing.T
	mu    sync.Mutex
	pages map[string]string
	fails map[string]error
	asked []string // addresses, with " 304" when nothing was sent
	hook  func(url string)
}

func (p *played) Get(ctx context.Context, req fetch.Request) (*fetch.Visit, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.hook != nil {
		p.hook(req.URL)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	visit := &fetch.Visit{URL: req.URL, Final: req.URL, Status: 200, Requests: 1, Media: "text/csv", Charset: "utf-8"}
	if err := p.fails[req.URL]; err != nil {
		p.asked = append(p.asked, req.URL)
		return visit, err
	}
	body, ok := p.pages[req.URL]
	if !ok {
		return visit, &fetch.Error{Fault: fetch.Gone, URL: req.URL, Status: 404}
	}
	sum := sha256.Sum256([]byte(body))
	visit.SHA256, visit.Size = hex.EncodeToString(sum[:]), int64(len(body))
	visit.Header = http.Header{"Etag": {`"` + visit.SHA256[:8] + `"`}, "Set-Cookie": {"secret"}}
	if req.ETag == visit.Header.Get("Etag") {
		p.asked = append(p.asked, req.URL+" 304")
		visit.NotModified, visit.Status = true, 304
		visit.SHA256, visit.Size, visit.Media, visit.Charset = "", 0, "", ""
		return visit, nil
	}
	p.asked = append(p.asked, req.URL)
	file, err := os.CreateTemp(p.t.TempDir(), "visit-*")
	if err != nil {
		p.t.Error(err)
		return visit, err
	}
	defer file.Close()
	if _, err := file.WriteString(body); err != nil {
		p.t.Error(err)
	}
	visit.File = file.Name()
	return visit, nil
}

// columns are those of the made-up source.
func columns() []collect.Column {
	return []collect.Column{
		{Name: "decision", Kind: collect.Code, Key: true, Label: lang.Text{FR: "décision", EN: "decision"}},
		{Name: "provider", Kind: collect.Text, Title: true, Label: lang.Text{FR: "fournisseur", EN: "provider"}},
		{Name: "service", Kind: collect.Text, Title: true, Label: lang.Text{FR: "service", EN: "service"}},
		{Name: "until", Kind: collect.Date, Label: lang.Text{FR: "valable jusqu’au", EN: "valid until"}},
		{Name: "amount", Kind: collect.Number, Label: lang.Text{FR: "montant", EN: "amount"}},
	}
}

// reader reads lines of cells between semicolons, under a line of column names.
// "next: address" leads on, "edition: date" dates the document, "broken" is not a
// document, "panic" breaks the reader.
func reader() collect.Reader {
	return collect.Reader{Name: "essai", Version: 1, Columns: columns(), Read: readLines, Follow: func(_ context.Context, doc collect.Document) ([]string, error) {
		var to []string
		lines := bufio.NewScanner(doc.Reader())
		for lines.Scan() {
			if address, ok := strings.CutPrefix(lines.Text(), "next: "); ok {
				to = append(to, address)
			}
		}
		return to, lines.Err()
	}}
}

func readLines(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	var remarks collect.Remarks
	lines := bufio.NewScanner(doc.Reader())
	for n := 1; lines.Scan(); n++ {
		if err := ctx.Err(); err != nil {
			return remarks, err
		}
		line, at := lines.Text(), fmt.Sprintf("line %d", n)
		word, rest, _ := strings.Cut(line, ": ")
		switch {
		case line == "broken":
			return remarks, fmt.Errorf("%s is not a line", at)
		case line == "panic":
			panic("a made-up fault")
		case word == "next":
		case word == "edition":
			remarks.Edition = cal.MustDate(rest)
		case word == "left":
			remarks.Ignored = append(remarks.Ignored, collect.Unread{What: rest, Count: 1})
		case strings.HasPrefix(line, "decision"):
			remarks.Columns = strings.Split(line, ";")
			if len(remarks.Columns) > 5 {
				remarks.Unread = []collect.Unread{{What: remarks.Columns[5], Count: 1}}
			}
		default:
			remarks.Rows++
			cells := strings.Split(line, ";")
			if len(cells) < 5 {
				remarks.Bad = append(remarks.Bad, collect.Bad{At: at, Found: line, Wanted: "five cells"})
				continue
			}
			if err := emit(collect.Row{Cells: cells[:5], At: at}); err != nil {
				return remarks, err
			}
		}
	}
	return remarks, lines.Err()
}

const (
	page1  = "https://example.org/one.csv"
	page2  = "https://example.org/two.csv"
	header = "decision;provider;service;until;amount\n"
)

// rows are n made-up rows, from a first number on.
func rows(from, n int) string {
	var b strings.Builder
	for i := from; i < from+n; i++ {
		fmt.Fprintf(&b, "%03d;Hébergeur %d;Nuage %d;2026-11-30;%d.50\n", i, i, i, 100*i)
	}
	return b.String()
}

// site is a project with one made-up source.
type site struct {
	*testing.T
	dir    string
	web    *played
	now    time.Time
	reader collect.Reader
	source record.Source
	with   func(*collect.Options)
}

func newSite(t *testing.T) *site {
	bounds := record.Bounds{RowsMin: 5, RowsMax: 50, Columns: []string{"decision", "until"}, Unreadable: 10, Gone: 30, Moved: 50}
	s := &site{T: t, dir: t.TempDir(), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), reader: reader(),
		web: &played{t: t, pages: map[string]string{page1: header + rows(1, 10)}, fails: map[string]error{}}}
	s.source = record.Source{Title: "Catalogue d’essai", Redistributable: true, Cadence: record.Monthly, Collect: &record.Collecting{
		Addresses: []string{page1}, Media: []string{"text/csv"}, Limits: record.Limits{Bytes: "20 k", Seconds: 5}, Bounds: bounds,
		Attribution: lang.Text{FR: "Source d’essai, {date}", EN: "Test source, {date}"}}}
	s.source.ID = "essai"
	return s
}

func (s *site) options() collect.Options {
	o := collect.Options{Folder: filepath.Join(s.dir, "collected"), Getter: s.web, Jobs: 2, Tool: "vigie test",
		Archive: archive.Open(filepath.Join(s.dir, "snapshots"), filepath.Join(s.dir, "cache")),
		Now:     func() time.Time { return s.now }}
	if s.with != nil {
		s.with(&o)
	}
	return o
}

// collect runs once, on the next day.
func (s *site) collect() collect.Outcome {
	s.Helper()
	report, err := collect.Run(s.Context(), s.options(), []collect.Task{{Source: s.source, Reader: s.reader}})
	if err != nil {
		s.Fatal(err)
	}
	s.now = s.now.AddDate(0, 0, 1)
	return report.Sources[0]
}

// replay reads every snapshot again.
func (s *site) replay() collect.Outcome {
	s.Helper()
	before := s.with
	s.with = func(o *collect.Options) { o.Replay, o.Getter = true, nil }
	defer func() { s.with = before }()
	return s.collect()
}

// want checks what became of the source.
func (s *site) want(o collect.Outcome, status collect.Status, code string) {
	s.Helper()
	got := ""
	if o.Why != nil {
		got = o.Why.Code
		if o.Why.Reason.FR == "" || o.Why.Reason.EN == "" || strings.Contains(o.Why.Reason.FR+o.Why.Reason.EN, "%!") {
			s.Errorf("the reason is %v", o.Why.Reason)
		}
	}
	if o.Status != status || got != code {
		s.Fatalf("the source is %s (%s), want %s (%s): %+v", o.Status, got, status, code, o.Why)
	}
}

// tree is every file under the project, with its content.
func (s *site) tree() map[string]string {
	s.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(s.dir, name))
		files[name] = string(content)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return files
}

// file is the content of one file; empty when it is not there.
func (s *site) file(name string) string { return s.tree()[name] }
