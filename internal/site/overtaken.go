package site

import (
	"slices"
	"strings"

	"vigie/internal/collected/prevail"
	"vigie/internal/dataset"
)

// OvertakenView is what a list has that another collected source, which prevails
// over it, has too.
type OvertakenView struct {
	List, By Link
	Lines    []OvertakenLine
}

// OvertakenLine is a line of the list with what stands under that name in the
// source that prevails.
type OvertakenLine struct {
	Name string
	By   string
	Same bool // the very same thing; otherwise only the body is the same
}

// overtaken compares a list with the source that it yields to; nil unless both are
// held and have something in common.
func (v view) overtaken(s *dataset.Source) *OvertakenView {
	over := v.prevailing(s)
	if over == nil {
		return nil
	}
	v.note(0, rowsOf(s.ID), rowsOf(over.ID))
	out := &OvertakenView{List: v.sourceLink(s.ID), By: v.sourceLink(over.ID)}
	for _, l := range prevail.Overtaken(s.Collected, over.Collected) {
		line := OvertakenLine{Name: named(l.Name), Same: l.Same}
		var by []string
		for _, name := range l.By {
			by = append(by, named(name))
		}
		line.By = strings.Join(by, ", ")
		out.Lines = append(out.Lines, line)
	}
	if len(out.Lines) == 0 {
		return nil
	}
	return out
}

// prevailing is the source that prevails over a list; nil unless both are held.
func (v view) prevailing(s *dataset.Source) *dataset.Source {
	if s.Collected == nil || s.Collect == nil || s.Collect.YieldsTo == "" {
		return nil
	}
	i := slices.IndexFunc(v.site.Data.Sources,
		func(o *dataset.Source) bool { return o.ID == s.Collect.YieldsTo && o.Collected != nil })
	if i < 0 {
		return nil
	}
	return v.site.Data.Sources[i]
}

// overtakenQualifications are the lists of qualifications in progress of which the
// official list has overtaken some lines.
func (v view) overtakenQualifications() []*OvertakenView {
	var out []*OvertakenView
	for _, s := range v.site.Data.Sources {
		if over := v.prevailing(s); over != nil && over == v.site.Data.List {
			if o := v.overtaken(s); o != nil {
				out = append(out, o)
			}
		}
	}
	return out
}

// named is the name of a collected row, as far as its source gives it.
func named(title []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(title), func(part string) bool { return part == "" }), " — ")
}
