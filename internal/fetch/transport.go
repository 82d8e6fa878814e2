package fetch

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// maxRedirects is how many hops a visit may take (RFC 9309 asks for five at least).
const maxRedirects = 5

// guard is the transport of one visit, under colly: it keeps every promise for
// every hop, and spools the document to disk. Colly is handed an empty body, so
// that it neither cuts a large document short nor holds it in memory.
type guard struct {
	f     *Fetcher
	req   Request
	hops  int
	visit *Visit
}

// RoundTrip takes one hop.
func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	u := r.URL
	if g.hops++; g.hops > maxRedirects+1 {
		return nil, &Error{Fault: Unexpected, URL: u.String(), Detail: "too many redirects"}
	}
	if err := allowed(u, g.req.Hosts); err != nil {
		return nil, err
	}
	rules, err := g.f.robots.of(r.Context(), u)
	if err != nil {
		return nil, err
	}
	if !g.f.robots.allows(rules, u) {
		detail := "robots.txt of " + u.Host + " forbids it"
		if rules.deny {
			detail = "robots.txt of " + u.Host + " cannot be read, so nothing may be"
		}
		return nil, &Error{Fault: Robots, URL: u.String(), Detail: detail}
	}
	g.f.pace.slow(u.Host, rules.delay)
	if err := g.f.pace.turn(r.Context(), u.Host); err != nil {
		return nil, err
	}
	g.visit.Requests++
	resp, err := g.f.inner.RoundTrip(g.dress(r))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return g.take(r, resp)
}

// dress sets the headers of a hop.
func (g *guard) dress(r *http.Request) *http.Request {
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", g.f.agent())
	r.Header.Set("Accept-Encoding", "gzip, br, zstd")
	r.Header.Set("Accept-Language", "fr, en;q=0.5")
	if len(g.req.Media) > 0 {
		r.Header.Set("Accept", strings.Join(g.req.Media, ", ")+", */*;q=0.1")
	}
	if g.req.ETag != "" {
		r.Header.Set("If-None-Match", g.req.ETag)
	}
	if g.req.LastModified != "" {
		r.Header.Set("If-Modified-Since", g.req.LastModified)
	}
	return r
}

// take judges an answer and spools what is wanted of it.
func (g *guard) take(r *http.Request, resp *http.Response) (*http.Response, error) {
	v := g.visit
	v.Status, v.Final, v.Header = resp.StatusCode, unsigned(r.URL), resp.Header
	switch {
	case resp.StatusCode == http.StatusNotModified:
		v.NotModified = true
	case resp.StatusCode >= 300 && resp.StatusCode < 400:
		// colly's client follows it, and the next hop comes through here
	default:
		if fault := faultOfStatus(resp.StatusCode); fault != "" {
			e := &Error{Fault: fault, URL: r.URL.String(), Status: resp.StatusCode}
			if d, ok := retryAfter(resp.Header, g.f.options.Now()); ok {
				e.Detail = fmt.Sprintf("it asks to wait %s", d)
				e.Err = waitAsked(d)
			}
			return nil, e
		}
		if err := g.spool(r.Context(), r.URL.String(), resp); err != nil {
			return nil, err
		}
	}
	status := resp.StatusCode
	if status == http.StatusNotModified {
		status = http.StatusOK // colly takes a 304 for an error
	}
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Proto: resp.Proto, ProtoMajor: resp.ProtoMajor,
		ProtoMinor: resp.ProtoMinor, Header: resp.Header, Body: io.NopCloser(bytes.NewReader(nil)), Request: r}, nil
}

// robotsFile fetches a robots.txt: same connections and pace, at most five
// redirects, which may lead to another host (RFC 9309 § 2.3.1.2).
func (f *Fetcher) robotsFile(ctx context.Context, u *url.URL) (int, string, error) {
	for range maxRedirects + 1 {
		if err := allowed(u, []string{u.Hostname()}); err != nil {
			return 0, "", err
		}
		if err := f.pace.turn(ctx, u.Host); err != nil {
			return 0, "", err
		}
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
		if err != nil {
			return 0, "", err
		}
		r.Header.Set("User-Agent", f.agent())
		resp, err := f.inner.RoundTrip(r)
		if err != nil {
			return 0, "", err
		}
		body, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
		resp.Body.Close()
		if err != nil {
			return 0, "", err
		}
		if next, err := resp.Location(); err == nil && resp.StatusCode >= 300 && resp.StatusCode < 400 {
			u = next
			continue
		}
		return resp.StatusCode, string(body), nil
	}
	return http.StatusNotFound, "", nil // too many redirects count as none (§ 2.3.1.2)
}
