// Package fetch visits public sources, and is the only package that reaches the
// network. What it brings back is a Visit: the bytes in a file, their digest, and
// what the server said of them. What it could not bring is a typed Error.
//
//	f := fetch.New(fetch.Options{Agent: "Vigie", Contact: "contact@example.org", Retries: 2})
//	v, err := f.Get(ctx, fetch.Request{URL: address, Media: []string{"application/pdf"},
//		MaxBytes: 20 << 20, Timeout: time.Minute})
//	defer os.Remove(v.File)
//
// The walk along redirects is colly's; under it stands our own transport, the
// guard, where each promise is kept in one place, for the first request as for
// every redirect:
//
//	declared hosts → robots.txt → politeness → public addresses only → spool to disk
//
// Promises: only http and https, only the hosts that the source declares, never a
// private, loopback or link-local address, whatever the DNS answers; robots.txt
// followed as RFC 9309 asks; one request a second and a host at most, or the
// crawl-delay, or what Retry-After asks; nothing is read past the limits of size
// and time, and nothing is cut short in silence; memory does not grow with the
// document; everything stops with the context; a visit that failed leaves no file.
//
// No proxy is used, whatever the environment says: through one, nobody can know
// to which address a request goes.
package fetch

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Options settle how all sources are visited.
type Options struct {
	Agent    string        // product token, such as "Vigie"
	Version  string        // of the product
	Contact  string        // address or page where the visitor can be reached
	TempDir  string        // where bodies are spooled; the system's when empty
	Interval time.Duration // between two requests to one host; one second when zero
	Retries  int           // further tries after a fault that may pass
	// Loopback opens 127.0.0.0/8 and ::1, for tests against a local server.
	Loopback bool
	// Resolver looks names up; the system's when nil.
	Resolver *net.Resolver
	// Wait pauses between requests; it returns early with the context's error.
	Wait func(context.Context, time.Duration) error
	// Now is the clock of politeness.
	Now func() time.Time
}

// Request is one document to fetch.
type Request struct {
	URL string
	// Hosts may answer besides that of URL: a name alone for the usual ports, a
	// name with a port for that port.
	Hosts        []string
	Media        []string      // media types that are accepted; any when empty
	MaxBytes     int64         // after decompression; 64 MiB when zero
	Timeout      time.Duration // of one request, waiting for our turn aside; two minutes when zero
	ETag         string        // validators of the copy that we hold
	LastModified string
	Progress     func(read, total int64) // bytes over the wire; total is negative when unknown
}

// What a request may take when it does not say.
const (
	usualBytes = 64 << 20
	usualTime  = 2 * time.Minute
)

// Visit is what came back.
type Visit struct {
	URL         string
	Final       string // address after redirects, without the signature that a store may add
	Status      int
	NotModified bool // the copy that we hold is still good; there is no file
	Media       string
	Charset     string // of texts: see Text
	Header      http.Header
	File        string // spooled bytes, decompressed; the caller removes it
	Size        int64
	SHA256      string
	Requests    int // those for the document, redirects and further tries included
}

// Fetcher visits sources. It is safe for use by several goroutines.
type Fetcher struct {
	options Options
	robots  *robots
	pace    *pace
	inner   http.RoundTripper
}

// New makes a fetcher. It remembers robots.txt and the pace of each host for as
// long as it is used: one run.
func New(o Options) *Fetcher {
	if o.Interval == 0 {
		o.Interval = time.Second
	}
	if o.Wait == nil {
		o.Wait = wait
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	f := &Fetcher{options: o, inner: newTransport(o.Resolver, o.Loopback)}
	f.pace = &pace{interval: o.Interval, wait: o.Wait, now: o.Now, hosts: map[string]*turns{}}
	f.robots = &robots{read: f.readRobots, agent: o.Agent, hosts: map[string]*known{}}
	return f
}

// agent is the User-Agent header: product, version and where to complain.
func (f *Fetcher) agent() string {
	s := f.options.Agent
	if f.options.Version != "" {
		s += "/" + f.options.Version
	}
	if f.options.Contact != "" {
		s += " (+" + f.options.Contact + ")"
	}
	return s
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
