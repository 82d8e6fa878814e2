package site_test

import (
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"vigie/internal/collect/readers"
	"vigie/internal/collected"
	"vigie/internal/corpus"
	"vigie/internal/france"
	"vigie/internal/france/filter"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// made is a harvest of a source that nobody collected: three rows, the last of which
// is gone, in the columns of its reader. What they say is made up, and as hostile as
// the kind of each column lets a source be.
func made(t *testing.T, read *corpus.Corpus, source string, left []collected.Left) *collected.Collected {
	t.Helper()
	all, _, err := france.Readers(os.DirFS("../.."), "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range read.Sources {
		if s.ID != source {
			continue
		}
		r, err := readers.For(s, all)
		if err != nil {
			t.Fatal(err)
		}
		c := &collected.Collected{Columns: r.Columns, State: collected.State{Source: source, Standing: collected.Good, Reader: r.Name, Version: r.Version,
			Documents: []collected.Document{{URL: "https://example.org/" + source, SHA256: copyDigest, Read: cal.NewDay(2026, 11, 20)}}, Ignored: left}}
		for i := range 3 {
			row := collected.Row{FirstSeen: cal.NewDay(2026, 11, 20), Snapshot: copyDigest, At: fmt.Sprintf("row <%d>", i)}
			for _, col := range r.Columns {
				row.Cells = append(row.Cells, madeUp(col.Kind, i))
			}
			if i == 2 {
				row.GoneSince = cal.NewDay(2026, 11, 21)
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	}
	t.Fatalf("there is no source %s", source)
	return nil
}

var copyDigest = strings.Repeat("c", 64)

const script = `<script>alert("1")</script>`

// madeUp is a value of a kind of column.
func madeUp(kind collected.Kind, i int) string {
	switch kind {
	case collected.Code:
		return fmt.Sprintf("code-%d", i)
	case collected.Date:
		return fmt.Sprintf("2026-0%d-01", i+1)
	case collected.Number:
		return fmt.Sprintf("%d.5", i)
	case collected.Boolean:
		return []string{"oui", "non", ""}[i]
	case collected.List:
		return []string{"un|deux", "", "<b>trois</b>"}[i]
	}
	return []string{"Essai " + script + " l'un {{.}}", "", "Autre & même"}[i]
}

// everythingCollected gives rows to every source that is to be visited and never was,
// each in one of the three ways in which a source may stand.
func everythingCollected(t *testing.T, fresh *[]string) func(*corpus.Corpus) {
	return func(read *corpus.Corpus) {
		has := map[string]bool{}
		for _, c := range read.Collected {
			has[c.State.Source] = true
		}
		for _, s := range read.Sources {
			if s.Collect == nil || has[s.ID] {
				continue
			}
			c := made(t, read, s.ID, []collected.Left{{What: filter.NotListed, Count: 12}, {What: "unforeseen " + script, Count: 1}})
			if standing := collected.Standings()[len(*fresh)%3]; standing != collected.Good {
				c.State.Standing, c.State.Since, c.State.Code = standing, cal.NewDay(2026, 11, 22), "made-up"
				c.State.Reason = lang.Text{FR: "Inventé " + script + ".", EN: "Made up " + script + "."}
			}
			read.Collected = append(read.Collected, c)
			*fresh = append(*fresh, s.ID)
		}
	}
}

// TestTheFirstVisitOfASourceBreaksNoPage renders the whole site with rows in every
// source that is to be collected.
func TestTheFirstVisitOfASourceBreaksNoPage(t *testing.T) {
	var fresh []string
	s := changed(t, nil, everythingCollected(t, &fresh))
	wellMade(t, s)
	var addresses []string
	for _, source := range fresh {
		addresses = append(addresses, "/sources/"+source+"/", "/en/sources/"+source+"/")
	}
	files := extras(s)
	for address, html := range sections(t, s, addresses...) {
		source := path.Base(address)
		for _, want := range []string{"Essai &lt;script&gt;", "row &lt;0&gt;", copyDigest, "/donnees/collecte/" + source + ".csv", `data-figure="collected/` + source + `/rows"`} {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %q", address, want)
			}
		}
		if strings.Contains(html, script) {
			t.Errorf("%s lets what a source says be a script", address)
		}
		if table := files["donnees/collecte/"+source+".csv"]; strings.Count(table, "\n") != 4 {
			t.Errorf("the download of %s holds %q", source, table)
		}
	}
	if len(fresh) == 0 {
		t.Skip("every source was visited already")
	}
}
