package site

import (
	"slices"

	"vigie/internal/dataset"
)

// SameContracts are the sources that list the same public contracts.
type SameContracts struct {
	Sources []Link
}

// sameContracts lists the sources that list the same contracts; nil when there are
// not several.
func (v view) sameContracts() *SameContracts {
	var out SameContracts
	for _, s := range v.site.Data.Sources {
		if v.site.listsContracts(s) {
			out.Sources = append(out.Sources, v.sourceLink(s.ID))
		}
	}
	if len(out.Sources) < 2 {
		return nil
	}
	return &out
}

// listsContracts says that a source is read by one of the readers of the same contracts.
func (s *Site) listsContracts(src *dataset.Source) bool {
	return src.Collect != nil && slices.Contains(s.Added.Alike, src.Collect.Reader)
}
