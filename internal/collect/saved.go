package collect

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"vigie/internal/collect/read/sniff"
	"vigie/internal/fetch"
)

var (
	errNothingSaved = errors.New("no file was saved for this source")
	errNoMore       = errors.New("no more pages were saved")
)

// saved brings back files that somebody saved by hand in a folder.
//
// The file of an address is looked for under its own name, as a browser or wget
// saves it, in DIR/<source>/ then in DIR/; then the files of DIR/<source>/ that
// have not been asked for by name stand for the addresses in their order.
type saved struct {
	dir, source string
	given       []string // paths that were handed out
}

func newSaved(dir, source string) *saved { return &saved{dir: dir, source: source} }

// Get hands out the file of an address.
func (s *saved) Get(ctx context.Context, req fetch.Request) (*fetch.Visit, error) {
	file, err := s.find(req.URL)
	if err != nil {
		return nil, err
	}
	s.given = append(s.given, file)
	return s.read(ctx, file, req)
}

func (s *saved) find(address string) (string, error) {
	name := nameOf(address)
	for _, dir := range []string{filepath.Join(s.dir, s.source), s.dir} {
		file := filepath.Join(dir, name)
		if name != "" && regular(file) && !slices.Contains(s.given, file) {
			return file, nil
		}
	}
	entries, err := os.ReadDir(filepath.Join(s.dir, s.source)) // sorted by name
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	for _, e := range entries {
		file := filepath.Join(s.dir, s.source, e.Name())
		if !strings.HasPrefix(e.Name(), ".") && regular(file) && !slices.Contains(s.given, file) {
			return file, nil
		}
	}
	if len(s.given) == 0 {
		return "", errNothingSaved
	}
	return "", fmt.Errorf("%s: save it as %s: %w", address, filepath.Join(s.dir, s.source, name), errNoMore)
}

func regular(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular()
}

// nameOf is the name under which an address is saved: the end of its path, with
// its query when it has one. It never leads out of a folder.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := path.Base(u.Path)
	if name == "." || name == ".." || name == "/" {
		name = "index.html"
	}
	if u.RawQuery != "" {
		name += "?" + strings.ReplaceAll(u.RawQuery, "/", "%2F")
	}
	return name
}

func (s *saved) read(ctx context.Context, file string, req fetch.Request) (*fetch.Visit, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for _, end := range downloading {
		if strings.HasSuffix(file, end) || regular(file+end) {
			return nil, fmt.Errorf("%s is still being downloaded (%s): wait for its end", file, end)
		}
	}
	head := make([]byte, 2048)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	v := &fetch.Visit{URL: req.URL, File: file, Media: mediaOf(file, head[:n], req.Media)}
	if len(req.Media) > 0 && !slices.Contains(req.Media, v.Media) {
		return nil, fmt.Errorf("%s is %s, %s was wanted%s", file, v.Media, strings.Join(req.Media, " or "),
			after("; ", sniff.Hint(head[:n])))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	sum, text := sha256.New(), &fetch.Text{}
	if v.Size, err = io.Copy(io.MultiWriter(sum, text), io.LimitReader(f, req.MaxBytes+1)); err != nil {
		return nil, err
	}
	if fetch.Textual(v.Media) {
		v.Charset = text.Charset("") // no header came with it
	}
	if v.Size > req.MaxBytes {
		return nil, fmt.Errorf("%s holds more than the %d bytes allowed", file, req.MaxBytes)
	}
	v.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return v, ctx.Err()
}

// after puts a sign before words, where there are some.
func after(sign, words string) string {
	if words == "" {
		return ""
	}
	return sign + words
}

// downloading ends the names of files that a browser or curl has not finished.
var downloading = []string{".part", ".crdownload", ".download", ".partial"}

// medias are those of the ends of file names.
var medias = map[string]string{".pdf": "application/pdf", ".html": "text/html", ".htm": "text/html",
	".json": "application/json",
	".csv":  "text/csv", ".txt": "text/plain", ".xml": "application/xml", ".zip": "application/zip",
	".xlsx":    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".parquet": "application/vnd.apache.parquet"}

// mediaOf recognises a file: by what it starts with, by its name, else it is what
// the source declares first.
func mediaOf(file string, head []byte, declared []string) string {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))))
	switch {
	case bytes.HasPrefix(start, []byte("%pdf-")):
		return "application/pdf"
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")):
		return "text/html"
	}
	named := medias[strings.ToLower(filepath.Ext(file))]
	if slices.Contains(declared, named) {
		return named
	}
	for _, m := range declared { // servers name one thing in several ways
		if m != "application/pdf" && m != "text/html" {
			return m
		}
	}
	return cmp.Or(named, "application/octet-stream")
}
