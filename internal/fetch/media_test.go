package fetch_test

import (
	"strings"
	"testing"

	"vigie/internal/fetch"
)

const (
	pdf     = "%PDF-1.4\n%âãÏÓ\n1 0 obj"
	html    = "<!doctype html><html><body>Page d’erreur</body></html>"
	xlsx    = "PK\x03\x04\x14\x00\x06\x00"
	xlsxIs  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	parquet = "PAR1\x15\x04\x15\x00\x00\xff"
)

func TestTheTypeOfADocumentIsSettled(t *testing.T) {
	for _, c := range []struct {
		name, header, body string
		wanted             []string
		media              string // refused when empty
	}{
		{"as its header says", "text/csv; charset=utf-8", "a,b\n", []string{"text/csv"}, "text/csv"},
		{"as its header says, whatever the case", "Application/JSON", "{}", []string{"application/json"}, "application/json"},
		{"despite a parameter that nobody understands", "text/csv; charset=", "a,b\n", []string{"text/csv"}, "text/csv"},
		{"one of those that are wanted", "text/plain", "a,b\n", []string{"text/csv", "text/plain"}, "text/plain"},
		{"any when none is wanted", "image/png", "\x89PNG\r\n\x1a\n", nil, "image/png"},
		{"by the bytes when the header says nothing", "application/octet-stream", pdf, []string{"application/pdf"}, "application/pdf"},
		{"by the bytes, as a sheet", "application/octet-stream", xlsx, []string{xlsxIs}, xlsxIs},
		{"by the bytes, as parquet", "binary/octet-stream", parquet, []string{"application/vnd.apache.parquet"}, "application/vnd.apache.parquet"},
		{"by what is wanted when the bytes are a text", "application/octet-stream", `{"total": 1}`, []string{"application/json"}, "application/json"},
		{"another than the one wanted", "text/csv", "a,b\n", []string{"application/json"}, ""},
		{"a page where a PDF was wanted", "text/html", html, []string{"application/pdf"}, ""},
		{"a page that is said to be a PDF", "application/pdf", html, []string{"application/pdf"}, ""},
		{"a page that is said to be a table", "text/csv", html, []string{"text/csv"}, ""},
		{"a page under a vague type", "application/octet-stream", html, []string{"text/csv"}, ""},
		{"a text that is said to be a PDF", "application/pdf", "Erreur", []string{"application/pdf"}, ""},
		{"nothing that is said to be a PDF", "application/pdf", "", []string{"application/pdf"}, ""},
		{"a PDF under a vague type where a table was wanted", "application/octet-stream", pdf, []string{"text/csv"}, ""},
		{"a page that is said to be a sheet", xlsxIs, html, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": says(c.header, c.body)}, retries(2))
			want := func(r *fetch.Request) { r.Media = c.wanted }
			if c.media == "" {
				s.fails(fetch.WrongType, "/liste", want)
				return
			}
			if v, _ := s.brings("/liste", want); v.Media != c.media {
				t.Errorf("it is %s, want %s", v.Media, c.media)
			}
		})
	}
}

func TestAPageMadeToStopRobotsIsAWall(t *testing.T) {
	challenge := `<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=719"></script></head></html>`
	s := play(t, pages{
		"/imperva":    says("text/html", challenge),
		"/cloudflare": status(503, "Cf-Mitigated", "challenge"),
		"/true":       says("text/html", "<!doctype html>"+strings.Repeat("<p>Services qualifiés</p>", 200)+challenge),
	})
	s.fails(fetch.Walled, "/imperva", func(r *fetch.Request) { r.Media = []string{"application/pdf"} })
	s.fails(fetch.Walled, "/imperva")
	s.fails(fetch.Walled, "/cloudflare")
	s.brings("/true")
}

func TestTheCharsetOfATextIsTheOneItIsIn(t *testing.T) {
	const (
		utf8   = "Nuage de l’État, données qualifiées"
		latin  = "Nuage de l'\xc9tat, donn\xe9es qualifi\xe9es"
		meta   = `<!doctype html><meta charset="iso-8859-15"><p>`
		plain  = "Nuage public"
		mostly = utf8 + " \xe9"
	)
	far := strings.Repeat("ligne sans accent\n", 1000)
	for _, c := range []struct{ name, header, text, want string }{
		{"announced by the header", "text/plain; charset=iso-8859-15", latin, "iso-8859-15"},
		{"announced by the header under its old name", "text/plain; charset=latin1", latin, "windows-1252"},
		{"shown by a byte-order mark", "text/plain", "\xef\xbb\xbf" + plain, "utf-8"},
		{"shown by a byte-order mark of two bytes", "text/plain; charset=utf-8", "\xff\xfeN\x00u\x00", "utf-16le"},
		{"announced by the document", "text/html", meta + latin, "iso-8859-15"},
		{"announced by the document alone: the header is silent, the letters agree", "text/html", `<meta charset="utf-8">` + utf8, "utf-8"},
		{"shown by nothing but its letters", "text/csv", utf8, "utf-8"},
		{"shown by letters that come late", "application/json", far + utf8, "utf-8"},
		{"shown by letters that are not UTF-8 and come late", "text/csv", far + latin, "windows-1252"},
		{"wrong in the header: old, and it is UTF-8", "text/csv; charset=iso-8859-1", utf8, "utf-8"},
		{"wrong in the header: UTF-8, and it is old", "text/csv; charset=utf-8", latin, "windows-1252"},
		{"wrong in the header, right in the document", "text/html; charset=utf-8", meta + latin, "windows-1252"},
		{"wrong in the document", "text/html", meta + utf8, "utf-8"},
		{"right in the header, but a byte is broken", "text/csv; charset=utf-8", mostly, "utf-8"},
		{"right in the header, but half of the letters are broken", "text/csv; charset=utf-8", "\xc3tat \xc3tat État été", "utf-8"},
		{"shown by nothing, and half of the letters are broken", "text/csv", "\xc3tat \xc3tat État été", "utf-8"},
		{"unknown in the header", "text/csv; charset=klingon", utf8, "utf-8"},
		{"any: it has ASCII letters alone", "text/csv", plain, "utf-8"},
		{"cut in the middle of a letter", "text/csv", utf8 + "\xc3", "utf-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": says(c.header, c.text)})
			v, got := s.brings("/liste")
			if v.Charset != c.want {
				t.Errorf("it is %s, want %s", v.Charset, c.want)
			}
			if got != c.text {
				t.Error("the bytes are not those of the server")
			}
		})
	}
	t.Run("none for what is no text", func(t *testing.T) {
		s := play(t, pages{"/liste": says("application/pdf", pdf)})
		if v, _ := s.brings("/liste"); v.Charset != "" {
			t.Errorf("a PDF is in %s", v.Charset)
		}
	})
}

func TestATextMayComeByteByByte(t *testing.T) {
	var text fetch.Text
	for _, b := range []byte("données de l’État 🏛") {
		text.Write([]byte{b})
	}
	if got := text.Charset("text/csv; charset=iso-8859-1"); got != "utf-8" {
		t.Errorf("it is %s", got)
	}
}
