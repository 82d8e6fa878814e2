package verify

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// page is one page as it is read back. What is found in it is gathered here, so
// that pages may be read at once.
type page struct {
	truth    *truth
	file     string
	address  string
	lang     lang.Lang
	has      func(file string) bool   // the site has this file
	further  func(file string) []byte // the bytes of another page; nil where there is none
	rows     func(file string) (int, bool)
	own      []string // what the page as a whole says
	report   Report
	distinct map[string]bool
	shown    map[string]bool // ids of claims shown in full
	proven   bool            // it shows the value of its figure
}

// around is what stands around a piece of a page.
type around struct {
	names  []string // of owners in whose words it may be
	strict bool     // every digit must be theirs
	until  bool     // it says until when the page holds: a day before something turns
}

// readPage reads one page and checks all numbers in it.
func readPage(
	t *truth, file string, content []byte, has func(string) bool, further func(string) []byte,
	rows func(string) (int, bool),
) (*page, error) {
	doc, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	p := &page{truth: t, file: file, address: addressOf(file), lang: t.site.Config.Languages.Of(file), has: has,
		further: further, rows: rows, distinct: map[string]bool{}, shown: map[string]bool{}}
	p.own = t.ownersAt[site.WholeOf(p.address)] // a part of a long list speaks of what the whole does
	p.walk(doc, around{names: p.own})
	if err := p.closeProof(doc); err != nil {
		return nil, err
	}
	return p, nil
}

// fault says what is amiss in the page.
func (p *page) fault(figure, what, found, want string) {
	p.report.Faults = append(p.report.Faults, Fault{File: p.file, Figure: figure, What: what, Found: found, Want: want})
}

// silent are elements whose words are no statement: programs and examples of files.
var silent = []string{"script", "style", "template", "code", "pre"}

func (p *page) walk(n *html.Node, in around) {
	switch n.Type {
	case html.TextNode:
		p.words(n.Data, in, "text")
		return
	case html.ElementNode:
		if id, ok := attr(n, "data-figure"); ok {
			p.figure(n, id)
			return
		}
		if file, ok := attr(n, "data-count"); ok {
			p.count(n, file)
			return
		}
		if file, ok := attr(n, "data-rows"); ok {
			p.collectedRows(n, file)
		}
		if n.Data == "script" && has(n, "class", "chart-options") {
			p.options(n, in)
		}
		if n.Data == "time" {
			p.date(n)
			return
		}
		if file, ok := attr(n, "data-citation"); ok {
			p.citation(n, file)
			return
		}
		if slices.Contains(silent, n.Data) {
			return
		}
		in = p.enter(n, in)
		p.attributes(n, in)
		if n.Data == "svg" && has(n, "class", "chart-svg") {
			p.drawing(n, in)
			return
		}
		if id, ok := attr(n, "data-proof"); ok {
			p.proof(n, id)
			return
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c, in)
	}
}

// enter adds what an element says of the words in it.
func (p *page) enter(n *html.Node, in around) around {
	names := slices.Clone(in.names)
	if id, ok := attr(n, "id"); ok {
		names = append(names, p.truth.ownersAt[p.address+"#"+id]...)
	}
	if href, ok := attr(n, "href"); ok && n.Data == "a" {
		target := resolve(p.address, href, p.truth.site.Config.BaseURL)
		names = append(names, p.truth.ownersAt[target]...)
		if whole, fragment, ok := strings.Cut(target, "#"); ok && fragment != "" {
			names = append(names, p.truth.ownersAt[site.WholeOf(whole)]...)
		}
	}
	if words, ok := attr(n, "data-words"); ok {
		for _, name := range strings.Fields(words) {
			if p.truth.owners[name] == nil {
				p.fault(name, "words of something that the data do not hold", text(n), "")
			}
			names = append(names, name)
		}
		in.strict = true
	}
	in.names, in.until = names, in.until || has(n, "class", "holds") || has(n, "class", "outdated")
	return in
}

// attributes checks the words that a reader may hear and not see.
func (p *page) attributes(n *html.Node, in around) {
	for _, a := range n.Attr {
		spoken := a.Key == "aria-label" || a.Key == "title" || a.Key == "alt" || n.Data == "meta" && a.Key == "content" &&
			!has(n, "name", "viewport")
		if has(n, "property", "og:image:alt") && a.Key == "content" && a.Val == p.truth.cards[p.address] {
			for range p.truth.measured.in(plain(a.Val)) { // the words of the card are those of the data
				p.report.Words.check(true)
			}
			continue
		}
		if spoken && n.Data != "link" {
			p.words(a.Val, around{names: in.names}, a.Key)
		}
	}
}

// words checks words outside figures: a measured number must be that of an owner;
// under data-words, so must every digit.
func (p *page) words(raw string, in around, where string) {
	words := plain(raw)
	if !hasDigit(words) {
		return
	}
	if where == "text" {
		p.dates(words, in)
	}
	found := p.truth.measured.in(words)
	if len(found) == 0 && !in.strict {
		return
	}
	left := rest(words, p.truth.named(in.names))
	bare := p.truth.measured.in(left)
	if in.strict && hasDigit(left) && len(bare) == 0 {
		bare = []string{left}
	}
	for range max(len(found)-len(bare), 0) {
		p.report.Words.check(true)
	}
	for _, b := range bare {
		p.report.Words.check(false)
		what := "a number without proof"
		if in.strict {
			what = "words that are not those of the data"
		}
		if where != "text" {
			what += ", in " + where
		}
		p.fault(strings.Join(slices.Compact(slices.Clone(in.names)), " "), what, b+" — "+shortened(words), "")
	}
}

// count checks a number of rows by counting them again.
func (p *page) count(n *html.Node, file string) {
	got, want := plain(text(n)), "no such file"
	rows, ok := p.rows(file)
	if where, some := attr(n, "data-where"); some {
		rows, ok = p.rowsWhere(file, where)
	}
	if ok {
		want = grouped(p.lang, rows)
	}
	if !p.report.Counts.check(ok && (got == plain(want) || strings.HasPrefix(got, plain(want)+" "))) {
		p.fault(file, "a number of rows that is not that of the file", got, plain(want))
	}
}

func grouped(l lang.Lang, n int) string { return lang.Group(l, fmt.Sprint(n)) }

const mostWords = 160

// shortened keeps a fault to one line.
func shortened(s string) string {
	if r := []rune(s); len(r) > mostWords {
		return string(r[:mostWords]) + "…"
	}
	return s
}
