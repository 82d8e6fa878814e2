// Package former holds what the programs before 30 November 2026 had in Go of the French
// case, as files of a project of today: package builtin brings them to a project that was
// written for one of those programs. They stay as they are: what a project of that day
// meant does not change, even where the lists in data/ of this repository do.
package former

import "embed"

// Program is what such a program held, laid out as package builtin has it.
//
//go:embed files front.yaml settings.yaml
var Program embed.FS
