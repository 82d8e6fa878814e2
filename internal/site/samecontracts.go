package site

import (
	"slices"

	"vigie/internal/dataset"
)

// SameContracts are the sources that tell of the same public contracts.
type SameContracts struct {
	Sources []Link
}

// contractReaders are the readers of the essential data of public contracts.
var contractReaders = []string{"decp-tabular", "decp-bulk"}

// sameContracts lists the sources that tell of the same contracts; nil when there are
// not several.
func (v view) sameContracts() *SameContracts {
	var out SameContracts
	for _, s := range v.site.Data.Sources {
		if tellsContracts(s) {
			out.Sources = append(out.Sources, v.sourceLink(s.ID))
		}
	}
	if len(out.Sources) < 2 {
		return nil
	}
	return &out
}

func tellsContracts(s *dataset.Source) bool {
	return s.Collect != nil && slices.Contains(contractReaders, s.Collect.Reader)
}
