package verify

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// ownDays gathers the days that the data hold, written or computed, and those that
// our own prose and interface give: a day on a page is one of them.
func (t *truth) ownDays(project fs.FS) error {
	add := func(days ...cal.Day) {
		for _, d := range days {
			t.days[d.String()] = true
		}
	}
	add(t.data.AsOf)
	corpus.Each(t.corpus, func(_ record.Ref, _ string, d *cal.Day) { add(*d) })
	corpus.Each(t.corpus, func(_ record.Ref, _ string, d *cal.Date) { add(d.First(), d.Last()) })
	corpus.Each(t.corpus, func(_ record.Ref, _ string, p *cal.Period) { add(p.First(), p.Last()) })
	for _, s := range t.data.Sources {
		add(s.Freshness.Since, s.Freshness.Heard, s.Freshness.Next, s.Freshness.Due, s.Freshness.Asked)
	}
	for _, r := range t.data.Requests {
		add(r.Due, r.Refused, r.Appeal)
	}
	t.listedDays(add)
	for _, c := range t.site.History.Changes() {
		add(c.Day, c.From, c.To)
	}
	for _, e := range t.site.History.Store().Editions() {
		add(e.Day)
	}
	for _, f := range t.figures {
		add(f.Period.First(), f.Period.Last(), f.Period.From.Last(), f.Period.To.First())
	}
	for _, d := range t.data.Doctrines {
		add(d.InForce.First().AddDays(-1)) // the last day of the rules before
	}
	corpus.Each(t.corpus, func(_ record.Ref, _ string, s *string) { add(daysIn(*s)...) })
	corpus.Each(t.corpus, func(_ record.Ref, _ string, s *lang.Text) { add(append(daysIn(s.FR), daysIn(s.EN)...)...) })
	for _, w := range t.site.Theme.Words {
		add(append(daysIn(w.FR), daysIn(w.EN)...)...)
	}
	return fs.WalkDir(project, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		prose, err := fs.ReadFile(project, name)
		add(daysIn(string(prose))...)
		return err
	})
}

// listedDays adds the days that the collected list of qualifications has, where a page shows them: those
// on which it differs from a record, and those of what no record describes.
func (t *truth) listedDays(add func(...cal.Day)) {
	for _, q := range t.data.Every.Qualifications {
		if q.Listed == nil {
			continue
		}
		for _, d := range q.Listed.Differences {
			if day, err := cal.ParseDay(d.Listed); err == nil {
				add(day)
			}
		}
	}
	for _, l := range t.data.Undescribed {
		add(l.From, l.Until)
	}
}

// daysIn are the whole days that words give.
func daysIn(words string) []cal.Day {
	var out []cal.Day
	for _, m := range wholeDay.FindAllStringSubmatch(plain(words), -1) {
		if day, ok := dayOf(m); ok {
			out = append(out, day)
		}
	}
	return out
}

// dayOf is the day that was found; false when the words name no month.
func dayOf(found []string) (cal.Day, bool) {
	month := monthNamed(found[2])
	day, err := cal.ParseDay(fmt.Sprintf("%s-%02d-%02s", found[3], month, found[1]))
	return day, month > 0 && err == nil
}

// wholeDay finds a whole day in words, in either language.
var wholeDay = regexp.MustCompile(`(?i)(?:^|[^\pL0-9])([0-9]{1,2})(?:er)? (\pL+) ((?:19|20)[0-9]{2})(?:[^0-9]|$)`)

// monthNamed is the month of a name, in either language; zero when there is none.
func monthNamed(name string) int {
	for _, l := range lang.Composed() {
		for i, m := range cal.MonthNames(l) {
			if strings.EqualFold(m, name) {
				return i + 1
			}
		}
	}
	return 0
}

// dates checks the days in words that no <time> holds.
func (p *page) dates(words string, in around) {
	if in.until {
		return
	}
	for _, m := range wholeDay.FindAllStringSubmatch(words, -1) {
		day, ok := dayOf(m)
		if ok && !p.report.Dates.check(p.truth.days[day.String()]) {
			p.fault(strings.Join(in.names, " "), "a day that the data do not hold",
				m[1]+" "+m[2]+" "+m[3]+" — "+shortened(words), "")
		}
	}
}

// date checks a day in a <time>: its words say the same day, which is in the data.
// Until when a page holds is a day before something turns, and may be in none.
func (p *page) date(n *html.Node) {
	iso, _ := attr(n, "datetime")
	words := text(n)
	if !hasDigit(words) {
		return
	}
	day, err := cal.ParseDay(iso)
	if err != nil {
		return // a year, a month: words are looked at where they stand
	}
	known := p.truth.days[day.String()] || n.Parent != nil && has(n.Parent, "class", "holds")
	if !p.report.Dates.check(known && strings.Contains(words, plain(p.truth.in(p.lang, day.Words())))) {
		p.fault("", "a day that the data do not hold, or words that say another one", words, iso)
	}
}
