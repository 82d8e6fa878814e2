package fetch_test

import (
	"net/http"
	"strings"
	"testing"

	"vigie/internal/fetch"
)

func to(address string) http.HandlerFunc { return status(302, "Location", address) }

func TestARedirectIsFollowedWithinTheDeclaredHosts(t *testing.T) {
	other := play(t, pages{"/store/liste.csv": says("text/csv", "a,b\n")})
	s := play(t, pages{
		"/same":   to("/store/liste.csv?an=2026&mois=1"),
		"/other":  to(other.URL + "/store/liste.csv"),
		"/signed": to("/store/liste.csv?b=2&X-Amz-Signature=abc&a=%C3%A9&X-Amz-Expires=3600"),

		"/store/liste.csv": says("text/csv", "a,b\n"),
	})
	for _, c := range []struct{ name, path, final string }{
		{"on the same host", "/same", s.URL + "/store/liste.csv?an=2026&mois=1"},
		{"to a host that is declared", "/other", other.URL + "/store/liste.csv"},
		{"to a store, whose signature is not kept", "/signed", s.URL + "/store/liste.csv?b=2&a=%C3%A9"},
		{"nowhere, and the address stays as it is", "/store/liste.csv?z=1&a=%2F", s.URL + "/store/liste.csv?z=1&a=%2F"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, _ := s.brings(c.path, func(r *fetch.Request) { r.Hosts = []string{other.host} })
			if v.Final != c.final {
				t.Errorf("it ends at %s, want %s", v.Final, c.final)
			}
		})
	}
}

func TestARedirectElsewhereIsRefused(t *testing.T) {
	other := play(t, pages{"/liste": says("text/plain", "liste")})
	for _, c := range []struct {
		name, to string
		want     fetch.Fault
	}{
		{"to another host", "http://source.example/liste", fetch.OffHost},
		{"to another port of this one", other.URL + "/liste", fetch.OffHost},
		{"to a private address", "http://10.0.0.1/liste", fetch.OffHost},
		{"to a file", "file:///etc/passwd", fetch.OffHost},
		{"to another scheme", "gopher://source.example/", fetch.OffHost},
		{"to nowhere", "", fetch.Unexpected},
		{"to what is no address", "http://[", fetch.Unexpected},
		{"to an address without end", "/" + strings.Repeat("a", 9000), fetch.Unexpected},
		{"for ever", "/liste", fetch.Unexpected},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": to(c.to)}, retries(2))
			s.fails(c.want, "/liste")
			if n := len(s.requests("/liste")); n > 6 || len(other.requests("/liste")) > 0 {
				t.Errorf("it went on for %d requests", n)
			}
		})
	}
	t.Run("with a password, which is not shown", func(t *testing.T) {
		s := play(t, nil)
		s2 := play(t, pages{"/liste": to("http://user:secret@" + s.host + "/liste")})
		err := s2.fails(fetch.OffHost, "/liste", func(r *fetch.Request) { r.Hosts = []string{s.host} })
		if strings.Contains(err.Error(), "secret") || len(s.requests("")) > 0 {
			t.Errorf("it says %v", err)
		}
	})
	t.Run("with a signature, which is not shown", func(t *testing.T) {
		s := play(t, pages{"/liste": to("http://store.example/liste?Signature=abc&Expires=12")})
		if err := s.fails(fetch.OffHost, "/liste"); strings.Contains(err.Error(), "abc") {
			t.Errorf("it says %v", err)
		}
	})
	t.Run("to a private address that is declared", func(t *testing.T) {
		s := play(t, pages{"/liste": to("http://10.0.0.1/liste")})
		s.fails(fetch.Private, "/liste", func(r *fetch.Request) { r.Hosts = []string{"10.0.0.1"} })
	})
}

func TestFiveRedirectsAreFollowed(t *testing.T) {
	of := pages{"/0": says("text/plain", "liste")}
	for i := 1; i <= 6; i++ {
		of["/"+string(rune('0'+i))] = to("/" + string(rune('0'+i-1)))
	}
	s := play(t, of)
	if v, _ := s.brings("/5"); v.Requests != 6 {
		t.Errorf("%d requests, want 6", v.Requests)
	}
	s = play(t, of)
	s.fails(fetch.Unexpected, "/6")
}

func TestWhatIsNoAddressOfTheWebIsRefused(t *testing.T) {
	s := play(t, nil, retries(3))
	for _, c := range []struct {
		address string
		want    fetch.Fault
	}{
		{"", fetch.Unexpected},
		{"liste.csv", fetch.Unexpected},
		{"http://", fetch.Unexpected},
		{"http://source.example:port/", fetch.Unexpected},
		{"file:///etc/passwd", fetch.OffHost},
		{"ftp://source.example/liste", fetch.OffHost},
		{"http://user@" + s.host + "/liste", fetch.OffHost},
	} {
		v, err := s.Get(t.Context(), fetch.Request{URL: c.address})
		if fetch.FaultOf(err) != c.want || v == nil {
			t.Errorf("%q: %v, want the fault %s", c.address, err, c.want)
		}
	}
	if n := len(s.asked); n > 0 || s.waited() > 0 {
		t.Errorf("there were %d requests all the same", n)
	}
}

func TestTheAddressIsAskedForAsItIsWritten(t *testing.T) {
	s := play(t, pages{"/data/": says("text/plain", "liste"), "/d é": says("text/plain", "liste")})
	for _, path := range []string{"/data/?codeCPV__contains=7241&columns=uid,objet&page=2", "/data/?q=%C3%89tat&where=a%20and%20b%3D%221%22", "/d%20%C3%A9"} {
		s.brings(path)
		if got := s.requests(""); got[len(got)-1].path != path {
			t.Errorf("it asks for %s, want %s", got[len(got)-1].path, path)
		}
	}
}
