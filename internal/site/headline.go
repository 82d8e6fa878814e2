package site

import (
	"fmt"
	"strings"

	"vigie/internal/content"
	"vigie/internal/value/problem"
)

// headlineRule is the name of the rule on what a headline rests on.
const headlineRule = "headline"

// headlines finds the figures that stand in a headline, an answer of the home page
// or the first paragraph of a page, and that rest on the weakest sources alone: a
// vendor, a third party about what was not read, a copy, a content farm, a program.
// One such number in a newspaper's hands ends the trust in all the others.
func (v view) headlines(d *content.Doc) problem.List {
	placed := d.Opening()
	if strings.HasPrefix(d.Key, answersKey) {
		placed = d.Figures()
	}
	var out problem.List
	for _, id := range placed {
		if f, ok := v.site.Figure(id); ok && v.site.fragile(f) {
			out = append(out, d.AtFigure(id, headlineRule, fmt.Sprintf("%s carries a headline, and rests on sources of "+
				"the weakest quality alone", id),
				"find the document itself or another source, or move the number below the first paragraph, where its doubts "+
					"are said"))
		}
	}
	return out
}
