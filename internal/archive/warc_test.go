package archive_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/textproto"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/archive"
)

// warcRecord is one record as another program would read it.
type warcRecord struct {
	textproto.MIMEHeader
	block string
}

// kind is the type of a record, and the profile of a revisit.
func (r warcRecord) kind() string {
	profile := r.Get("WARC-Profile")
	return strings.TrimSpace(r.Get("WARC-Type") + " " + profile[strings.LastIndexByte(profile, '/')+1:])
}

// payload is what follows the headers of an answer.
func (r warcRecord) payload() string {
	_, body, _ := strings.Cut(r.block, "\r\n\r\n")
	return body
}

// readWARC reads a file, record by record, each a gzip member of its own, and
// holds what is true of every record.
func readWARC(t *testing.T, file []byte) []warcRecord {
	t.Helper()
	var out []warcRecord
	in := bufio.NewReader(bytes.NewReader(file))
	var z *gzip.Reader
	seen := map[string]bool{}
	for {
		if _, err := in.Peek(1); err == io.EOF {
			return out
		}
		var err error
		if z == nil {
			z, err = gzip.NewReader(in)
		} else {
			err = z.Reset(in)
		}
		if err != nil {
			t.Fatal(err)
		}
		z.Multistream(false)
		plain, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		r := bufio.NewReader(bytes.NewReader(plain))
		if version, _ := r.ReadString('\n'); version != "WARC/1.1\r\n" {
			t.Fatalf("a record starts with %q", version)
		}
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(r)
		size, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil || len(rest) != size+4 || string(rest[size:]) != "\r\n\r\n" {
			t.Fatalf("a block of %d bytes is said to have %q", len(rest)-4, header.Get("Content-Length"))
		}
		one := warcRecord{header, string(rest[:size])}
		if want := "sha256:" + digestOf(one.block); one.Get("WARC-Block-Digest") != want {
			t.Errorf("the digest of a block is %s, want %s", one.Get("WARC-Block-Digest"), want)
		}
		if id := one.Get("WARC-Record-ID"); seen[id] || !strings.HasPrefix(id, "<urn:uuid:") {
			t.Errorf("the identifier %s is no good, or not the first", id)
		} else {
			seen[id] = true
		}
		out = append(out, one)
	}
}

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func export(t *testing.T, s *shelf, snaps []archive.Snapshot) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := archive.WARC(&out, s.Store, snaps); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAWARCFileIsReadBack(t *testing.T) {
	s := open(t)
	moved := func(s *archive.Snapshot) { s.Final = "https://store.example/d é.csv" }
	snaps := []archive.Snapshot{
		s.put("a,b\n", 0, moved),
		s.put("a,b\n", 1),
		s.put("a,b\n", 2, func(s *archive.Snapshot) { s.Status = 304 }),
		s.put("a,b\n1,2\n", 3, private),
		s.put("sauvé à la main", 4, func(s *archive.Snapshot) { s.ByHand, s.Status, s.Headers, s.Media = true, 0, nil, "text/plain" }),
		of("elsewhere", 5, private),
	}
	file := export(t, s, snaps)
	records := readWARC(t, file)
	var kinds []string
	for _, r := range records {
		kinds = append(kinds, r.kind())
	}
	want := []string{"warcinfo", "response", "metadata", "revisit identical-payload-digest", "metadata", "revisit server-not-modified", "metadata",
		"response", "metadata", "resource", "metadata", "metadata"}
	if !slices.Equal(kinds, want) {
		t.Fatalf("the records are %q, want %q", kinds, want)
	}
	info, first, again, unchanged, byHand := records[0], records[1], records[3], records[5], records[9]
	if info.Get("Content-Type") != "application/warc-fields" || !strings.HasPrefix(info.block, "software: Vigie 1.0\r\nformat: WARC File Format 1.1\r\n") ||
		info.Get("WARC-Date") != "2026-11-23T14:00:00Z" {
		t.Errorf("the file says of itself %v %q", info.MIMEHeader, info.block)
	}
	wantBlock := "HTTP/1.1 200 OK\r\nContent-Type: text/csv; charset=utf-8\r\nX-Archive-Orig-Content-Encoding: gzip\r\nEtag: \"v1\"\r\n" +
		"X-Archive-Orig-Content-Length: 12\r\nContent-Length: 4\r\n\r\na,b\n"
	if first.block != wantBlock {
		t.Errorf("the answer is %q, want %q", first.block, wantBlock)
	}
	for name, value := range map[string]string{"WARC-Target-URI": "https://store.example/d%20%C3%A9.csv", "WARC-Date": "2026-11-23T09:00:00Z",
		"Content-Type": "application/http; msgtype=response", "WARC-Payload-Digest": "sha256:" + digestOf("a,b\n"), "WARC-Warcinfo-ID": info.Get("WARC-Record-ID")} {
		if got := first.Get(name); got != value {
			t.Errorf("%s: %s, want %s", name, got, value)
		}
	}
	for _, r := range []warcRecord{again, unchanged} {
		if r.payload() != "" || r.Get("WARC-Payload-Digest") != first.Get("WARC-Payload-Digest") || r.Get("WARC-Refers-To") != first.Get("WARC-Record-ID") ||
			r.Get("WARC-Refers-To-Target-URI") != first.Get("WARC-Target-URI") || r.Get("WARC-Refers-To-Date") != first.Get("WARC-Date") {
			t.Errorf("a revisit is %v %q", r.MIMEHeader, r.block)
		}
	}
	if !strings.HasPrefix(unchanged.block, "HTTP/1.1 304 Not Modified\r\n") || strings.Contains(unchanged.block, "Content-Length") {
		t.Errorf("what had not changed is %q", unchanged.block)
	}
	if byHand.block != "sauvé à la main" || byHand.Get("Content-Type") != "text/plain" || byHand.Get("WARC-Payload-Digest") != byHand.Get("WARC-Block-Digest") {
		t.Errorf("what was saved by hand is %v %q", byHand.MIMEHeader, byHand.block)
	}
	sidecars(t, records, snaps)
	if !bytes.Equal(file, export(t, s, snaps)) {
		t.Error("another export of the same snapshots is another file")
	}
}

