package sourceserver

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"strconv"
)

// Fault is a way in which a source fails.
type Fault string

// The closed list of faults. Those of the second half alter the document, and
// leave everything else as it was.
const (
	Timeout      Fault = "timeout"                       // it takes the request and says nothing
	Reset        Fault = "reset in the middle"           // the connection breaks after half of the document
	Cut          Fault = "shorter than announced"        // the connection ends there, politely
	Forbidden    Fault = "403"                           //
	NotFound     Fault = "404"                           //
	Gone         Fault = "410"                           //
	TooMany      Fault = "429 with Retry-After"          // it lasts, and asks for one second
	FailsOnce    Fault = "500 then fine"                 // once for each address
	Fails        Fault = "500 for ever"                  //
	ToPrivate    Fault = "redirect to a private address" //
	ToOther      Fault = "redirect to another host"      //
	Endless      Fault = "endless body"                  //
	Bomb         Fault = "gzip bomb"                     //
	HTMLInstead  Fault = "HTML instead of the document"  // and says so
	HTMLLying    Fault = "HTML under another type"       // under that of the document
	RobotsForbid Fault = "robots forbidding"             // everything, on this server

	WrongCharset Fault = "wrong charset"   // in windows-1252, announced as UTF-8
	Broken       Fault = "encoding broken" // every other accented letter has lost a byte
	Empty        Fault = "empty table"     // the frame of the document, without a row
	Half         Fault = "half the rows gone"
	Renamed      Fault = "columns renamed"
)

// Faults lists them all.
func Faults() []Fault {
	return []Fault{Timeout, Reset, Cut, Forbidden, NotFound, Gone, TooMany, FailsOnce, Fails, ToPrivate, ToOther,
		Endless, Bomb, HTMLInstead, HTMLLying,
		RobotsForbid, WrongCharset, Broken, Empty, Half, Renamed}
}

func (f Fault) alters() bool {
	switch f {
	case WrongCharset, Broken, Empty, Half, Renamed:
		return true
	}
	return false
}

var statuses = map[Fault]int{Forbidden: http.StatusForbidden, NotFound: http.StatusNotFound, Gone: http.StatusGone,
	TooMany:   http.StatusTooManyRequests,
	FailsOnce: http.StatusInternalServerError, Fails: http.StatusInternalServerError}

// errorPage is what servers send in the place of a document.
const errorPage = "<!doctype html>\n<html lang=\"fr\"><head><title>Erreur</title></head><body><h1>Page " +
	"indisponible</h1></body></html>\n"

// misbehave plays a fault of the server.
func (s *Server) misbehave(w http.ResponseWriter, r *http.Request, f Fault, b Body) {
	h := w.Header()
	switch f {
	case Timeout:
		select {
		case <-r.Context().Done():
		case <-s.closing:
		}
	case Reset, Cut:
		hangUp(w, b, f == Reset)
	case ToPrivate:
		h.Set("Location", "http://10.0.0.1/")
		w.WriteHeader(http.StatusFound)
	case ToOther:
		h.Set("Location", "https://other.example/")
		w.WriteHeader(http.StatusFound)
	case Endless:
		h.Set("Content-Type", b.Media)
		s.pour(w, bytes.Repeat(append(bytes.Clone(b.Bytes), '\n'), 1+32<<10/(len(b.Bytes)+1)))
	case Bomb:
		h.Set("Content-Type", b.Media)
		h.Set("Content-Encoding", "gzip")
		if _, err := w.Write(zipped(b.Bytes)); err == nil {
			s.pour(w, bytes.Repeat(zipped(make([]byte, 1<<20)), 32))
		}
	case HTMLInstead, HTMLLying:
		h.Set("Content-Type", "text/html; charset=utf-8")
		if f == HTMLLying {
			h.Set("Content-Type", b.Media)
		}
		io.WriteString(w, errorPage)
	case RobotsForbid: // a visitor who comes all the same is served
		h.Set("Content-Type", b.Media)
		w.Write(b.Bytes)
	default:
		if f == TooMany {
			h.Set("Retry-After", "1")
		}
		w.WriteHeader(statuses[f])
	}
}

// pour sends something until nobody listens.
func (s *Server) pour(w io.Writer, again []byte) {
	for {
		select {
		case <-s.closing:
			return
		default:
		}
		if _, err := w.Write(again); err != nil {
			return
		}
	}
}

// hangUp sends half of a document that was announced whole.
func hangUp(w http.ResponseWriter, b Body, hard bool) {
	conn, out, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	out.WriteString("HTTP/1.1 200 OK\r\nContent-Type: " + b.Media + "\r\nContent-Length: " +
		strconv.Itoa(len(b.Bytes)+2) + "\r\n\r\n")
	out.Write(b.Bytes[:len(b.Bytes)/2])
	out.Flush()
	if tcp, ok := conn.(*net.TCPConn); ok && hard {
		tcp.SetLinger(0)
	}
}
