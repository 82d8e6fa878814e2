package collect

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"vigie/internal/archive"
	"vigie/internal/fetch"
)

// walk visits the addresses of a source, the pages of an address that has a page
// mark, and those that documents lead to.
type walk struct {
	*job
	getter Getter
	last   visit // the last visit that the archive holds
	seen   map[string]bool
	parts  []part
	at     string // the address asked for last
	asked  int    // requests that it took
	gone   *lost  // the address that is gone, once the pages to look in are asked
}

// step is an address still to be visited.
type step struct {
	address string // with a page mark, or without
	page    int    // when it has one
	turn    turn
}

func (s step) url() string { return strings.ReplaceAll(s.address, pageMark, strconv.Itoa(s.page)) }

// errTooMany says that a source leads to more documents than it may have.
var errTooMany = errors.New("more documents than a visit may have")

// run fetches everything. What it spooled is removed by the job.
func (w *walk) run(ctx context.Context) error {
	var todo []step
	for _, a := range w.terms.addresses {
		todo = append(todo, step{address: a, page: 1})
	}
	for len(todo) > 0 {
		next := todo[0]
		todo = todo[1:]
		if w.seen[next.url()] {
			continue
		}
		if len(w.parts) == w.terms.documents {
			return errTooMany
		}
		w.seen[next.url()] = true
		p, err := w.get(ctx, next)
		if errors.Is(err, errNoMore) && next.page > 1 {
			continue
		}
		if instead, ok := w.elsewhere(ctx, next, err); ok {
			todo = append(instead, todo...)
			continue
		}
		if err != nil {
			return err
		}
		w.parts = append(w.parts, p)
		more, err := w.beyond(ctx, next, p)
		if err != nil {
			return err
		}
		todo = append(more, todo...)
	}
	return w.nowhere()
}

// beyond gives the addresses that come after a document. A document that cannot
// be read leads nowhere: it is judged with the rest.
func (w *walk) beyond(ctx context.Context, from step, p part) ([]step, error) {
	var more []step
	if w.task.Reader.Follow != nil {
		addresses, err := follow(ctx, w.task.Reader, p, w.allowance())
		if err != nil {
			return nil, ctx.Err()
		}
		for _, a := range addresses {
			if err := w.declared(a); err != nil {
				return nil, err
			}
			more = append(more, step{address: a, page: 1, turn: from.turn.next()})
		}
	}
	if strings.Contains(from.address, pageMark) {
		var h harvest
		if err := h.read(ctx, w.task.Reader, p, w.allowance()); err != nil {
			return nil, err
		}
		if h.verdict == nil && len(h.rows) > 0 {
			more = append(more, step{address: from.address, page: from.page + 1})
		}
	}
	return more, nil
}

// follow asks a reader where a document leads, and makes the addresses whole.
func follow(ctx context.Context, r Reader, p part, most allowance) ([]string, error) {
	doc, file, err := p.document()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	addresses, err := patiently(ctx, most, func(ctx context.Context) ([]string, error) { return r.Follow(ctx, doc) })
	if err != nil {
		return nil, err
	}
	base, err := url.Parse(p.snap.URL)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, a := range addresses {
		u, err := base.Parse(strings.TrimSpace(a))
		if err != nil {
			return nil, fmt.Errorf("the link %q is not an address", a)
		}
		u.Fragment = ""
		if a := u.String(); a != p.snap.URL && !slices.Contains(out, a) {
			out = append(out, strings.ReplaceAll(a, pageMark, url.PathEscape(pageMark)))
		}
	}
	return out, nil
}

// declared refuses an address that a document leads to outside of the hosts that
// the source declares.
func (w *walk) declared(address string) error {
	u, err := url.Parse(address)
	if err == nil &&
		(slices.Contains(w.terms.hosts, strings.ToLower(u.Host)) ||
			slices.Contains(w.terms.hosts, strings.ToLower(u.Hostname()))) {
		return nil
	}
	return &fetch.Error{Fault: fetch.OffHost, URL: address, Detail: "a document of the source leads there", Err: err}
}

// get brings one document, unless the copy that is held is still good.
func (w *walk) get(ctx context.Context, s step) (part, error) {
	address := s.url()
	req := fetch.Request{URL: address, Hosts: w.terms.hosts, Media: w.media(s), MaxBytes: w.terms.maxBytes,
		Timeout: w.terms.timeout,
		Progress: func(read, total int64) {
			w.Progress(Progress{Source: w.task.Source.ID, URL: address, Read: read, Total: total})
		}}
	w.at = address
	held, ok := w.held(address)
	if ok {
		req.ETag, req.LastModified = held.snap.Headers["Etag"], held.snap.Headers["Last-Modified"]
	}
	w.Progress(Progress{Source: w.task.Source.ID, URL: address, Total: -1})
	v, err := w.getter.Get(ctx, req)
	if v != nil {
		w.asked += v.Requests
		if v.File != "" && w.From == "" {
			w.spooled = append(w.spooled, v.File)
		}
	}
	if ctx.Err() != nil {
		return part{}, ctx.Err()
	}
	if err != nil {
		return part{}, err
	}
	snap := archive.Snapshot{Source: w.task.Source.ID, URL: address, Final: v.Final,
		Fetched: w.Now().UTC().Truncate(time.Second), Status: v.Status,
		Headers: kept(v), Media: v.Media, Charset: v.Charset, Size: v.Size, SHA256: v.SHA256,
		Published: w.task.republishes(), Tool: w.Tool, ByHand: w.From != "", Attribution: w.attribution()}
	if snap.Final == address {
		snap.Final = ""
	}
	if !v.NotModified {
		return part{snap: snap, open: func() (archive.Copy, error) { return os.Open(v.File) }, file: v.File}, nil
	}
	if !ok {
		return part{},
			&fetch.Error{Fault: fetch.Unexpected, URL: address, Status: v.Status,
				Detail: "it says that nothing has changed, yet we hold no copy"}
	}
	snap.Media, snap.Charset, snap.Size, snap.SHA256 = held.snap.Media, held.snap.Charset, held.snap.Size, held.snap.SHA256
	headers := maps.Clone(held.snap.Headers)
	maps.Copy(headers, snap.Headers)
	snap.Headers = headers
	return part{snap: snap, open: held.open}, nil
}

// held finds the last copy of an address, when its bytes are on this machine: one
// that cannot be read again is fetched again.
func (w *walk) held(address string) (part, bool) {
	for _, p := range w.last.parts {
		if p.snap.URL == address {
			f, err := p.open()
			if err != nil {
				return part{}, false
			}
			f.Close()
			return p, true
		}
	}
	return part{}, false
}

// kept are the headers that a sidecar keeps.
func kept(v *fetch.Visit) map[string]string {
	out := map[string]string{}
	for _, name := range archive.Kept() {
		if value := v.Header.Get(name); value != "" {
			out[name] = value
		}
	}
	return out
}