// sidecars holds that each fetch has its sidecar, beside the record that it is about.
func sidecars(t *testing.T, records []warcRecord, snaps []archive.Snapshot) {
	t.Helper()
	for i, r := range records {
		if r.kind() != "metadata" {
			continue
		}
		var got archive.Snapshot
		if err := json.Unmarshal([]byte(r.block), &got); err != nil || got.SHA256 != snaps[0].SHA256 || !got.Fetched.Equal(snaps[0].Fetched) {
			t.Errorf("the sidecar %s: %v", r.block, err)
		}
		if !strings.HasPrefix(r.Get("WARC-Target-URI"), "urn:vigie:catalogue:2026-11-23T") {
			t.Errorf("the sidecar %d stands under %s", i, r.Get("WARC-Target-URI"))
		}
		if about := r.Get("WARC-Concurrent-To"); about != "" && about != records[i-1].Get("WARC-Record-ID") || about == "" && i != len(records)-1 {
			t.Errorf("the sidecar %d is about %q", i, about)
		}
		snaps = snaps[1:]
	}
	if len(snaps) > 0 {
		t.Errorf("%d sidecars are missing", len(snaps))
	}
}

func TestBytesWhoseAnswerIsNotExportedStandAlone(t *testing.T) {
	s := open(t)
	s.put("a,b\n", 0)
	later := s.put("a,b\n", 1, func(s *archive.Snapshot) { s.Status = 304 })
	records := readWARC(t, export(t, s, []archive.Snapshot{later}))
	if len(records) != 3 || records[1].kind() != "resource" || records[1].block != "a,b\n" {
		t.Errorf("the records are %v", records)
	}
}

func TestAHostileHeaderStaysOnItsLine(t *testing.T) {
	s := open(t)
	snap := s.put("a,b\n", 0, func(s *archive.Snapshot) {
		s.Headers = map[string]string{"Etag": "x\r\nSet-Cookie: y\r\n\r\nbody", "X-Other": "not kept"}
		s.Tool = "Vigie\r\n\r\nWARC/1.1"
		s.URL = "https://source.example/\r\nWARC-Type: x"
		s.Final = ""
	})
	records := readWARC(t, export(t, s, []archive.Snapshot{snap}))
	if len(records) != 3 || records[1].payload() != "a,b\n" || records[1].Get("WARC-Type") != "response" || strings.Contains(records[1].block, "X-Other") {
		t.Errorf("the records are %q", records)
	}
}

func TestWhatWasAlteredIsNotExported(t *testing.T) {
	s := open(t)
	snap := s.put("a,b\n", 0)
	s.write("public/catalogue/"+snap.SHA256, "a;b\n")
	if err := archive.WARC(io.Discard, s.Store, []archive.Snapshot{snap}); err == nil || !strings.Contains(err.Error(), "has the digest") && !strings.Contains(err.Error(), "have the digest") {
		t.Errorf("altered bytes: %v", err)
	}
	os.Remove(filepath.Join(s.dir, "public/catalogue", snap.SHA256))
	if err := archive.WARC(io.Discard, s.Store, []archive.Snapshot{snap}); !errors.Is(err, archive.ErrNoBytes) {
		t.Errorf("published bytes that are lost: %v", err)
	}
	if err := archive.WARC(io.Discard, s.Store, nil); err == nil {
		t.Error("a file of nothing was written")
	}
	if err := archive.WARC(io.Discard, s.Store, []archive.Snapshot{{Source: ".."}}); err == nil {
		t.Error("a snapshot that is none was written")
	}
}

func TestAFullDiskIsReported(t *testing.T) {
	s := open(t)
	snap := s.put(strings.Repeat("a,b\n", 100), 0)
	for room := 0; room < 900; room += 60 {
		if err := archive.WARC(&full{room}, s.Store, []archive.Snapshot{snap}); err == nil {
			t.Fatalf("%d bytes of room were enough", room)
		}
	}
}

// full is a disk with so much room.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no room")
	}
	return len(p), nil
}
