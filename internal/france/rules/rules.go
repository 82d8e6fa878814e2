// Package rules holds the rules of vigie check that need to know something French: the
// numbers of the register of bodies, the official geographic code, the catalogue of
// qualified services. Each stands in a file of its own, as the rules of the engine do.
package rules

import (
	"vigie/internal/check"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// All lists them, each after the rule that its field After names.
func All() []check.Rule { return []check.Rule{asCatalogued, listedTerritory} }

func both(fr, en string) lang.Text { return lang.Text{FR: fr, EN: en} }

func ref(kind record.Kind, id string) record.Ref { return record.Ref{Kind: kind, ID: id} }
