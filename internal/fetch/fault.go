package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
)

// Fault is a reason for which a document could not be brought back.
type Fault string

// The closed list of faults.
const (
	Gone        Fault = "gone"         // 404 or 410
	Robots      Fault = "robots"       // robots.txt forbids it
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

// FaultOf gives the fault of an error, Unreachable when it is of another kind.
func FaultOf(err error) Fault {
	var e *Error
	if errors.As(err, &e) {
		return e.Fault
	}
	return Unreachable
}

// Temporary says that another try may succeed.
func (e *Error) Temporary() bool {
	switch e.Fault {
	case TimedOut, CutShort, Failing, Unreachable:
		return true
	}
	return e.Status == http.StatusTooManyRequests
}

// blame makes an Error of what the network answered.
func blame(url string, err error) error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	e := &Error{Fault: Unreachable, URL: url, Err: err, Detail: err.Error()}
	var timeout net.Error
	switch {
	case errors.Is(err, context.Canceled):
		e.Fault, e.Detail = Cancelled, ""
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		e.Fault, e.Detail = TimedOut, ""
	}
	return e
}

// faultOfStatus gives the fault of a status, none for success.
func faultOfStatus(status int) Fault {
	switch {
	case status >= 200 && status < 300, status == http.StatusNotModified:
		return ""
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
