package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
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
		return nil, &Error{Fault: Unexpected, URL: unsigned(u.String()),
			Detail: fmt.Sprintf("more than %d redirects", maxRedirects)}
	}
	if g.hops == 1 {
		g.req.Hosts = append(slices.Clone(g.req.Hosts), u.Host) // as colly writes it: in ASCII, shortest form
	}
	if err := allowed(u, g.req.Hosts); err != nil {
		return nil, err
	}
	if err := g.f.mayVisit(r.Context(), u, g.req.Timeout); err != nil {
		return nil, err
	}
	if err := g.f.pace.turn(r.Context(), u); err != nil {
		return nil, blame(unsigned(u.String()), err)
	}
	ctx, cancel := context.WithTimeout(r.Context(), g.req.Timeout)
	defer cancel()
	g.visit.Requests++
	resp, err := g.f.inner.RoundTrip(g.dress(r.Clone(ctx)))
	if err != nil {
		return nil, blame(unsigned(u.String()), err)
	}
	defer resp.Body.Close()
	return g.take(ctx, u, resp)
}

// dress sets the headers of a hop.
func (g *guard) dress(r *http.Request) *http.Request {
	r.Header = http.Header{
		"User-Agent":      {g.f.agent()},
		"Accept":          {"*/*"},
		"Accept-Encoding": {"gzip, br, zstd"},
		"Accept-Language": {"fr, en;q=0.5"},
	}
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
func (g *guard) take(ctx context.Context, u *url.URL, resp *http.Response) (*http.Response, error) {
	address := unsigned(u.String())
	v := g.visit
	v.Status, v.Final, v.Header = resp.StatusCode, address, resp.Header
	switch status := resp.StatusCode; {
	case redirects(status):
		next, err := resp.Location()
		if err != nil {
			return nil, &Error{Fault: Unexpected, URL: address, Status: status, Detail: "it redirects to nowhere", Err: err}
		}
		return forColly(resp, status, next), nil
	case status == http.StatusNotModified && (g.req.ETag != "" || g.req.LastModified != ""):
		v.NotModified = true
	case status == http.StatusOK, status == http.StatusNonAuthoritativeInfo:
		if err := g.spool(ctx, address, resp); err != nil {
			return nil, err
		}
	default:
		return nil, g.f.refusal(u, resp)
	}
	return forColly(resp, http.StatusOK, nil), nil
}

// forColly is the answer as colly may see it: it takes a 304 for an error, and
// undoes once more the compression that a header announces or a name suggests.
func forColly(resp *http.Response, status int, location *url.URL) *http.Response {
	h := http.Header{}
	if location != nil {
		h.Set("Location", location.String())
	}
	return &http.Response{StatusCode: status, Status: http.StatusText(status), Proto: resp.Proto,
		ProtoMajor: resp.ProtoMajor,
		ProtoMinor: resp.ProtoMinor, Header: h, Body: http.NoBody, Uncompressed: true, Request: resp.Request}
}

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}
