package collect_test

import (
	"errors"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/fetch"
)

// another is a second made-up source, at an address of its own.
func another(s *site) collect.Task {
	source := s.source
	visits := *source.Collect
	visits.Addresses = []string{"https://ailleurs.example.org/liste.csv"}
	source.ID, source.Collect = "ailleurs", &visits
	return collect.Task{Source: source, Reader: s.reader}
}

func TestAMachineThatIsOffLineBlamesNoSource(t *testing.T) {
	for name, c := range map[string]struct {
		first, second error // of the two sources
		wantErr       error
		stale         bool
	}{
		"neither can be reached":           {&fetch.Error{Fault: fetch.Unreachable}, &fetch.Error{Fault: fetch.TimedOut}, collect.ErrOffline, false},
		"one of two can be reached":        {&fetch.Error{Fault: fetch.Unreachable}, nil, nil, true},
		"one is away, the other is closed": {&fetch.Error{Fault: fetch.Unreachable}, &fetch.Error{Fault: fetch.Walled}, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			tasks := []collect.Task{{Source: s.source, Reader: s.reader}, another(s)}
			elsewhere := tasks[1].Source.Collect.Addresses[0]
			s.web.pages[elsewhere] = header + rows(1, 10)
			if _, err := collect.Run(t.Context(), s.options(), tasks); err != nil {
				t.Fatal(err)
			}
			before := s.tree()
			s.now = s.now.AddDate(0, 0, 1)
			s.web.fails[page1], s.web.fails[elsewhere] = c.first, c.second
			report, err := collect.Run(t.Context(), s.options(), tasks)
			if !errors.Is(err, c.wantErr) {
				t.Fatalf("it ends with %v, want %v", err, c.wantErr)
			}
			if report.Sources[0].Status != collect.Failed || report.Sources[0].Wrote != c.stale {
				t.Errorf("the report says %+v", report.Sources[0])
			}
			marked := strings.Contains(s.file("collected/essai.state.yaml"), "state: stale")
			if marked != c.stale {
				t.Errorf("marked stale: %v, want %v", marked, c.stale)
			}
			if !c.stale && len(s.tree()) != len(before) {
				t.Error("files came or went")
			}
		})
	}
}

func TestASourceAloneIsMarkedWhenItCannotBeReached(t *testing.T) {
	s := newSite(t)
	s.collect()
	s.web.fails[page1] = &fetch.Error{Fault: fetch.Unreachable}
	s.want(s.collect(), collect.Failed, string(fetch.Unreachable))
	if !strings.Contains(s.file("collected/essai.state.yaml"), "state: stale") {
		t.Error("it is not marked")
	}
}
