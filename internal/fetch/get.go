package fetch

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"os"
	"time"

	"github.com/gocolly/colly/v2"
)

// Get brings back one document. On error the Visit still says how far it went,
// and has no file.
func (f *Fetcher) Get(ctx context.Context, req Request) (*Visit, error) {
	visit := &Visit{URL: req.URL}
	u, err := url.Parse(req.URL)
	if err != nil || u.Host == "" && u.Scheme != "file" {
		return visit, &Error{Fault: Unexpected, URL: req.URL, Detail: "it is not an address", Err: err}
	}
	req.MaxBytes = cmp.Or(req.MaxBytes, usualBytes)
	req.Timeout = cmp.Or(req.Timeout, usualTime)
	if err := allowed(u, []string{u.Host}); err != nil {
		return visit, err
	}
	for try := 0; ; try++ {
		err := f.once(ctx, req, visit)
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
	d := min(f.options.Interval<<min(try, 16), maxPause)
	var asked waitAsked
	if errors.As(e.Err, &asked) {
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
	*visit = Visit{URL: req.URL, Requests: visit.Requests}
	err := collector(ctx, &guard{f: f, req: req, visit: visit}).Visit(req.URL)
	switch {
	case ctx.Err() != nil:
		err = ctx.Err()
	case err == nil && visit.File == "" && !visit.NotModified:
		err = &Error{Fault: Unexpected, URL: req.URL, Status: visit.Status, Detail: "nothing came"}
	}
	if err == nil {
		return nil
	}
	if visit.File != "" {
		os.Remove(visit.File)
		visit.File, visit.Size, visit.SHA256 = "", 0, ""
	}
	return blame(unsigned(req.URL), err)
}

// collector is a colly that takes nothing upon itself: its reading of robots.txt,
// its limits, its cache and its clock are not ours. It is not made by
// colly.NewCollector, which lets variables of the environment change all that.
func collector(ctx context.Context, g *guard) *colly.Collector {
	c := &colly.Collector{}
	c.Init()
	c.Context = ctx
	c.AllowURLRevisit = true
	c.IgnoreRobotsTxt = true
	c.MaxBodySize = 0
	c.UserAgent = g.f.agent()
	c.DisableCookies()
	c.SetRequestTimeout(0)
	c.WithTransport(g)
	return c
}
