// Package frenchcase knows the words of the French case: bodies, schemes, contracts,
// registers and laws that no other observatory has. Tests look for them where they
// have no place: in the engine, and in what it makes of another country.
//
//	frenchcase.Found("Registered under SIREN 005520046")   // ["SIREN"]
package frenchcase

import (
	"regexp"
	"slices"
)

// words are whole words, in whatever case, or the beginning of the names of keys
// and columns (siren_source); those whose letters are common words elsewhere are
// looked for as France writes them.
var words = regexp.MustCompile(`(?i:ugap|nubo|secnum(?:cloud)?|anssi|dinum|boamp|crpa|dgfip|etalab-2|cloud au centre|french state|french law|légifrance|legifrance|data\.gouv)` +
	`|(?i:\b(?:siren|siret|cada|insee|decp|préfet|préfecture|prefect)(?:\b|_))` +
	`|[Ll]['’]État\b|\b[Mm]inistère|\bConseil d['’]État|\bPremier ministre`)

// Found lists the words of the French case in a text, each once, in order.
func Found(text string) []string {
	found := words.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}
