package fetch_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"vigie/internal/fetch"
)

const forAll = "User-agent: *\n"

func TestRobotsTxtIsFollowed(t *testing.T) {
	for _, c := range []struct {
		name   string
		robots string
		path   string
		may    bool
	}{
		{"an empty file allows all", "", "/liste", true},
		{"an empty rule allows all", forAll + "Disallow:\n", "/liste", true},
		{"all is forbidden", forAll + "Disallow: /\n", "/liste", false},
		{"a folder is forbidden", forAll + "Disallow: /api/\n", "/api/v1", false},
		{"a path that only starts alike is not", forAll + "Disallow: /api/\n", "/apiculture", true},
		{"the longer rule wins, to allow", forAll + "Disallow: /api/\nAllow: /api/public/\n", "/api/public/liste", true},
		{"the longer rule wins, to forbid", forAll + "Allow: /api/\nDisallow: /api/private/\n", "/api/private/liste", false},
		{"the order of the rules says nothing", forAll + "Allow: /api/public/\nDisallow: /api/\n", "/api/public/liste", true},
		{"of two rules of one length, the one that allows wins", forAll + "Disallow: /liste\nAllow: /liste\n", "/liste", true},
		{"a rule in plain letters forbids the encoded path", forAll + "Disallow: /délib\n", "/d%C3%A9lib/1", false},
		{"an encoded rule forbids it too", forAll + "Disallow: /d%c3%a9lib\n", "/d%C3%A9lib/1", false},
		{"an encoded rule may hold plain letters", forAll + "Disallow: /délib%c3%a9\n", "/d%C3%A9libé", false},
		{"a rule encodes what needs it not", forAll + "Disallow: /%6ciste%2D1\n", "/liste-1", false},
		{"a path encodes what needs it not", forAll + "Disallow: /liste\n", "/l%69ste", false},
		{"an encoded slash is no slash", forAll + "Disallow: /a/b\n", "/a%2Fb", true},
		{"a star stands for anything", forAll + "Disallow: /*/pdf\n", "/liste/pdf", false},
		{"a dollar is the end", forAll + "Disallow: /*.pdf$\n", "/liste.pdf?page=1", true},
		{"a query is part of the path", forAll + "Disallow: /*?page=\n", "/liste?page=2", false},
		{"our own group stands for us", forAll + "Disallow: /\n\nUser-agent: vigie\nDisallow: /api/\n", "/liste", true},
		{"our own group forbids", "User-agent: Vigie/2.0\nDisallow: /\n\n" + forAll + "Disallow:\n", "/liste", false},
		{"the groups of others do not concern us", "User-agent: Autre\nDisallow: /\n", "/liste", true},
		{"two agents share a group", "User-agent: Autre\nUser-agent: Vigie\nDisallow: /\n", "/liste", false},
		{"a byte-order mark is no letter", "\ufeff" + forAll + "Disallow: /\n", "/liste", false},
		{"lines may end as they will", "User-agent: *\rDisallow: /api/\r\nDisallow: /liste", "/liste", false},
		{"a page in the place of the file forbids nothing", "<!doctype html><p>Introuvable</p>", "/liste", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, err := url.Parse(c.path)
			if err != nil {
				t.Fatal(err)
			}
			s := play(t, pages{"/robots.txt": says("text/plain; charset=utf-8", c.robots), u.Path: says("text/plain", "liste")})
			if c.may {
				s.brings(c.path)
				return
			}
			err = s.fails(fetch.Robots, c.path)
			if n := len(s.requests("")); n > 0 {
				t.Errorf("it was asked for all the same, %d times", n)
			}
			if !strings.Contains(err.Error(), "robots.txt of "+s.host+" forbids it") {
				t.Errorf("the error does not say so: %v", err)
			}
		})
	}
}

