package verify

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/site"
	"vigie/internal/value/formula"
	"vigie/internal/value/lang"
)

// proof checks the value that a proof page shows.
func (p *page) proof(n *html.Node, id string) {
	f, known := p.truth.shown(id)
	if !known {
		p.fault(id, "a proof of a figure that the data do not hold", text(n), "no such figure")
		return
	}
	p.proven = true
	p.value(n, f)
}

// closeProof checks that a proof page shows all that its figure rests on.
func (p *page) closeProof(doc *html.Node) error {
	for _, name := range p.own {
		id, _ := strings.CutPrefix(name, "figures/")
		p.closeGone(doc, id)
		f, known := p.truth.figures[id]
		if !known || p.truth.proofOf(p.lang, f) != p.address {
			continue // a contradiction is shown of it here, say
		}
		before := len(p.report.Faults)
		if !p.proven {
			p.fault(id, "a proof page that does not show the value", "", f.Exact())
		}
		for _, c := range p.truth.data.ClaimsOf(f.Rests.Claims) {
			p.evidence(doc, id, c)
		}
		p.formula(doc, f)
		p.records(doc, f)
		for _, c := range p.truth.copies(f) {
			if !strings.Contains(text(doc), c.SHA256) {
				p.fault(id, "a proof that does not show the digest of a copy whose rows are counted", "", c.SHA256)
			}
		}
		p.report.Proofs.check(len(p.report.Faults) == before && !p.wrong(id))
	}
	return nil
}

// wrong says that a fault was already reported of a figure on its page.
func (p *page) wrong(id string) bool {
	for _, f := range p.report.Faults {
		if f.Figure == id {
			return true
		}
	}
	return false
}

// evidence checks what a proof page says of a claim: its words, and each fact about
// its source, marked data-evidence.
func (p *page) evidence(doc *html.Node, id string, c *dataset.Claim) {
	item := first(doc, func(n *html.Node) bool { return has(n, "data-words", "claims/"+c.ID) })
	if item == nil {
		p.fault(id, "a proof that does not show a claim that it rests on", "", c.ID)
		return
	}
	want := map[string]string{"says": c.Says.In(p.lang), "place": c.At, "read": p.truth.in(p.lang, c.Read.Words()),
		"quality": string(c.Quality), "copy": c.Snapshot}
	if c.Value != nil {
		want["value"] = c.Value.Text(p.lang, c.Unit)
	}
	if s := c.Source; s != nil {
		want["title"], want["publisher"], want["address"] = s.Title, s.Publisher, s.URL
		p.archive(item, id, c)
		if s.Provenance != "" {
			want["provenance"] = lang.Typeset(p.lang,
				p.truth.site.Data.Words.Name(record.ProvenanceList, string(s.Provenance)).In(p.lang))
		}
		want["published"] = p.truth.site.Theme.Words.Must(p.lang, "undated")
		if s.Published != nil {
			want["published"] = p.truth.in(p.lang, s.Published.Words())
		}
	}
	for _, fact := range []string{"value", "says", "title", "publisher", "provenance", "address", "place", "published",
		"read", "quality", "copy"} {
		if want[fact] == "" {
			continue
		}
		n := first(item, func(n *html.Node) bool { return has(n, "data-evidence", fact) })
		switch {
		case n == nil:
			p.fault(id, "a proof that does not show the "+fact+" of claim "+c.ID, "", want[fact])
		case fact == "quality":
			if !has(n, "class", want[fact]) {
				p.fault(id, "a proof that shows another quality of claim "+c.ID, text(n), want[fact])
			}
		case text(n) != plain(want[fact]):
			p.fault(id, "a proof that shows another "+fact+" of claim "+c.ID, text(n), want[fact])
		}
	}
}

// formula checks the words of a formula, the values put into it, and that each of
// its inputs is a figure on the page.
func (p *page) formula(doc *html.Node, f figure.Figure) {
	if f.Nature != figure.Computed {
		return
	}
	words := text(doc)
	if w := plain(f.Rests.Words.In(p.lang)); w == "" || !strings.Contains(words, w) {
		p.fault(f.ID, "a computed figure without its formula in words", "", w)
	}
	if e, err := formula.Parse(f.Rests.Formula); err == nil && f.Rests.Formula != "" {
		want := plain(e.Substitute(func(name string) string { return inputText(p, f, name) }))
		if !strings.Contains(words, want) {
			p.fault(f.ID, "a computed figure without the values put into its formula", "", want)
		}
	}
	for _, in := range f.Rests.Inputs {
		if first(doc, func(n *html.Node) bool { id, _ := attr(n, "data-figure"); return id == in.Figure.ID }) == nil {
			p.fault(f.ID, "a computed figure that does not lead to one of its inputs", "", in.Figure.ID)
		}
	}
}

func inputText(p *page, f figure.Figure, name string) string {
	for _, in := range f.Rests.Inputs {
		if in.Name == name {
			return in.Figure.Text(p.lang)
		}
	}
	return name
}

// placeless says that a record has no place on the site, which does not have its
// section: naming it is enough.
func (p *page) placeless(name string) bool {
	kind, id, _ := strings.Cut(name, "/")
	return !p.truth.site.Places(record.Ref{Kind: record.Kind(kind), ID: id})
}

// linked notes what a page at an address leads to.
func (p *page) linked(doc *html.Node, address string, to map[string]bool) {
	for _, a := range all(doc, element("a")) {
		href, _ := attr(a, "href")
		for _, name := range p.truth.ownersAt[resolve(address, href, p.truth.site.Config.BaseURL)] {
			to[name] = true
		}
	}
}

// records checks that the records that a figure counts are all linked, on the page of its
// proof or on the further pages of that list.
func (p *page) records(doc *html.Node, f figure.Figure) {
	linked := map[string]bool{}
	p.linked(doc, p.address, linked)
	for _, address := range site.FurtherOf(p.address, len(f.Rests.Records)) {
		part, err := html.Parse(bytes.NewReader(p.further(fileOf(address))))
		if err != nil {
			p.fault(f.ID, "a further page of a proof that cannot be read", err.Error(), "")
			continue
		}
		p.linked(part, address, linked)
	}
	for _, n := range all(doc, func(*html.Node) bool { return true }) {
		if name, ok := attr(n, "data-words"); ok && !linked[name] {
			linked[name] = p.placeless(name)
		}
	}
	for _, ref := range f.Rests.Records {
		if owner := p.truth.site.PageOwner(ref); !linked[owner.String()] && owner != (record.Ref{}) {
			p.fault(f.ID, "a proof that does not lead to a record that it rests on", "", ref.String())
		}
	}
}
