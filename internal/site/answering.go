package site

import "strings"

// rule is what content makes of a thematic break (---).
const rule = "<hr>\n"

// answering starts the page of a section that opens with its answer. The answer is what its
// prose says above the first line of ---, or else what the home page answers to the same
// question; what the prose says below is method and reserves, which stand folded at the end.
func (v view) answering(section, template string, body any) Page {
	title, lead, prose := v.intro(section)
	p := v.page(section, template, title, lead, body)
	opening, reserves, parted := strings.Cut(string(prose), rule)
	if parted {
		p.Opening, p.Reserves = Prose(opening), Prose(reserves)
	} else {
		p.Opening, p.Reserves = v.answerOf(section), prose
	}
	return p
}

// answerOf is the answer that the home page gives to the question of a section; empty when
// it gives none.
func (v view) answerOf(section string) Prose {
	for _, d := range v.site.Content.Docs(v.l) {
		if rest, ok := strings.CutPrefix(d.Key, answersKey); ok {
			if _, of, _ := strings.Cut(rest, "-"); of == section {
				return v.prose(d.Key)
			}
		}
	}
	return ""
}
