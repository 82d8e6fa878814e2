package verify

import (
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/cal"
	"vigie/internal/corpus"
	"vigie/internal/record"
)

// ownDays gathers the days that the data hold, written or computed: a date on a page
// is one of them.
func (t *truth) ownDays() {
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
		add(s.Freshness.Since, s.Freshness.Heard, s.Freshness.Next, s.Freshness.Due)
	}
	for _, r := range t.data.Requests {
		add(r.Due, r.Refused, r.Appeal)
	}
	for _, c := range t.site.History.Changes() {
		add(c.Day, c.From, c.To)
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
	if !p.report.Dates.check(known && strings.Contains(words, plain(day.Text(p.lang)))) {
		p.fault("", "a day that the data do not hold, or words that say another one", words, iso)
	}
}
