package collect_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/fetch"
	"vigie/internal/value/lang"
)

func TestSeveralDocumentsMakeOneHarvest(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Addresses = []string{page1, page2}
	s.web.pages[page2] = "edition: 2026-12\nleft: hors du filtre\n" + rows(50, 3)
	s.web.pages[page1] = "edition: 2026-11\nleft: hors du filtre\n" + s.web.pages[page1]
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Listed != 13 || o.Edition.String() != "2026-12" || len(o.Ignored) != 1 || o.Ignored[0].Count != 2 {
		t.Errorf("reports %+v", o)
	}
	s.want(s.collect(), collect.Unchanged, "")

	t.Log("one of the two changes: the visit is kept whole")
	s.web.asked = nil
	s.web.pages[page2] += rows(53, 1)
	s.want(s.collect(), collect.Read, "")
	if want := []string{page1 + " 304", page2}; !cmp.Equal(s.web.asked, want) {
		t.Errorf("asked %q", s.web.asked)
	}
	same(s)

	t.Log("one of the two fails: nothing is half read")
	before := s.file("collected/essai.csv")
	s.web.pages[page1] = header + rows(1, 9)
	s.web.fails[page2] = &fetch.Error{Fault: fetch.Failing, Status: 500}
	s.want(s.collect(), collect.Failed, "failing")
	if s.file("collected/essai.csv") != before {
		t.Error("the rows have changed")
	}
}

func TestLinksAreFollowed(t *testing.T) {
	s := newSite(t)
	s.web.pages[page1] = "next: /list/a.csv#top\nnext: /list/a.csv\nnext: " + page1 + "\n"
	s.web.pages["https://example.org/list/a.csv"] = "next: b.csv\n" + header + rows(1, 5)
	s.web.pages["https://example.org/list/b.csv"] = "next: a.csv\n" + rows(6, 5)
	o := s.collect()
	s.want(o, collect.Read, "")
	if want := []string{page1, "https://example.org/list/a.csv", "https://example.org/list/b.csv"}; !cmp.Equal(s.web.asked, want) || o.Listed != 10 {
		t.Errorf("asked %q", s.web.asked)
	}
	s.want(s.collect(), collect.Unchanged, "")
	same(s)
}

func TestLinksLeadNowhereElse(t *testing.T) {
	for name, one := range map[string]struct{ link, code string }{
		"another host":             {"https://elsewhere.example/a.csv", "off-host"},
		"a host that ends alike":   {"https://evil-example.org/a.csv", "off-host"},
		"a host with another user": {"https://example.org@elsewhere.example/a.csv", "off-host"},
		"no host":                  {"file:///etc/passwd", "off-host"},
		"a script":                 {"javascript:alert(1)", "off-host"},
		"a page that is not there": {"/lost.csv", "gone"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.web.pages[page1] += "next: " + one.link + "\n"
			s.want(s.collect(), collect.Failed, one.code)
		})
	}
}

func TestAnEndlessWalkStops(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Limits.Pages = 4
	for i := range 10 {
		s.web.pages[fmt.Sprintf("https://example.org/%d.csv", i)] = fmt.Sprintf("next: %d.csv\n", i+1) + header + rows(10*i, 5)
	}
	s.source.Collect.Addresses = []string{"https://example.org/0.csv"}
	s.want(s.collect(), collect.Failed, collect.TooManyDocuments)
	if len(s.web.asked) != 4 {
		t.Errorf("asked %q", s.web.asked)
	}
}

func TestPagesAreAskedForUntilOneIsEmpty(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Addresses = []string{"https://example.org/list?page={page}", page2}
	s.web.pages[page2] = rows(100, 1)
	for i := range 3 {
		s.web.pages[fmt.Sprintf("https://example.org/list?page=%d", i+1)] = header + rows(10*i, 5)
	}
	s.web.pages["https://example.org/list?page=4"] = header
	o := s.collect()
	s.want(o, collect.Read, "")
	if len(o.Documents) != 5 || o.Listed != 16 || s.web.asked[4] != page2 {
		t.Errorf("asked %q", s.web.asked)
	}
	s.want(s.collect(), collect.Unchanged, "")
	same(s)
}