func TestTheAnswerForRobotsTxtIsReadAsTheStandardAsks(t *testing.T) {
	forbidding := says("text/plain", forAll+"Disallow: /\n")
	for _, c := range []struct {
		name   string
		robots http.HandlerFunc
		want   fetch.Fault
	}{
		{"not found: there are no rules", status(404), ""},
		{"gone: there are no rules", status(410), ""},
		{"forbidden: there are no rules", status(403), ""},
		{"a failing server lets nothing be visited", status(500), fetch.Robots},
		{"an unavailable server neither", status(503), fetch.Robots},
		{"nor one that has had enough", status(429), fetch.Robots},
		{"a redirect is followed", status(301, "Location", "/moved"), fetch.Robots},
		{"a redirect in a loop counts as no rules", status(302, "Location", "/robots.txt"), ""},
		{"a redirect to nowhere counts as no rules", status(302), ""},
		{"compressed rules are read", coded("gzip", "text/plain", forAll+"Disallow: /\n"), fetch.Robots},
		{"rules that come cut short are not trusted", cut(forAll, "Content-Length", "500"), fetch.Unreachable},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/robots.txt": c.robots, "/moved": forbidding, "/liste": says("text/plain", "liste")})
			if c.want == "" {
				s.brings("/liste")
				return
			}
			s.fails(c.want, "/liste")
			if n := len(s.requests("/liste")); n > 0 {
				t.Errorf("it was asked for all the same")
			}
		})
	}
}

func TestRobotsTxtMayStandOnAnotherHost(t *testing.T) {
	other := play(t, pages{"/rules.txt": says("text/plain", forAll+"Disallow: /liste\n")})
	s := play(t, pages{"/robots.txt": status(308, "Location", other.URL+"/rules.txt"), "/liste": says("text/plain", "liste"), "/page": says("text/plain", "page")})
	s.fails(fetch.Robots, "/liste")
	s.brings("/page")
}

func TestRobotsTxtOnAPrivateAddressIsNotAskedFor(t *testing.T) {
	s := play(t, pages{"/robots.txt": status(302, "Location", "http://10.0.0.1/robots.txt"), "/liste": says("text/plain", "liste")})
	s.fails(fetch.Private, "/liste")
}

func TestARedirectToAForbiddenPathIsNotFollowed(t *testing.T) {
	s := play(t, pages{"/robots.txt": says("text/plain", forAll+"Disallow: /private\n"),
		"/liste": status(302, "Location", "/private/liste"), "/private/liste": says("text/plain", "liste")})
	s.fails(fetch.Robots, "/liste")
	if n := len(s.requests("/private/liste")); n != 0 {
		t.Errorf("the forbidden page was asked for %d times", n)
	}
}

func TestRobotsTxtOfTheHostThatARedirectLeadsToIsFollowed(t *testing.T) {
	other := play(t, pages{"/robots.txt": says("text/plain", forAll+"Disallow: /\n"), "/liste": says("text/plain", "liste")})
	s := play(t, pages{"/liste": status(302, "Location", other.URL+"/liste")})
	s.fails(fetch.Robots, "/liste", func(r *fetch.Request) { r.Hosts = []string{other.host} })
	if n := len(other.requests("/liste")); n != 0 {
		t.Errorf("the forbidden page was asked for %d times", n)
	}
}

func TestRobotsTxtIsReadOnceForARun(t *testing.T) {
	s := play(t, pages{"/1": says("text/plain", "1"), "/2": says("text/plain", "2")})
	s.brings("/1")
	s.brings("/2")
	if n := len(s.requests("/robots.txt")); n != 1 {
		t.Errorf("robots.txt was read %d times", n)
	}
}

func TestRobotsTxtThatFailedIsReadAgain(t *testing.T) {
	s := play(t, pages{"/robots.txt": inTurn(status(503), status(404)), "/liste": says("text/plain", "liste")}, retries(1))
	s.brings("/liste")
	if n := len(s.requests("/robots.txt")); n != 2 {
		t.Errorf("robots.txt was read %d times, want 2", n)
	}
}
