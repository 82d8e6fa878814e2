package site

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/value/problem"
)

// The names that front matter may give, and the nearest to one that nothing bears.

func (c *declaredCheck) indicators() []string {
	var out []string
	for _, r := range c.site.Indicators {
		out = append(out, r.ID)
	}
	return out
}

func (c *declaredCheck) series() []string {
	var out []string
	for _, s := range c.site.Data.Every.Series {
		out = append(out, s.ID)
	}
	return out
}

func (c *declaredCheck) commitments() []string {
	var out []string
	for _, p := range c.site.Data.Every.Commitments {
		out = append(out, p.ID)
	}
	return out
}

// pageKeys are the keys of all pages that menus may name.
func (c *declaredCheck) pageKeys() []string {
	out := slices.Clone(sections)
	for _, p := range c.site.Added.Pages {
		out = append(out, p.Key)
	}
	for _, p := range c.site.Content.Pages() {
		if p.Template.ID != "" {
			out = append(out, p.Key)
		}
	}
	slices.Sort(out)
	return out
}

// hintNear asks whether the nearest name was meant; otherwise it gives another hint.
func hintNear(word string, known []string, otherwise string) string {
	if near, ok := problem.Nearest(word, known); ok {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if otherwise == "" && len(known) <= 12 {
		return "there are " + strings.Join(known, ", ")
	}
	return otherwise
}
