package fetch

import (
	"context"
	"errors"
	"net/url"
	"os"
	"time"

	"github.com/gocolly/colly/v2"
)

// waitAsked is the pause that a server asks for.
type waitAsked time.Duration

// Error is never shown: the pause is told in the detail of the fault.
func (w waitAsked) Error() string { return time.Duration(w).String() }

// Get brings back one document. On error the Visit still says how far it went.
func (f *Fetcher) Get(ctx context.Context, req Request) (*Visit, error) {
	u, err := url.Parse(req.URL)
	if err != nil {
		return nil, &Error{Fault: Unreachable, URL: req.URL, Detail: "not an address", Err: err}
	}
	req.Hosts = append([]string{u.Hostname()}, req.Hosts...)
	visit := &Visit{URL: req.URL}
	for try := 0; ; try++ {
		err = f.once(ctx, req, visit)
		var e *Error
		if err == nil || !errors.As(err, &e) || !e.Temporary() || try >= f.options.Retries {
			return visit, err
		}
		if err := f.backOff(ctx, e, try); err != nil {
			return visit, err
		}
	}
}

// backOff waits before another try: what the server asks, or one, two, four… seconds.
func (f *Fetcher) backOff(ctx context.Context, e *Error, try int) error {
	d := f.options.Interval << try
	var asked waitAsked
	if errors.As(e, &asked) {
		if d = time.Duration(asked); d > maxPause {
			return e // the next run will try again
		}
	}
	if err := f.options.Wait(ctx, d); err != nil {
		return blame(e.URL, err)
	}
	return nil
}

// once is one try.
func (f *Fetcher) once(ctx context.Context, req Request, visit *Visit) error {
	if req.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, req.Timeout)
		defer cancel()
	}
	if visit.File != "" { // of a try that failed later on
		os.Remove(visit.File)
	}
	*visit = Visit{URL: req.URL, Requests: visit.Requests}
	c := colly.NewCollector(colly.StdlibContext(ctx), colly.AllowURLRevisit(), colly.UserAgent(f.agent()),
		colly.MaxBodySize(0), colly.MaxDepth(1))
	c.IgnoreRobotsTxt = true // the guard follows it by RFC 9309, redirects included; colly's reading of it differs
	c.DisableCookies()
	c.SetRequestTimeout(0) // the context bounds the visit
	c.WithTransport(&guard{f: f, req: req, visit: visit})
	err := c.Visit(req.URL)
	c.Wait()
	if err == nil && ctx.Err() == nil {
		return nil
	}
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if visit.File != "" {
		os.Remove(visit.File)
		visit.File = ""
	}
	return blame(req.URL, err)
}
