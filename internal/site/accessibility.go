package site

import (
	"bytes"
	"encoding/csv"
	"iter"

	"vigie/internal/site/audit"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// AccessibilityPage is the accessibility statement.
type AccessibilityPage struct {
	Prose   Prose
	Mention string // how far the site is accessible, in the words of the law
	Contact string
	Link    string
	Audit   *AuditView // nil when there was none
}

// AuditView is an audit, counted from its file.
type AuditView struct {
	Standard Link
	Version  string
	Sample   []Link // pages that readers looked at
	File     string // where its lines are published
	All      AuditCount
	Checked  []AuditCount // how many criteria are in each state
	States   []string
	Themes   []AuditTheme
	Failing  []AuditLine // those that do not hold
}

// AuditCount is how many lines of the published file have the given cells: verify counts them again.
type AuditCount struct {
	State, Words string
	File, Where  string // "Theme=1;State=Holds"
	Count        int
}

// AuditTheme is a chapter of the standard.
type AuditTheme struct {
	Number, Title string
	Counts        []AuditCount
	Lines         []AuditLine
}

// AuditLine is a criterion.
type AuditLine struct {
	Number, Title, State, Words, Note string
	Checks                            []AuditCheck
}

// AuditCheck is how the state of a criterion was found: the kind of check, and the check.
type AuditCheck struct {
	Kind, With, ISO string // ISO where it is a day
}

func (v view) accessibilityPage() Page {
	title, lead, prose := v.intro("accessibility")
	p := v.site.Config.Publisher
	return v.page("accessibility", "accessibility", title, lead, AccessibilityPage{Prose: prose,
		Mention: v.accessibilityMention(), Contact: p.Contact, Link: p.ContactLink(), Audit: v.audit()})
}

// accessibilityMention is what the site may call itself.
func (v view) accessibilityMention() string {
	return v.word("accessibility." + string(v.site.Audit.Level()))
}

func (v view) audit() *AuditView {
	a := v.site.Audit
	if a == nil {
		return nil
	}
	out := &AuditView{Standard: Link{Href: a.Address, Text: a.Standard}, Version: a.Version, File: "/" + auditFile(v.l)}
	out.All = AuditCount{File: auditFile(v.l), Count: len(a.Criteria())}
	for _, p := range a.Sample {
		out.Sample = append(out.Sample, Link{Href: v.site.Href(v.l, p.Key), Text: v.label(p.Key)})
	}
	for _, s := range audit.States() {
		out.States = append(out.States, v.word("audit."+string(s)))
		out.Checked = append(out.Checked, v.auditCount("", s, a.Count(s)))
	}
	for _, t := range a.Themes {
		theme := AuditTheme{Number: t.Number, Title: v.text(t.Title)}
		for _, s := range audit.States() {
			theme.Counts = append(theme.Counts, v.auditCount(t.Number, s, t.Count(s)))
		}
		for _, c := range t.Criteria {
			line := v.auditLine(c)
			theme.Lines = append(theme.Lines, line)
			if c.State == audit.NotConform {
				out.Failing = append(out.Failing, line)
			}
		}
		out.Themes = append(out.Themes, theme)
	}
	return out
}

func (v view) auditCount(theme string, s audit.State, n int) AuditCount {
	words := v.word("audit." + string(s))
	where := v.word("audit.state") + "=" + words
	if theme != "" {
		where = v.word("audit.theme") + "=" + theme + ";" + where
	}
	return AuditCount{State: string(s), Words: words, File: auditFile(v.l), Where: where, Count: n}
}

func (v view) auditLine(c audit.Criterion) AuditLine {
	out := AuditLine{Number: c.Number, Title: v.text(c.Title), State: string(c.State),
		Words: v.word("audit." + string(c.State)), Note: v.text(c.Note)}
	for _, k := range c.Checks {
		check := AuditCheck{Kind: v.word("audit.by." + string(k.By)), With: k.With}
		if day, err := cal.ParseDay(k.With); k.By == audit.ByReader && err == nil {
			check.With, check.ISO = v.day(day), k.With
		}
		out.Checks = append(out.Checks, check)
	}
	return out
}

// auditFile is where the lines of the audit are published in a language.
func auditFile(l lang.Lang) string { return "accessibility/" + string(l) + ".csv" }

// auditFiles yields the lines of the audit in each language: what the page counts.
func auditFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		if s.Audit == nil {
			return
		}
		for _, l := range s.Config.Languages {
			if !yield(Extra{auditFile(l), (view{site: s, l: l}).auditRows()}) {
				return
			}
		}
	}
}

func (v view) auditRows() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := func(cells ...string) { _ = w.Write(cells) } // a buffer takes all
	row(v.word("audit.criterion"), v.word("audit.theme"), v.word("audit.title"), v.word("audit.state"),
		v.word("audit.checks"), v.word("audit.note"))
	for _, t := range v.site.Audit.Themes {
		for _, c := range t.Criteria {
			checks := ""
			for i, k := range c.Checks {
				if i > 0 {
					checks += "; "
				}
				checks += string(k.By) + ": " + k.With
			}
			row(c.Number, t.Number, v.text(c.Title), v.word("audit."+string(c.State)), checks, v.text(c.Note))
		}
	}
	w.Flush()
	return b.Bytes()
}
