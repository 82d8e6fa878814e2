package fetch_test

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net"
	"net/http"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// compressed is a text in a content coding.
func compressed(coding, text string) []byte {
	var out bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&out)
	case "deflate":
		w = zlib.NewWriter(&out)
	case "br":
		w = brotli.NewWriter(&out)
	case "zstd":
		w, _ = zstd.NewWriter(&out)
	}
	io.WriteString(w, text)
	w.Close()
	return out.Bytes()
}

// coded answers with a text in a content coding.
func coded(coding, media, text string) http.HandlerFunc {
	body := compressed(coding, text)
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		w.Header().Set("Content-Encoding", coding)
		w.Write(body)
	}
}

// cut answers with the start of a body, then ends the connection. Headers are
// given by pairs; without a length, the body comes in chunks.
func cut(start string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		io.WriteString(w, start)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
}

// reset answers with the start of a body, then breaks the connection.
func reset(start string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		io.WriteString(buf, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n"+start)
		buf.Flush()
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}
}

// endless answers with a text over and over, until nobody listens.
func endless(media, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", media)
		for {
			if _, err := io.WriteString(w, text); err != nil {
				return
			}
		}
	}
}

// stuck sends the start of a body, then nothing until the visitor leaves.
func stuck(start string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		if start != "" {
			io.WriteString(w, start)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
}

func TestDocumentsComeWholeWhateverTheirCoding(t *testing.T) {
	text := "Nubo, Pi ; " + string(bytes.Repeat([]byte("données "), 20_000))
	for _, coding := range []string{"gzip", "deflate", "br", "zstd"} {
		t.Run(coding, func(t *testing.T) {
			s := play(t, pages{"/liste": coded(coding, "text/plain; charset=utf-8", text)})
			v, got := s.brings("/liste")
			if got != text || v.Size != int64(len(text)) {
				t.Errorf("%d bytes came, of %d", len(got), len(text))
			}
			if asks := s.requests("/liste")[0].header.Get("Accept-Encoding"); asks != "gzip, br, zstd" {
				t.Errorf("it asks for %q", asks)
			}
		})
	}
}

func TestACompressedFileIsLeftAsItIs(t *testing.T) {
	file := string(compressed("gzip", "liste"))
	for _, path := range []string{"/liste.xml.gz", "/liste"} {
		s := play(t, pages{path: says("application/gzip", file)})
		if _, got := s.brings(path); got != file {
			t.Errorf("%s: the bytes are others", path)
		}
	}
}
