package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Fault is a reason for which a document could not be brought back.
type Fault string

// The closed list of faults.
const (
	Gone        Fault = "gone"         // 404 or 410
	Robots      Fault = "robots"       // robots.txt forbids it, or cannot be read
	Walled      Fault = "walled"       // 401, 403, 451 or 429 that lasts, or a page made to stop robots
	TimedOut    Fault = "timed-out"    //
	TooLarge    Fault = "too-large"    // past the declared size
	CutShort    Fault = "cut-short"    // fewer bytes than announced, or the connection broke
	WrongType   Fault = "wrong-type"   // another media type than the declared ones
	OffHost     Fault = "off-host"     // a redirect to a host that the source does not declare
	Private     Fault = "private"      // a private, loopback or link-local address
	Unreachable Fault = "unreachable"  // no name, no route, no TLS
	Failing     Fault = "failing"      // 5xx that lasts
	Cancelled   Fault = "cancelled"    // the person stopped the run
	Unexpected  Fault = "unexpected"   // any other status
	BadEncoding Fault = "bad-encoding" // the compression could not be undone
	Local       Fault = "local"        // this machine could not keep it: no room, no right to write
)

// Error says what could not be brought back, and why.
type Error struct {
	Fault  Fault
	URL    string
	Status int
	Detail string
	Err    error
}

// Error is a sentence.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s", e.URL, e.Fault)
	if e.Status != 0 {
		s += fmt.Sprintf(" (HTTP %d)", e.Status)
	}
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// FaultOf gives the fault of an error, Unreachable when it is of another kind,
// nothing when there is none.
func FaultOf(err error) Fault {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Fault
	}
	return Unreachable
}

// Temporary says that another try may succeed.
func (e *Error) Temporary() bool {
	switch e.Fault {
	case TimedOut, CutShort, Failing:
		return true
	case Unreachable:
		var certificate *tls.CertificateVerificationError
		return !errors.As(e.Err, &certificate)
	case Robots:
		return e.Status >= 500 || e.Status == http.StatusTooManyRequests
	}
	return e.Status == http.StatusTooManyRequests
}

// blame makes an Error of what the network answered.
func blame(address string, err error) error {
	var known *Error
	if errors.As(err, &known) {
		e := *known
		if e.URL == "" {
			e.URL = address
		}
		return &e
	}
	var outer *url.Error // it repeats the address, signature included
	if errors.As(err, &outer) {
		err = outer.Err
	}
	e := &Error{Fault: Unreachable, URL: address, Err: err, Detail: err.Error()}
	var network net.Error
	switch {
	case errors.Is(err, context.Canceled):
		e.Fault, e.Detail = Cancelled, ""
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		e.Fault, e.Detail = TimedOut, ""
	}
	return e
}

// refusal is the error of an answer that brings no document. When it asks to be
// left alone for a while, the host is.
func (f *Fetcher) refusal(u *url.URL, resp *http.Response) *Error {
	e := &Error{Fault: faultOfStatus(resp.StatusCode), URL: unsigned(u.String()), Status: resp.StatusCode}
	if resp.Header.Get("Cf-Mitigated") == "challenge" { // Cloudflare's own word for it
		e.Fault, e.Detail = Walled, "a challenge for browsers stands before it"
	}
	if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode < 500 {
		return e
	}
	if d, ok := retryAfter(resp.Header, f.options.Now()); ok {
		f.pace.leave(u, d)
		e.Detail, e.Err = "it asks to wait "+d.String(), waitAsked(d)
	}
	return e
}

// waitAsked is the pause that a server asks for.
type waitAsked time.Duration

// Error is never shown: the pause is given in the detail of the fault.
func (w waitAsked) Error() string { return time.Duration(w).String() }

func faultOfStatus(status int) Fault {
	switch {
	case status == http.StatusNotFound, status == http.StatusGone:
		return Gone
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusTooManyRequests,
		status == http.StatusUnavailableForLegalReasons:
		return Walled
	case status >= 500:
		return Failing
	}
	return Unexpected
}
