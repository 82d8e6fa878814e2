package readers_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/collected"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/test/sourceserver"
)

// fate is what a run makes of a source that fails.
type fate struct {
	status collect.Status
	code   string
	state  collected.Standing
}

func lost(f fetch.Fault) fate   { return fate{collect.Failed, string(f), collected.Stale} }
func refused(code string) fate  { return fate{collect.Refused, code, collected.Doubtful} }
func all(f fate) map[shape]fate { return map[shape]fate{anyShape: f} }

var (
	unharmed = fate{collect.Unchanged, "", collected.Good} // another try brought it, or the copy that is held is still good
	none     = fate{}                                      // it cannot happen: a PDF has no charset, a list no column
	readWell = fate{collect.Read, "", collected.Good}      // other bytes, the same records
)

// shape is what the documents of a source are.
type shape string

const (
	anyShape shape = "" // all those that are not named
	ofPDF    shape = "PDF"
	ofHTML   shape = "HTML"
	ofList   shape = "HTML list"
	ofJSON   shape = "JSON"
	ofCSV    shape = "CSV"
)

// representatives are the sources to which every fault is played, in the order in
// which they are reported.
var representatives = []struct {
	shape  shape
	source string
}{
	{ofPDF, "anssi-catalogue"},
	{ofHTML, "panorama-grands-projets"},
	{ofList, "anssi-en-cours"},
	{ofJSON, "insee-cog-2026-departements"},
	{ofCSV, listID},
}

// fates say what each fault of the server does, and to whom.
var fates = map[sourceserver.Fault]map[shape]fate{
	sourceserver.Timeout:      all(lost(fetch.TimedOut)),
	sourceserver.Reset:        all(lost(fetch.CutShort)),
	sourceserver.Cut:          all(lost(fetch.CutShort)),
	sourceserver.Forbidden:    all(lost(fetch.Walled)),
	sourceserver.NotFound:     all(lost(fetch.Gone)),
	sourceserver.Gone:         all(lost(fetch.Gone)),
	sourceserver.TooMany:      all(lost(fetch.Walled)),
	sourceserver.FailsOnce:    all(unharmed),
	sourceserver.Fails:        all(lost(fetch.Failing)),
	sourceserver.ToPrivate:    all(lost(fetch.OffHost)),
	sourceserver.ToOther:      all(lost(fetch.OffHost)),
	sourceserver.Endless:      all(lost(fetch.TooLarge)),
	sourceserver.Bomb:         all(lost(fetch.TooLarge)),
	sourceserver.HTMLInstead:  {anyShape: lost(fetch.WrongType), ofHTML: refused(collect.BadDocument), ofList: refused(collect.BadDocument)},
	sourceserver.HTMLLying:    {anyShape: lost(fetch.WrongType), ofHTML: refused(collect.BadDocument), ofList: refused(collect.BadDocument)},
	sourceserver.RobotsForbid: all(lost(fetch.Robots)),
	sourceserver.WrongCharset: {anyShape: readWell, ofJSON: refused(collect.BadDocument), ofPDF: none}, // JSON is in UTF-8 by its own law
	sourceserver.Broken:       {anyShape: refused(collect.BadDocument), ofCSV: refused(collect.UnreadableRows), ofPDF: none},
	sourceserver.Empty:        {anyShape: refused(collect.TooFewRows), ofList: refused(collect.BadDocument)}, // its reader wants five names
	sourceserver.Half:         {anyShape: refused(collect.TooFewRows), ofList: refused(collect.BadDocument)}, // its reader wants five names
	sourceserver.Renamed:      {anyShape: refused(collect.BadDocument), ofJSON: refused(collect.MissingColumns), ofList: none},
}

