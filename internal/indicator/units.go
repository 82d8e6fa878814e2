package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/value/quantity"
)

// unitOf gives a unit by its identifier; a count without words where nothing words it.
func unitOf(ds *dataset.Dataset, id string) quantity.Unit {
	if u := ds.Unit(id); u.ID != "" {
		return u
	}
	return quantity.Unit{ID: id, Kind: quantity.Count}
}
