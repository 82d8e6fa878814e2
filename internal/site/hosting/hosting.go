// Package hosting is the one table of what a host answers with, beside the bytes of a
// file: which headers an address has, and the media type of a file by its name.
//
// The site makes the table, and writes it down for each kind of host. Whoever publishes
// a built site reads it back from the file _headers, so that a store of objects, nginx
// and Caddy answer alike.
//
//	rules, err := hosting.Parse(headers)       // the file _headers of a built site
//	rules.For("/embed/adoption/index.html")    // the headers of that address
package hosting

import (
	"fmt"
	"slices"
	"strings"
)

// File is where the table stands in a built site, in the form that Netlify and
// Cloudflare Pages read.
const File = "_headers"

// Header is one header of an answer.
type Header struct{ Name, Value string }

// CacheControl names the header that says for how long an answer may be kept.
const CacheControl = "Cache-Control"

// ContentType names the header that says what the bytes of an answer are.
const ContentType = "Content-Type"

// PageCache is the Cache-Control of what no rule gives one: kept for five minutes, and
// shown for a day at most while the new one is fetched. Hosts that read _headers have
// their own for it, which ends when a site is published.
const PageCache = "public, max-age=300, stale-while-revalidate=86400"

// Rule gives headers to the addresses that a pattern covers.
type Rule struct {
	Pattern string   // an address from its slash, in which one * stands for any letters
	Back    []string // headers of former rules that it takes back
	Set     []Header
}

// Covers says whether an address is one of the rule's.
func (r Rule) Covers(address string) bool {
	before, after, open := strings.Cut(r.Pattern, "*")
	if !open {
		return address == r.Pattern
	}
	return len(address) >= len(before)+len(after) && strings.HasPrefix(address, before) &&
		strings.HasSuffix(address, after)
}

// Rules apply in their order.
type Rules []Rule

// For is what an address has by all rules that cover it, in the order in which they
// give it. A value that a later rule gives stands for the former one.
func (r Rules) For(address string) []Header {
	var out []Header
	for _, rule := range r {
		if rule.Covers(address) {
			out = rule.over(out)
		}
	}
	return out
}

// over lays the rule over what former ones gave.
func (r Rule) over(former []Header) []Header {
	out := slices.DeleteFunc(slices.Clone(former), func(h Header) bool { return slices.Contains(r.Back, h.Name) })
	for _, h := range r.Set {
		if i := slices.IndexFunc(out, func(o Header) bool { return o.Name == h.Name }); i >= 0 {
			out[i] = h
		} else {
			out = append(out, h)
		}
	}
	return out
}

// Value is that of a header in a list; empty where it is not in it.
func Value(headers []Header, name string) string {
	for _, h := range headers {
		if strings.EqualFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

// String is the table as the file _headers.
func (r Rules) String() string {
	var b strings.Builder
	for _, rule := range r {
		b.WriteString(rule.Pattern + "\n")
		for _, name := range rule.Back {
			b.WriteString("  ! " + name + "\n")
		}
		for _, h := range rule.Set {
			b.WriteString("  " + h.Name + ": " + h.Value + "\n")
		}
	}
	return b.String()
}

// Parse reads a file _headers.
func Parse(text string) (Rules, error) {
	var out Rules
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		words := strings.TrimSpace(line)
		back, isBack := strings.CutPrefix(words, "! ")
		name, value, isHeader := strings.Cut(words, ":")
		switch {
		case words == "" || strings.HasPrefix(words, "#"):
		case strings.HasPrefix(line, "/"):
			out = append(out, Rule{Pattern: line})
		case len(out) == 0:
			return nil, fmt.Errorf("%s:%d: a header before the first address", File, n)
		case isBack:
			out[len(out)-1].Back = append(out[len(out)-1].Back, strings.TrimSpace(back))
		case isHeader:
			last := &out[len(out)-1]
			last.Set = append(last.Set, Header{strings.TrimSpace(name), strings.TrimSpace(value)})
		default:
			return nil, fmt.Errorf("%s:%d: %q is neither an address nor a header", File, n, words)
		}
	}
	return out, nil
}
