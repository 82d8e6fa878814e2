package fetch

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// maxPause is the longest that a server may make us wait; past it the visit ends
// and the next run tries again.
const maxPause = 2 * time.Minute

// pace keeps requests to one host apart.
type pace struct {
	interval time.Duration
	wait     func(context.Context, time.Duration) error
	now      func() time.Time

	mu    sync.Mutex
	next  map[string]time.Time     // when a host may be asked again
	delay map[string]time.Duration // crawl-delay of a host
}

// turn waits until a host may be asked, and books the turn after.
func (p *pace) turn(ctx context.Context, host string) error {
	p.mu.Lock()
	now := p.now()
	at := p.next[host]
	if at.Before(now) {
		at = now
	}
	p.next[host] = at.Add(max(p.interval, p.delay[host]))
	p.mu.Unlock()
	if d := at.Sub(now); d > 0 {
		return p.wait(ctx, d)
	}
	return ctx.Err()
}

// slow takes note of the crawl-delay that a host asks for.
func (p *pace) slow(host string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.delay[host] = min(d, maxPause)
}

// retryAfter is how long a server asks to wait, in seconds or as a date; false
// when it does not ask.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	v := h.Get("Retry-After")
	if n, err := strconv.Atoi(v); err == nil && n >= 0 {
		return time.Duration(n) * time.Second, true
	}
	if t, err := http.ParseTime(v); err == nil {
		return max(0, t.Sub(now)), true
	}
	return 0, false
}
