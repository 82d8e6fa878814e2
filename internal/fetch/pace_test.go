package fetch_test

import (
	"fmt"
	"net/http"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"vigie/internal/fetch"
)

// list answers any number of pages.
func list(n int, robots string) pages {
	of := pages{"/robots.txt": says("text/plain", robots)}
	for i := range n {
		of[fmt.Sprintf("/%d", i)] = says("text/plain", "page")
	}
	return of
}

func TestRequestsToAHostAreKeptApart(t *testing.T) {
	for _, c := range []struct {
		name   string
		robots string
		apart  time.Duration
	}{
		{"by one second", "", time.Second},
		{"by the crawl-delay", forAll + "Crawl-delay: 5\n", 5 * time.Second},
		{"by a crawl-delay in parts of seconds", forAll + "Crawl-delay: 2.5\n", 2500 * time.Millisecond},
		{"by one second when the crawl-delay is less", forAll + "Crawl-delay: 0.1\n", time.Second},
		{"by the crawl-delay of our own group", forAll + "Crawl-delay: 20\n\nUser-agent: vigie\nCrawl-delay: 3\nDisallow: /x\n", 3 * time.Second},
		{"not by that of others", "User-agent: autre\nCrawl-delay: 20\n", time.Second},
		{"by that of a group of several", "User-agent: autre\nUser-agent: *\nDisallow: /x\nCrawl-delay: 4\n", 4 * time.Second},
		{"by one second when the crawl-delay is no number", forAll + "Crawl-delay: NaN\nCrawl-delay: -5\nCrawl-delay: dix\n", time.Second},
		{"by the crawl-delay after a byte-order mark", "\ufeff" + forAll + "Crawl-delay: 6\n", 6 * time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, list(4, c.robots))
			for i := range 4 {
				s.brings(fmt.Sprintf("/%d", i))
			}
			asked := s.requests("")
			for i := 1; i < len(asked); i++ {
				if got := asked[i].at.Sub(asked[i-1].at); got != c.apart {
					t.Errorf("requests %d and %d are %s apart, want %s", i, i+1, got, c.apart)
				}
			}
		})
	}
}

func TestRobotsTxtCountsAsARequest(t *testing.T) {
	s := play(t, list(1, ""))
	s.brings("/0")
	if got := s.requests("/0")[0].at.Sub(s.requests("/robots.txt")[0].at); got != time.Second {
		t.Errorf("the page came %s after robots.txt, want 1s", got)
	}
}

func TestHostsDoNotWaitForOneAnother(t *testing.T) {
	s, other := play(t, list(1, "")), play(t, list(1, ""))
	v, err := s.Get(t.Context(), fetch.Request{URL: other.URL + "/0"})
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(v.File)
	s.brings("/0")
	if got := s.waited(); got != 2*time.Second { // after the robots.txt of each
		t.Errorf("the run waited for %s, want 2s", got)
	}
}

func TestVisitsAtTheSameTimeTakeTurns(t *testing.T) {
	s := play(t, list(5, ""))
	s.frozen = true // every turn is booked from one moment
	var all sync.WaitGroup
	for i := range 5 {
		all.Go(func() {
			if _, err := s.get(fmt.Sprintf("/%d", i)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	slices.Sort(s.waits)
	want := []time.Duration{1e9, 2e9, 3e9, 4e9, 5e9}
	if !slices.Equal(s.waits, want) || len(s.requests("/robots.txt")) != 1 {
		t.Errorf("turns are %v, want %v; robots.txt was read %d times", s.waits, want, len(s.requests("/robots.txt")))
	}
}

func TestACrawlDelayThatNoRunCanWaitForEndsTheVisit(t *testing.T) {
	s := play(t, list(2, forAll+"Crawl-delay: 1e300\n"))
	s.brings("/0")
	if _, err := s.get("/1"); fetch.FaultOf(err) != fetch.Robots {
		t.Errorf("the second page: %v, want the fault robots", err)
	}
	if s.waited() > time.Minute {
		t.Errorf("the run waited for %s", s.waited())
	}
}

func TestAServerThatAsksToWaitIsObeyed(t *testing.T) {
	at := newClock().now.Add(time.Second) // of the page: robots.txt came first
	for _, c := range []struct {
		name  string
		code  int
		asked string
		wait  time.Duration
	}{
		{"429, in seconds", 429, "30", 30 * time.Second},
		{"503, in seconds", 503, "7", 7 * time.Second},
		{"429, as a date", 429, at.Add(45 * time.Second).Format(http.TimeFormat), 45 * time.Second},
		{"429, as a date that is past", 429, at.Add(-time.Hour).Format(http.TimeFormat), time.Second},
		{"429, without a word", 429, "", time.Second},
		{"429, in words that nobody understands", 429, "bientôt", time.Second},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, pages{"/liste": inTurn(status(c.code, "Retry-After", c.asked), says("text/plain", "liste"))}, retries(1))
			v, _ := s.brings("/liste")
			asked := s.requests("/liste")
			if got := asked[1].at.Sub(asked[0].at); got != c.wait || v.Requests != 2 {
				t.Errorf("it waited for %s over %d requests, want %s", got, v.Requests, c.wait)
			}
		})
	}
}

func TestAServerThatAsksForTooLongIsLeftAlone(t *testing.T) {
	for _, asked := range []string{"3600", "99999999999999999999", newClock().now.AddDate(80, 0, 0).Format(http.TimeFormat)} {
		s := play(t, pages{"/liste": status(429, "Retry-After", asked), "/autre": says("text/plain", "autre")}, retries(3))
		s.fails(fetch.Walled, "/liste")
		s.fails(fetch.Walled, "/autre")
		if n := len(s.requests("")); n != 1 || s.waited() > time.Minute {
			t.Errorf("Retry-After %s: %d requests after a wait of %s, want 1", asked, n, s.waited())
		}
	}
}

func TestAllThatIsAskedOfAServerWaitsAsItAsks(t *testing.T) {
	s := play(t, pages{"/liste": status(503, "Retry-After", "30"), "/autre": says("text/plain", "autre")})
	s.fails(fetch.Failing, "/liste")
	s.brings("/autre")
	if got := s.requests("/autre")[0].at.Sub(s.requests("/liste")[0].at); got != 30*time.Second {
		t.Errorf("the next page was asked for after %s, want 30s", got)
	}
}