// TestAFaultKeepsTheLastGoodRecords plays every fault to a source of each shape that
// has been collected once: nothing is lost, the reason is reported and written once, and
// the visit after the fault brings the source back. The table of it is in
// doc/sources.md.
func TestAFaultKeepsTheLastGoodRecords(t *testing.T) {
	known := append(realSources(t), madeUpSource(t))
	seen := make([]map[sourceserver.Fault]fate, len(representatives))
	t.Run("played to", func(t *testing.T) {
		for i, r := range representatives {
			at := slices.IndexFunc(known, func(s record.Source) bool { return s.ID == r.source })
			if at < 0 {
				t.Errorf("%s is not collected any more: choose another source of this shape", r.source)
				continue
			}
			t.Run(string(r.shape), func(t *testing.T) {
				t.Parallel()
				seen[i] = suffer(t, r.shape, known[at])
			})
		}
	})
	table := table(seen)
	t.Logf("\n%s", table)
	inDocument(t, table)
}

// suffer plays every fault to one source, and says what each run did.
func suffer(t *testing.T, of shape, s record.Source) map[sourceserver.Fault]fate {
	p, srv := newProject(t), sourceserver.New(t)
	p.tasks(srv, []record.Source{s})
	p.good(srv, collect.Read)
	healthy := p.records()
	seen := map[sourceserver.Fault]fate{}
	for _, f := range sourceserver.Faults() {
		want, ok := fates[f][of]
		if !ok {
			want, ok = fates[f][anyShape]
		}
		if !ok {
			t.Errorf("nobody says what %q does to %s: add its line to fates", f, of)
			continue
		}
		if want == none {
			continue
		}
		address := strings.TrimPrefix(p.all[0].Source.Collect.Addresses[0], srv.URL(""))
		if !srv.CanPlay(address, f) {
			t.Errorf("%q cannot be played to %s: give its bytes in Played", f, of)
			continue
		}
		srv.Play(address, f)
		if f == sourceserver.Timeout {
			p.hasty = 400 * time.Millisecond
		}
		seen[f] = p.suffer(srv, f, want, healthy)
		p.hasty = 0
		srv.Mend()
		p.good(srv, "")
		if diff := cmp.Diff(healthy, p.records()); diff != "" {
			t.Errorf("%q: once mended, the records are others: %s", f, diff)
		}
	}
	return seen
}

// suffer runs twice under a fault.
func (p *project) suffer(srv *sourceserver.Server, f sourceserver.Fault, want fate, healthy map[string]string) fate {
	p.Helper()
	report := p.collect(srv)
	o := report.Sources[0]
	got := fate{o.Status, "", o.Standing}
	if o.Why != nil {
		got.code = o.Why.Code
		if o.Why.Reason.FR == "" || o.Why.Reason.EN == "" {
			p.Errorf("%q: no reason is given: %+v", f, o.Why)
		}
	}
	if got != want {
		p.Errorf("%q: the source is %v, want %v (%+v, %+v)", f, got, want, o.Why, o.Changes)
	}
	if bad := got.state != collected.Good; bad != (report.Wrong() == 1) || bad != o.Wrote && got != readWell {
		p.Errorf("%q: %d sources are reported wrong, %v is written", f, report.Wrong(), o.Wrote)
	}
	if diff := cmp.Diff(healthy, p.records()); diff != "" {
		p.Errorf("%q: the last good records are not kept: %s", f, diff)
	}
	before := p.tree()
	if again := p.collect(srv).Sources[0]; again.Wrote || again.Standing != got.state {
		p.Errorf("%q: seen twice, it is %s, %+v", f, again.Status, again.Why)
	}
	if diff := cmp.Diff(before, p.tree()); diff != "" {
		p.Errorf("%q: the same fault is written twice: %s", f, diff)
	}
	return got
}

// good runs once more; all must be well.
func (p *project) good(srv *sourceserver.Server, status collect.Status) {
	p.Helper()
	report := p.collect(srv)
	if o := report.Sources[0]; o.Standing != collected.Good || report.Wrong() > 0 || status != "" && o.Status != status {
		p.Fatalf("the source is %s (%s): %+v, unreadable: %+v", o.Status, o.Standing, o.Why, o.Bad)
	}
}

// records are the tables that were collected.
func (p *project) records() map[string]string {
	files := p.tree()
	maps.DeleteFunc(files, func(name, _ string) bool { return path.Ext(name) != ".csv" })
	return files
}
