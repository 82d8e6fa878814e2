package fetch

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"strconv"
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
	once  sync.Once
	body  string
	deny  bool // it could not be reached: nothing is allowed (RFC 9309 § 2.3.1.4)
	delay time.Duration
	err   error
}

// robots keeps the rules of each host for one run.
type robots struct {
	fetch func(ctx context.Context, u *url.URL) (status int, body string, err error)
	agent string // product token
	mu    sync.Mutex
	hosts map[string]*rules
}

// of gives the rules of the host of an address, read once.
func (r *robots) of(ctx context.Context, u *url.URL) (*rules, error) {
	origin := u.Scheme + "://" + u.Host
	r.mu.Lock()
	one := r.hosts[origin]
	if one == nil {
		one = &rules{}
		r.hosts[origin] = one
	}
	r.mu.Unlock()
	one.once.Do(func() {
		status, body, err := r.fetch(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
		switch {
		case err != nil && ctx.Err() != nil:
			one.err = err
		case err != nil || status >= 500 || status == http.StatusTooManyRequests:
			one.deny = true
		case status >= 200 && status < 300:
			one.body = body
			one.delay = crawlDelay(body, r.agent)
		}
	})
	return one, one.err
}

// allows says whether an address may be fetched.
func (r *robots) allows(one *rules, u *url.URL) bool {
	if one.deny {
		return false
	}
	return one.body == "" || grobotstxt.AgentAllowed(one.body, r.agent, u.String())
}

// crawlDelay reads the pause that a host asks of us, or of all; it is no part of
// the standard, yet several public sites use it.
func crawlDelay(body, agent string) time.Duration {
	var ours, all time.Duration
	var mine, any, inRules bool
	lines := bufio.NewScanner(strings.NewReader(body))
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if inRules {
				mine, any, inRules = false, false, false
			}
			any = any || value == "*"
			mine = mine || strings.EqualFold(value, agent)
			continue
		}
		inRules = true
		if key != "crawl-delay" {
			continue
		}
		if n, err := strconv.ParseFloat(value, 64); err == nil && n > 0 {
			d := time.Duration(n * float64(time.Second))
			if mine {
				ours = d
			} else if any {
				all = d
			}
		}
	}
	if ours > 0 {
		return ours
	}
	return all
}
