package hosting

import (
	"regexp"
	"strings"
)

// RedirectsFile is where the redirects stand in a built site, in the form that Netlify
// and Cloudflare Pages read.
const RedirectsFile = "_redirects"

// Redirect leads from addresses where nothing stands to those where it does, for good.
type Redirect struct {
	From string // an address from its slash; a * at its end stands for any letters
	To   string // an address from its slash; it goes on with what the * stood for
}

// Redirects leads an address by the first of them that covers it.
type Redirects []Redirect

// String is the table as the file _redirects.
func (r Redirects) String() string {
	var b strings.Builder
	for _, one := range r {
		to := one.To
		if strings.HasSuffix(one.From, "*") {
			to += ":splat"
		}
		b.WriteString(one.From + " " + to + " 301\n")
	}
	return b.String()
}

// expression is a pattern as a regular expression of nginx and Caddy. What a * stands for
// is its first group where that is asked for.
func expression(pattern string, group bool) string {
	before, after, open := strings.Cut(pattern, "*")
	out := "^" + regexp.QuoteMeta(before)
	if open {
		any := ".*"
		if group {
			any = "(.*)"
		}
		out += any + regexp.QuoteMeta(after)
	}
	return out + "$"
}
