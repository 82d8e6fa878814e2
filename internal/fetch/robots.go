package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/jimsmart/grobotstxt"
)

// maxRobots is the part of a robots.txt that is read (RFC 9309 § 2.5 asks for
// 500 KiB at least).
const maxRobots = 512 << 10

// rules are what one host asks of robots.
type rules struct {
	body  string // in normal writing
	delay time.Duration
}

// known are the rules of a host once they have been read. What failed is not
// remembered: another try may succeed.
type known struct {
	busy chan struct{} // one reads, the others wait for it
	*rules
}

// robots keeps the rules of each host for one run.
type robots struct {
	read  func(ctx context.Context, u *url.URL, timeout time.Duration) (body string, err error)
	agent string // product token
	mu    sync.Mutex
	hosts map[string]*known
}

// mayVisit says whether robots.txt lets an address be fetched, and takes note of
// its crawl-delay.
func (f *Fetcher) mayVisit(ctx context.Context, u *url.URL, timeout time.Duration) error {
	asked, err := f.robots.of(ctx, u, timeout)
	if err != nil {
		return err
	}
	if asked.body != "" && !grobotstxt.AgentAllowed(asked.body, f.options.Agent, normal(u.String())) {
		return &Error{Fault: Robots, URL: unsigned(u.String()), Detail: "robots.txt of " + u.Host + " forbids it"}
	}
	f.pace.slow(u, asked.delay)
	return nil
}

// of gives the rules of the host of an address, read once.
func (r *robots) of(ctx context.Context, u *url.URL, timeout time.Duration) (*rules, error) {
	origin := u.Scheme + "://" + u.Host
	r.mu.Lock()
	host := r.hosts[origin]
	if host == nil {
		host = &known{busy: make(chan struct{}, 1)}
		r.hosts[origin] = host
	}
	r.mu.Unlock()

	select {
	case host.busy <- struct{}{}:
		defer func() { <-host.busy }()
	case <-ctx.Done():
		return nil, blame(origin+"/robots.txt", ctx.Err())
	}
	if host.rules != nil {
		return host.rules, nil
	}
	body, err := r.read(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}, timeout)
	if err != nil {
		return nil, blame(origin+"/robots.txt", err)
	}
	body = normal(strings.TrimPrefix(body, "\ufeff"))
	host.rules = &rules{body: body, delay: crawlDelay(body, r.agent)}
	return host.rules, nil
}

// readRobots fetches a robots.txt; nothing when there is none. Redirects are
// followed, to another host if need be (RFC 9309 § 2.3.1.2).
func (f *Fetcher) readRobots(ctx context.Context, u *url.URL, timeout time.Duration) (string, error) {
	for range maxRedirects + 1 {
		if err := allowed(u, []string{u.Host}); err != nil {
			return "", err
		}
		if err := f.pace.turn(ctx, u); err != nil {
			return "", err
		}
		body, next, err := f.readRobotsAt(ctx, u, timeout)
		if err != nil || next == nil {
			return body, err
		}
		u = next
	}
	return "", nil // too many redirects count as none
}

// readRobotsAt takes one hop. Statuses are read as RFC 9309 § 2.3.1 asks: 4xx, no
// rules; 5xx, nothing may be visited, nor, to be polite, after 429.
func (f *Fetcher) readRobotsAt(ctx context.Context, u *url.URL, timeout time.Duration) (string, *url.URL, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return "", nil, err
	}
	r.Header = http.Header{"User-Agent": {f.agent()}, "Accept": {"text/plain, */*;q=0.1"},
		"Accept-Encoding": {"gzip, br, zstd"}}
	resp, err := f.inner.RoundTrip(r)
	if err != nil {
		return "", nil, err
	}
	defer resp.Body.Close()
	switch status := resp.StatusCode; {
	case redirects(status):
		if next, err := resp.Location(); err == nil {
			return "", next, nil
		}
	case status >= 500, status == http.StatusTooManyRequests:
		e := f.refusal(u, resp)
		e.Fault, e.Detail = Robots, "robots.txt of "+u.Host+" cannot be read, so nothing may be"
		return "", nil, e
	case status >= 200 && status < 300:
		plain, err := decompress(resp.Header.Get("Content-Encoding"), resp.Body)
		if err != nil {
			return "", nil, err
		}
		defer plain.Close()
		body, err := io.ReadAll(io.LimitReader(plain, maxRobots))
		return string(body), nil, err
	}
	return "", nil, nil
}
