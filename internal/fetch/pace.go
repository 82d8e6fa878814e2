package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// maxPause is the longest that a server may make us wait; past it the visit ends
// and the next run tries again.
const maxPause = 2 * time.Minute

// maxAsked bounds what a server may ask, so that no sum of times overflows.
const maxAsked = 365 * 24 * time.Hour

// pace keeps requests to one host apart.
type pace struct {
	interval time.Duration
	wait     func(context.Context, time.Duration) error
	now      func() time.Time

	mu    sync.Mutex
	hosts map[string]*turns
}

// turns are those of one host.
type turns struct {
	next   time.Time     // when it may be asked again
	delay  time.Duration // its crawl-delay
	closed time.Time     // until when it asked to be left alone
}

// of gives the turns of a host; the lock is held.
func (p *pace) of(u *url.URL) *turns {
	host := strings.ToLower(u.Host)
	if p.hosts[host] == nil {
		p.hosts[host] = &turns{}
	}
	return p.hosts[host]
}

// turn waits until a host may be asked, and books the turn after.
func (p *pace) turn(ctx context.Context, u *url.URL) error {
	pause, err := p.book(u)
	if err != nil {
		return err
	}
	if pause > 0 {
		return p.wait(ctx, pause)
	}
	return ctx.Err()
}

func (p *pace) book(u *url.URL) (time.Duration, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	host, now := p.of(u), p.now()
	if d := host.closed.Sub(now); d > maxPause {
		return 0, &Error{Fault: Walled, Detail: fmt.Sprintf("%s asks to be left alone for %s", u.Host, d)}
	}
	at := latest(now, host.next, host.closed)
	if at.Sub(now) > maxPause && host.delay > maxPause {
		return 0, &Error{Fault: Robots,
			Detail: fmt.Sprintf("robots.txt of %s asks for %s between two visits", u.Host, host.delay)}
	}
	host.next = at.Add(max(p.interval, host.delay))
	return at.Sub(now), nil
}

// slow takes note of the crawl-delay that a host asks for.
func (p *pace) slow(u *url.URL, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.of(u).delay = d
}

// leave leaves a host alone for a while.
func (p *pace) leave(u *url.URL, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	host := p.of(u)
	host.closed = latest(host.closed, p.now().Add(d))
}

func latest(t time.Time, more ...time.Time) time.Time {
	for _, m := range more {
		if m.After(t) {
			t = m
		}
	}
	return t
}

// retryAfter is how long a server asks to wait, in seconds or as a date; false
// when it does not ask.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if v != "" && strings.Trim(v, "0123456789") == "" {
		if n, err := strconv.ParseInt(v, 10, 64); err == nil && n < int64(maxAsked/time.Second) {
			return time.Duration(n) * time.Second, true
		}
		return maxAsked, true
	}
	if t, err := http.ParseTime(v); err == nil {
		return min(max(0, t.Sub(now)), maxAsked), true
	}
	return 0, false
}
