package verify

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Unknown says that nothing bears a name, and what may have been meant.
type Unknown struct {
	Name string
	Near string // empty when nothing is near
	Page bool   // it was taken for the address of a page
}

// Error gives the name and the nearest one.
func (u Unknown) Error() string {
	what := "figure, claim or series"
	if u.Page {
		what = "page"
	}
	if u.Near == "" {
		return fmt.Sprintf("there is no %s %q", what, u.Name)
	}
	return fmt.Sprintf("there is no %s %q; did you mean %s?", what, u.Name, u.Near)
}

// Explanation is what is behind a name: one chain for a figure or claim, one for
// each figure of a series or page, in its order.
type Explanation struct {
	Of     string  `json:"of"`
	Page   string  `json:"page,omitempty"` // address, when it is a page
	Chains []Chain `json:"figures"`
	Made   []Made  `json:"made_from,omitempty"` // what a page was made from, by kind and name
}

// Made is a thing that a page was made from.
type Made struct {
	Kind string `json:"kind"` // a kind of records, figures, words, content, templates…
	Name string `json:"name"` // "*" stands for every thing of the kind
	Use  string `json:"use"`  // shown, named or read: what stands on the page, what it leads to, what was read to make it
}

// Explain follows a figure, a claim, a series, the date or state of a record
// ("commitments/…"), a page or a URL down to documents; a
// number ("51.6", "51,6 M€") stands for the figures that show it. A page is read in
// the built site; for the others there need not be one.
func Explain(ctx context.Context, o Options, target string, l lang.Lang) (Explanation, error) {
	t, err := readData(ctx, o)
	if err != nil {
		return Explanation{}, err
	}
	if address, ok := pageAddress(target, o.Config.BaseURL); ok {
		return t.explainPage(o.Site, target, address)
	}
	out := Explanation{Of: target}
	name := strings.TrimPrefix(target, "figures/")
	switch claim := t.data.Claim(strings.TrimPrefix(strings.TrimPrefix(name, "claims/"), "claim/")); {
	case t.figures[name].ID != "":
		out.Chains = []Chain{t.chain(t.figures[name], l)}
	case t.gone[name].Figure.ID != "":
		out.Chains = []Chain{t.chain(t.gone[name].Figure, l)}
	case claim != nil:
		out.Chains = []Chain{t.chain(claim.Figure(), l)}
	default:
		if chain, known := t.standing(name, l); known {
			out.Chains = []Chain{chain}
			return out, nil
		}
		series := strings.TrimPrefix(name, string(record.SeriesKind)+"/")
		if s := t.data.SeriesByID(series); s != nil {
			for _, p := range s.Points {
				out.Chains = append(out.Chains, t.chain(p.Figure, l))
			}
			return out, nil
		}
		if out.Chains = t.worth(name, l); len(out.Chains) > 0 {
			return out, nil
		}
		near, ok := problem.Nearest(name, t.names())
		if page := "/" + name + "/"; !ok && isPage(o.Site, page) {
			near = page
		}
		return out, Unknown{Name: target, Near: near}
	}
	return out, nil
}

// worth gives the figures of sources and calculations whose words hold a number, as
// it is written in either language.
func (t *truth) worth(number string, l lang.Lang) []Chain {
	number = plain(number)
	if !hasDigit(number) {
		return nil
	}
	comma := strings.Replace(number, ".", ",", 1)
	var out []Chain
	for _, id := range slices.Sorted(maps.Keys(t.figures)) {
		f := t.figures[id]
		if strings.HasPrefix(id, "indicator/") || !f.Known() {
			continue
		}
		for _, words := range []string{plain(f.Text(lang.FR)), plain(f.Text(lang.EN)), f.Exact()} {
			if take(words, number) != words || take(words, comma) != words {
				out = append(out, t.chain(f, l))
				break
			}
		}
	}
	return out
}

// names are all that can be explained by its name.
func (t *truth) names() []string {
	out := slices.Sorted(maps.Keys(t.figures))
	for _, c := range t.data.Claims {
		out = append(out, c.ID)
	}
	for _, s := range t.data.Series {
		out = append(out, s.ID)
	}
	return out
}

// explainPage follows each figure of a page, in the order of the page, once each;
// of a claim's anchor, that claim alone.
func (t *truth) explainPage(built fs.FS, target, address string) (Explanation, error) {
	l := t.site.Config.Languages.Of(address)
	out := Explanation{Of: target, Page: address}
	whole, fragment, _ := strings.Cut(address, "#")
	if c := t.data.Claim(fragment); c != nil && fragment != "" {
		out.Chains = []Chain{t.chain(c.Figure(), l)}
		return out, nil
	}
	if !strings.HasSuffix(whole, "/") && !strings.HasSuffix(whole, ".html") {
		whole += "/"
	}
	if _, err := siteDay(built); err != nil {
		return out, err
	}
	whole, ok := pageOf(built, t.site.Config.Languages, whole)
	if !ok {
		return out, Unknown{Name: target, Near: nearPage(built, t.site.Config.Languages, whole), Page: true}
	}
	out.Page = whole
	content, err := fs.ReadFile(built, fileOf(whole))
	if err != nil {
		return out, fmt.Errorf("page %s: %w", whole, err)
	}
	doc, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return out, fmt.Errorf("page %s: %w", whole, err)
	}
	seen := map[string]bool{}
	for _, n := range all(doc, func(*html.Node) bool { return true }) {
		id, ok := attr(n, "data-proof")
		if !ok {
			id, ok = attr(n, "data-figure")
		}
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		if f, known := t.shown(id); known {
			out.Chains = append(out.Chains, t.chain(f, l))
		}
	}
	out.Made = t.madeFrom(whole)
	return out, nil
}

// madeFrom plans the pages until that of an address, and lists what it was made from, by
// kind and name.
func (t *truth) madeFrom(address string) []Made {
	var out []Made
	for p := range t.site.Pages() {
		if p.Address != address {
			continue
		}
		for thing, use := range p.Trace().All() {
			how := "read"
			switch {
			case use&(trace.Shown|trace.Judged) != 0:
				how = "shown"
			case use&trace.Named != 0:
				how = "named"
			}
			out = append(out, Made{thing.Of, thing.ID, how})
		}
		break
	}
	return out
}
