package collect_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/value/lang"
)

// accept takes what came last, for a reason.
func (s *site) accept(because string) collect.Outcome {
	s.Helper()
	s.with = func(o *collect.Options) { o.Replay, o.Getter, o.Because = true, nil, because }
	defer func() { s.with = nil }()
	return s.collect()
}

// doubted is a source that has just lost most of its rows.
func doubted(t *testing.T) *site {
	s := newSite(t)
	s.collect()
	s.web.pages[page1] = header + rows(9, 6)
	s.want(s.collect(), collect.Refused, collect.TooManyGone)
	return s
}

func TestAReviewedHarvestIsTaken(t *testing.T) {
	s := doubted(t)
	o := s.accept("Huit offres ont pris fin : lu à la page.")
	s.want(o, collect.Unchanged, "")
	if o.Standing != collected.Good || o.Listed != 6 || len(o.Accepted) != 1 || len(o.Reread) != 12 {
		t.Errorf("it is %s with %d rows, %d changes, accepted %+v", o.Standing, o.Listed, len(o.Reread), o.Accepted)
	}
	list, found, err := collected.Accepted(os.DirFS(s.dir), "collected", "essai")
	if err != nil || len(found) > 0 || len(list) != 1 {
		t.Fatal(list, found, err)
	}
	a := list[0]
	if a.On.String() != "2026-11-25" || a.Code != collect.TooManyGone || a.Because != "Huit offres ont pris fin : lu à la page." ||
		!strings.Contains(a.Reason.EN, "8 of 10") || len(a.Documents) != 1 {
		t.Errorf("the decision is %+v", a)
	}
	if s.file("collected/"+collected.AcceptedFile("essai")) != string(collected.EncodeAccepted(list)) {
		t.Error("the file is not as it is read")
	}

	t.Log("nothing more comes of it")
	before := s.tree()
	s.want(s.collect(), collect.Unchanged, "")
	if diff := cmp.Diff(before, s.tree()); diff != "" {
		t.Error(diff)
	}
	same(s)

	t.Log("what is taken back is doubtful again")
	if err := os.Remove(s.dir + "/collected/" + collected.AcceptedFile("essai")); err != nil {
		t.Fatal(err)
	}
	if o := s.collect(); o.Standing != collected.Doubtful {
		t.Errorf("it is %s", o.Standing)
	}
}

func TestADecisionIsShownInTheReport(t *testing.T) {
	s := doubted(t)
	s.with = func(o *collect.Options) { o.Replay, o.Getter, o.Because = true, nil, "lu à la page <b>" }
	report, err := collect.Run(t.Context(), s.options(), []collect.Task{{Source: s.source, Reader: s.reader}})
	if err != nil {
		t.Fatal(err)
	}
	for l, want := range map[lang.Lang]string{
		lang.FR: "accepté le 25\u00a0novembre 2026\u00a0: lu à la page <b> — lignes disparues d’un coup\u00a0: 8 sur 10",
		lang.EN: "accepted on 25\u00a0November 2026: lu à la page <b> — rows that disappeared at once: 8 of 10",
	} {
		var b bytes.Buffer
		if err := report.Text(&b, l); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("the report lacks %q (%v):\n%s", want, err, b.String())
		}
	}
}

func TestADecisionIsAboutOneHarvestAndOneBound(t *testing.T) {
	t.Run("other documents are judged anew", func(t *testing.T) {
		s := doubted(t)
		s.accept("lu")
		s.web.pages[page1] = header + rows(30, 6)
		s.want(s.collect(), collect.Refused, collect.TooManyGone)
		same(s)
	})
	t.Run("another bound is asked for by itself", func(t *testing.T) {
		s := newSite(t)
		s.collect()
		s.web.pages[page1] = header + rows(8, 3)
		s.want(s.collect(), collect.Refused, collect.TooFewRows)
		s.want(s.accept("trois offres restent"), collect.Refused, collect.TooManyGone)
		o := s.accept("les sept autres ont pris fin")
		s.want(o, collect.Unchanged, "")
		if o.Listed != 3 || len(o.Accepted) != 2 {
			t.Errorf("%d rows, accepted %+v", o.Listed, o.Accepted)
		}
		same(s)
	})
	t.Run("a trial writes nothing", func(t *testing.T) {
		s := doubted(t)
		before := s.tree()
		s.with = func(o *collect.Options) { o.Replay, o.Getter, o.Because, o.DryRun = true, nil, "lu", true }
		if o := s.collect(); len(o.Accepted) != 1 || o.Standing != collected.Good {
			t.Errorf("reports %+v", o)
		}
		if diff := cmp.Diff(before, s.tree()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNothingIsAcceptedThatWasNotRefused(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"a good source":                    {header + rows(1, 10), "no harvest of it waits for a decision"},
		"a document that is another thing": {"broken\n" + header + rows(1, 10), "bad-document is not a bound that may be accepted"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.collect()
			s.web.pages[page1] = c.page
			s.collect()
			before := s.tree()
			o := s.accept("lu")
			if o.Status != collect.Broken || !strings.Contains(o.Why.Reason.EN, c.want) {
				t.Errorf("it is %s: %+v", o.Status, o.Why)
			}
			if diff := cmp.Diff(before, s.tree()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