func TestAWrongDeclarationIsNoFaultOfTheSource(t *testing.T) {
	for name, spoil := range map[string]func(s *site, task *collect.Task){
		"no such reader":    func(s *site, task *collect.Task) { task.Broken = errors.New("there is no reader of that name") },
		"no address":        func(s *site, task *collect.Task) { s.source.Collect.Addresses = nil },
		"no host":           func(s *site, task *collect.Task) { s.source.Collect.Addresses = []string{"one.csv"} },
		"a size in words":   func(s *site, task *collect.Task) { s.source.Collect.Limits.Bytes = "much" },
		"about a size":      func(s *site, task *collect.Task) { s.source.Collect.Limits.Bytes = "about 20 M" },
		"no time at all":    func(s *site, task *collect.Task) { s.source.Collect.Limits.Seconds = 0 },
		"no key":            func(s *site, task *collect.Task) { task.Reader.Columns = columns()[1:] },
		"a column of ours":  func(s *site, task *collect.Task) { task.Reader.Columns[4].Name = "at" },
		"a column unnamed":  func(s *site, task *collect.Task) { task.Reader.Columns[4].Label = lang.Text{} },
		"not collected":     func(s *site, task *collect.Task) { s.source.Collect = nil; task.Source = s.source },
		"two of one column": func(s *site, task *collect.Task) { task.Reader.Columns[4].Name = "until" },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			task := collect.Task{Source: s.source, Reader: s.reader}
			spoil(s, &task)
			report, err := collect.Run(t.Context(), s.options(), []collect.Task{task})
			if err != nil {
				t.Fatal(err)
			}
			s.want(report.Sources[0], collect.Broken, collect.Misdeclared)
			if len(s.tree()) > 0 || len(s.web.asked) > 0 || report.Wrong() != 1 {
				t.Errorf("leaves %v", s.tree())
			}
		})
	}
}

func TestASourceThatIsOffIsNotVisited(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Off = lang.Text{FR: "le site ferme", EN: "the site closes"}
	o := s.collect()
	s.want(o, collect.Skipped, collect.Off)
	if len(s.web.asked) > 0 || o.Status.Wrong() {
		t.Error("it is visited")
	}
}

func TestAnInterruptLeavesWholeFilesOnly(t *testing.T) {
	for name, cancelAt := range map[string]string{"while it fetches": page1, "while it reads": ""} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.collect()
			before := s.tree()
			s.web.pages[page1] = header + rows(1, 11)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			s.web.hook = func(url string) {
				if url == cancelAt {
					cancel()
				}
			}
			if cancelAt == "" {
				s.reader.Read = func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
					cancel()
					return readLines(ctx, doc, emit)
				}
			}
			report, err := collect.Run(ctx, s.options(), []collect.Task{{Source: s.source, Reader: s.reader}})
			if !errors.Is(err, context.Canceled) || len(report.Sources) > 0 {
				t.Errorf("gives %v, %+v", err, report)
			}
			if diff := cmp.Diff(before, s.tree()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSourcesAreCollectedAtOnceAndReportedInOrder(t *testing.T) {
	s := newSite(t)
	var tasks []collect.Task
	for i := range 9 {
		task := collect.Task{Source: s.source, Reader: s.reader}
		task.Source.ID = fmt.Sprintf("essai-%d", i)
		tasks = append(tasks, task)
	}
	s.web.fails[page1] = nil
	var reports atomic.Int32
	s.with = func(o *collect.Options) {
		o.Jobs = 4
		o.Progress = func(p collect.Progress) {
			if p.Outcome != nil {
				reports.Add(1)
			}
		}
	}
	report, err := collect.Run(t.Context(), s.options(), tasks)
	if err != nil || len(report.Sources) != 9 || reports.Load() != 9 {
		t.Fatal(err, len(report.Sources), reports.Load())
	}
	for i, o := range report.Sources {
		if o.Source != tasks[i].Source.ID || o.Status != collect.Read {
			t.Errorf("%s is %s", o.Source, o.Status)
		}
	}
}

func TestAFaultOfThisMachineEndsTheRun(t *testing.T) {
	s := newSite(t)
	s.collect()
	before := s.tree()
	s.web.fails[page1] = &fetch.Error{Fault: fetch.Local, Detail: "no space left"}
	if _, err := collect.Run(t.Context(), s.options(), []collect.Task{{Source: s.source, Reader: s.reader}}); fetch.FaultOf(err) != fetch.Local {
		t.Errorf("gives %v", err)
	}
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
}

func TestADamagedArchiveTouchesNothing(t *testing.T) {
	s := newSite(t)
	s.collect()
	sidecars, err := filepath.Glob(filepath.Join(s.dir, "snapshots", "essai", "*.json"))
	if err != nil || len(sidecars) != 1 {
		t.Fatal(sidecars, err)
	}
	if err := os.WriteFile(sidecars[0], []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := s.tree()
	s.want(s.collect(), collect.Broken, collect.Misdeclared)
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
}
