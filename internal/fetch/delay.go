package fetch

import (
	"strconv"
	"strings"
	"time"

	"github.com/jimsmart/grobotstxt"
)

// crawlDelay reads the pause that a host asks of us, or else of all. It is no part
// of RFC 9309, yet several public sites use it.
func crawlDelay(body, agent string) time.Duration {
	d := &delays{agent: agent}
	grobotstxt.Parse(body, d)
	if d.ours > 0 {
		return d.ours
	}
	return d.all
}

// delays listens to the parser of robots.txt: lines that name agents open a group,
// rules close the list of its names.
type delays struct {
	agent     string
	mine, any bool // the group is ours, or everybody's
	closed    bool
	ours, all time.Duration
}

// HandleUserAgent opens a group, or adds a name to it.
func (d *delays) HandleUserAgent(_ int, value string) {
	if d.closed {
		d.mine, d.any, d.closed = false, false, false
	}
	token, _, _ := strings.Cut(value, "/")
	d.mine = d.mine || strings.EqualFold(strings.TrimSpace(token), d.agent)
	d.any = d.any || value == "*"
}

// HandleUnknownAction receives what is no part of the standard.
func (d *delays) HandleUnknownAction(_ int, action, value string) {
	if !strings.EqualFold(action, "crawl-delay") {
		return
	}
	d.closed = true
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) {
		return
	}
	pause := time.Duration(min(seconds, maxAsked.Seconds()) * float64(time.Second))
	if d.mine {
		d.ours = max(d.ours, pause)
	} else if d.any {
		d.all = max(d.all, pause)
	}
}

// HandleAllow closes the names of a group.
func (d *delays) HandleAllow(int, string) { d.closed = true }

// HandleDisallow closes the names of a group.
func (d *delays) HandleDisallow(int, string) { d.closed = true }

// HandleSitemap belongs to no group.
func (d *delays) HandleSitemap(int, string) {}

// HandleRobotsStart does nothing.
func (d *delays) HandleRobotsStart() {}

// HandleRobotsEnd does nothing.
func (d *delays) HandleRobotsEnd() {}
