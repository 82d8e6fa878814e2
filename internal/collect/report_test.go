package collect_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"vigie/internal/collect"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

var update = flag.Bool("update", false, "write the expected reports anew")

// hostile is what a source may hold to harm whoever reads the report.
const hostile = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://evil.example/p.png) `c` **d** @someone #12 | www.evil.example https://evil.example \u202emoc.live\u202c \x1b[31m $e$ :boom: <!-- -->"

// reports are a week of made-up sources, good and bad.
func reports(t *testing.T) collect.Report {
	day := func(d int) *site {
		s := newSite(t)
		s.source.Cadence = "daily"
		s.collect()
		for range d {
			s.now = s.now.AddDate(0, 0, 1)
		}
		return s
	}
	var report collect.Report
	add := func(s *site, id string) {
		o := s.collect()
		o.Source = id
		report.Sources = append(report.Sources, o)
		report.Day = cal.FromTime(s.now.AddDate(0, 0, -1))
	}
	report.Mode = collect.Fetched

	s := day(3)
	page := header + rows(1, 8) + rows(11, 2) + "x;" + "\n"
	page = strings.Replace(page, "003;Hébergeur 3;Nuage 3;2026-11-30", "003;Hébergeur 3;Nuage 3;2029-11-30", 1)
	s.web.pages[page1] = strings.Replace(page, "400.50", "", 1) + "left: hors du filtre\n"
	add(s, "change")
	add(day(0), "inchange")
	s = day(3)
	s.web.pages[page1] = strings.Replace(header, "amount", "amount;"+hostile, 1) + rows(1, 10) + "099;" + strings.ReplaceAll(hostile, ";", ",") + ";x;2026-11-30;1\n" +
		"100;" + strings.ReplaceAll(strings.Map(graphic, hostile), ";", ",") + ";;2026-11-30;1\n"
	s.source.Title = "Titre | " + hostile
	add(s, "hostile")
	s = day(3)
	s.web.pages[page1] = header + rows(1, 2)
	add(s, "douteuse")
	s = day(3)
	s.web.fails[page1] = &fetch.Error{Fault: fetch.Walled, URL: page1, Status: 403, Detail: "<b>blocked</b>"}
	add(s, "muette")
	add(newSite(t), "premiere")
	s = newSite(t)
	s.web.pages[page1] = header + rows(1, 2)
	add(s, "premiere-refusee")
	s = newSite(t)
	s.source.Collect.Off = lang.Text{FR: "le site ferme", EN: "the site closes"}
	s.now = s.now.AddDate(0, 0, 4)
	add(s, "eteinte")
	return report
}

func graphic(r rune) rune {
	if r < ' ' {
		return -1
	}
	return r
}

func TestReportsReadWell(t *testing.T) {
	report := reports(t)
	for name, write := range map[string]func(*bytes.Buffer) error{
		"report.fr.txt": func(b *bytes.Buffer) error { return report.Text(b, lang.FR) },
		"report.en.txt": func(b *bytes.Buffer) error { return report.Text(b, lang.EN) },
		"report.fr.md":  func(b *bytes.Buffer) error { return report.Markdown(b, lang.FR) },
		"report.en.md":  func(b *bytes.Buffer) error { return report.Markdown(b, lang.EN) },
		"report.json":   func(b *bytes.Buffer) error { return report.JSON(b) },
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name)
			if *update {
				if err := os.MkdirAll("testdata", 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNothingInASourceIsMarkup(t *testing.T) {
	report := reports(t)
	var text bytes.Buffer
	if err := report.Markdown(&text, lang.FR); err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(text.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<img", "<a ", "<code", "<b>", "<!-- ", "@someone", "#12", "\u202e", "<em>", "\x1b"} {
		if strings.Contains(page.String(), bad) {
			t.Errorf("%q comes out of the report", bad)
		}
	}
	if got := strings.Count(page.String(), "<tr>"); got != len(report.Sources)+1 {
		t.Errorf("the table has %d rows", got)
	}
	if !strings.Contains(page.String(), "&lt;img src=x onerror=alert(1)&gt; [a](javascript:alert(1)) ![b](https://evil.example/p.png) `c`") {
		t.Errorf("the text does not show as it is:\n%s", page.String())
	}
	var plain bytes.Buffer
	if err := report.Text(&plain, lang.EN); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(plain.String(), "\x1b\u202e") {
		t.Error("the text moves the terminal")
	}
}

func TestALongReportIsCut(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Bounds = record.Bounds{RowsMin: 1, RowsMax: 5000}
	s.source.Collect.Limits.Bytes = "2 M"
	s.web.pages[page1] = header + rows(1, 4000)
	o := s.collect()
	report := collect.Report{Day: cal.FromTime(s.now), Mode: collect.Fetched}
	for range 20 {
		report.Sources = append(report.Sources, o)
	}
	var b bytes.Buffer
	if err := report.Markdown(&b, lang.FR); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 60_000 || !strings.Contains(b.String(), "et 3970 autres, dans data/collected/essai.csv") {
		t.Errorf("it has %d bytes:\n%.2000s", b.Len(), b.String())
	}
	b.Reset()
	report.Sources = report.Sources[:1]
	if err := report.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var all collect.Report
	if err := json.Unmarshal(b.Bytes(), &all); err != nil || len(all.Sources[0].Changes) != 4000 {
		t.Error("the JSON has not everything", err)
	}
}
