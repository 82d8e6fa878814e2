package record

import (
	"slices"

	"vigie/internal/value/quantity"
)

// Words that have no type of their own.
var (
	allowedWords  = []string{"yes", "no", "disputed"}
	listedWords   = []string{"yes", "no", "provider-only", "replaced"}
	senses        = []string{"reach", "stay-under"}
	drawings      = []string{"lines", "columns", "rows", "stacked-columns", "stacked-rows"}
	rowSpans      = []string{"year", "month"}
	keptWords     = []string{"yes", "no", "partly"}
	recipeFormats = []string{"html", "table", "json", "csv", "xlsx"}
	fieldForms    = []string{"text", "date", "number", "boolean", "code", "list"}
)

// ClosedLists gives every closed list of words of the engine: by type ("record.Reason"),
// or by field when the words have no type of their own ("record.Evidence.kept").
// Reading, the JSON Schemas and doc/format.md all take their lists here; those of the
// world that a site follows are its vocabularies (WorldLists).
func ClosedLists() map[string][]string {
	return map[string][]string{
		"record.TierRole":           words(TierRoles()),
		"record.TierOrigin":         words(TierOrigins()),
		"record.TierGap":            words(TierGaps()),
		"record.Reason":             words(Reasons()),
		"record.MigrationStatus":    words(MigrationStatuses()),
		"record.Dating":             words([]Dating{Documented, Dated}),
		"record.HostQualification":  words(HostQualifications()),
		"record.QualificationStage": words([]QualificationStage{InProgress, Granted}),
		"record.CorrectionKind":     words(CorrectionKinds()),
		"record.CorrectionState":    words(CorrectionStates()),
		"record.Cadence":            words(Cadences()),
		"record.Cause":              words(Causes()),
		"record.Answer":             words(Answers()),
		"record.Computing":          words(Computings()),
		"record.RequestStepMeaning": words(RequestStepMeanings()),
		"record.NumberCheck":        words(NumberChecks()),
		"quantity.Kind": words([]quantity.Kind{quantity.Money, quantity.Percent, quantity.Count,
			quantity.Duration, quantity.Storage, quantity.Ratio}),
		"quantity.Stage":        words(quantity.Stages()),
		"quantity.Tax":          words(quantity.Taxes()),
		"quantity.Accumulation": words(quantity.Accumulations()),

		"record.Control.extent":        Extents(),
		"record.Indicator.drawing":     drawings,
		"record.IndicatorLine.role":    LineRoles(),
		"record.RowCount.by":           rowSpans,
		"record.RecordCount.through":   []string{"year"},
		"record.RecordCount.total":     []string{"fitting", "all", "unknown"},
		"record.Kind":                  words(Kinds()),
		"record.IdentifierBearer.kind": words(Bearers()),
		"record.Handling.allowed":      allowedWords,
		"record.Listing.listed":        listedWords,
		"record.Word.colour":           TierColours(),
		"record.Resolution.rule":       ResolutionRules(),
		"record.TargetValue.sense":     senses,
		"record.Evidence.kept":         keptWords,
		"record.Contradiction.nature":  Natures(),
		"record.Recipe.format":         recipeFormats,
		"record.RecipeField.as":        fieldForms,
		"record.FlowStage.role":        LineRoles(),
	}
}

// RecipeFormats lists the formats that a recipe can read.
func RecipeFormats() []string { return slices.Clone(recipeFormats) }

// FieldForms lists what a field of a recipe may be read as.
func FieldForms() []string { return slices.Clone(fieldForms) }

func words[W ~string](list []W) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
