package archive

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
)

// WARC writes snapshots as a WARC 1.1 file (ISO 28500), each record compressed
// alone. Of each fetch it records what we truly have:
//
//   - response: the bytes under the status and the headers that a sidecar keeps.
//     They are decompressed: what the server said of its compression stands under
//     X-Archive-Orig- names
//   - revisit: the answer alone, when the bytes are those of an earlier record, or
//     when the server said that nothing had changed
//   - resource: the bytes alone, when they were saved by hand, or when the answer
//     that brought them is not among the snapshots
//   - metadata: our sidecar, beside each of the above; alone when the bytes are not
//     on this machine and need not be
//
// There are no request records: what was asked is not kept. The same snapshots
// give the same file. Bytes that are not those of their sidecar are an error, and
// what was written by then is no whole file.
func WARC(w io.Writer, store *Store, snapshots []Snapshot) error {
	e := &exporter{w: w, store: store, first: map[string]earlier{}}
	if err := e.begin(snapshots); err != nil {
		return fmt.Errorf("WARC: %w", err)
	}
	for _, snap := range snapshots {
		if err := e.export(snap); err != nil {
			return fmt.Errorf("WARC: %s of %s: %w", snap.URL, snap.Fetched.UTC().Format(time.RFC3339), err)
		}
	}
	return nil
}

// exporter writes one WARC file.
type exporter struct {
	w     io.Writer
	store *Store
	info  string             // identifier of the warcinfo record
	first map[string]earlier // the record that holds the bytes of a digest
}

// earlier is a record that others refer to.
type earlier struct{ id, target, date string }

// begin writes the warcinfo record. Its date is that of the last fetch: there is
// no clock here.
func (e *exporter) begin(snapshots []Snapshot) error {
	if len(snapshots) == 0 {
		return errors.New("there is no snapshot to write")
	}
	last := slices.MaxFunc(snapshots, func(a, b Snapshot) int { return a.Fetched.Compare(b.Fetched) })
	fields := "software: " + oneLine(last.Tool) + "\r\n" +
		"format: WARC File Format 1.1\r\n" +
		"conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n" +
		"description: Public sources of Vigie. Bodies are decompressed; of the headers, those that sidecars keep.\r\n"
	r := record{kind: "warcinfo", date: stamp(last.Fetched), media: "application/warc-fields", head: fields}
	for _, snap := range snapshots {
		if err := snap.sound(); err != nil {
			return err
		}
		r.seed += snap.Source + "/" + snap.name() + "\n"
	}
	e.info = r.id()
	return r.write(e.w)
}

// export writes the records of one fetch.
func (e *exporter) export(snap Snapshot) error {
	sidecar, err := snap.sidecar()
	if err != nil {
		return err
	}
	// Under the address itself, programs that play an archive back would show it.
	about := record{kind: "metadata", seed: string(sidecar), date: stamp(snap.Fetched), info: e.info,
		target: "urn:vigie:" + snap.Source + ":" + strings.TrimSuffix(snap.name(), ".json"), media: "application/json",
		head: string(sidecar)}
	_, err = e.store.digest(snap)
	switch {
	case errors.Is(err, ErrNoBytes) && !snap.Published:
		return about.write(e.w)
	case err != nil:
		return err
	}
	r := e.evidence(snap, string(sidecar))
	if !r.revisits() {
		e.first[snap.SHA256] = earlier{r.id(), r.target, r.date}
		body, err := e.store.Bytes(snap)
		if err != nil {
			return err
		}
		defer body.Close()
		r.body = body
	}
	about.more = [][2]string{{"WARC-Concurrent-To", "<" + r.id() + ">"}}
	if err := r.write(e.w); err != nil {
		return err
	}
	return about.write(e.w)
}

// evidence is the record that holds the bytes of a snapshot, or says where they are.
func (e *exporter) evidence(snap Snapshot, seed string) record {
	r := record{kind: "response", seed: seed, date: stamp(snap.Fetched), target: target(snap), info: e.info,
		media: "application/http; msgtype=response", head: head(snap), size: snap.Size, payload: "sha256:" + snap.SHA256}
	before, known := e.first[snap.SHA256]
	switch {
	case snap.ByHand, snap.Status == notModified && !known:
		r.kind, r.media, r.head = "resource", cmp.Or(snap.Media, "application/octet-stream"), ""
	case known:
		profile := "identical-payload-digest"
		if snap.Status == notModified {
			profile = "server-not-modified"
		}
		r.kind, r.size = "revisit", 0
		r.more = [][2]string{{"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/" + profile},
			{"WARC-Refers-To", "<" + before.id + ">"}, {"WARC-Refers-To-Target-URI", before.target},
			{"WARC-Refers-To-Date", before.date}}
	}
	return r
}

const notModified = 304

// head is the answer as far as the sidecar keeps it.
func head(snap Snapshot) string {
	reason := map[int]string{200: "OK", 203: "Non-Authoritative Information", notModified: "Not Modified"}[snap.Status]
	var out strings.Builder
	fmt.Fprintf(&out, "HTTP/1.1 %03d %s\r\n", snap.Status, reason)
	for _, name := range Kept() {
		value, ok := snap.Headers[name]
		if !ok || snap.Status == notModified && (name == "Content-Length" || name == "Content-Encoding") {
			continue
		}
		if name == "Content-Encoding" || name == "Content-Length" && value != fmt.Sprint(snap.Size) {
			name = "X-Archive-Orig-" + name
		}
		if name != "Content-Length" {
			fmt.Fprintf(&out, "%s: %s\r\n", name, oneLine(value))
		}
	}
	if snap.Status != notModified {
		fmt.Fprintf(&out, "Content-Length: %d\r\n", snap.Size)
	}
	return out.String() + "\r\n"
}

// target is the address that answered.
func target(snap Snapshot) string {
	address := cmp.Or(snap.Final, snap.URL)
	if u, err := url.Parse(address); err == nil {
		address = u.String()
	}
	return oneLine(strings.ReplaceAll(address, " ", "%20"))
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// oneLine keeps a value from starting a line of its own.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s))
}
