package builtin

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
)

const (
	settingsFile = "config.yaml"
	baseTheme    = "themes/vigie"
)

// setting is one line of config.yaml, and the lines that mean the same today.
type setting struct {
	Line    string   `yaml:"line"`
	Unless  string   `yaml:"unless"` // a line that begins so stands in the same block already
	Becomes []string `yaml:"becomes"`
}

// settings changes the lines of config.yaml that mean something else today.
func (l *lacking) settings() error {
	raw, err := fs.ReadFile(l.builtIn, "settings.yaml")
	if err != nil {
		return err
	}
	var all []setting
	if err := yaml.Unmarshal(raw, &all); err != nil {
		return fmt.Errorf("settings.yaml: %w", err)
	}
	if l.standing(baseTheme) {
		l.leave(baseTheme, "these files lie over those of the base theme, which the program holds and which changed",
			"take the folder away, unless you changed it; then see doc/themes.md")
	}
	before, err := fs.ReadFile(l.project, settingsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	lines := strings.Split(string(before), "\n")
	for _, s := range all {
		at := lineOf(lines, s.Line)
		switch {
		case lineOf(lines, s.Becomes[len(s.Becomes)-1]) >= 0:
		case at < 0:
			l.leave(settingsFile,
				fmt.Sprintf("it has no line %q, which would become %q", s.Line, strings.Join(s.Becomes, " / ")),
				"doc/settings.md says what to write, where the site wants it")
		case s.Unless != "" &&
			slices.ContainsFunc(block(lines, at), func(line string) bool { return strings.HasPrefix(line, s.Unless) }):
		default:
			rest := strings.TrimPrefix(lines[at], s.Line)
			gained := slices.Clone(s.Becomes)
			gained[0] += rest
			lines = slices.Replace(lines, at, at+1, gained...)
		}
	}
	if after := strings.Join(lines, "\n"); after != string(before) {
		l.plan.Files = append(l.plan.Files, corpus.Rewrite{Path: settingsFile, Content: []byte(after)})
	}
	return nil
}

// block is the lines around one that are indented as it is.
func block(lines []string, at int) []string {
	from, to := at, at+1
	for from > 0 && strings.HasPrefix(lines[from-1], " ") {
		from--
	}
	for to < len(lines) && strings.HasPrefix(lines[to], " ") {
		to++
	}
	return lines[from:to]
}

// lineOf finds a line, whatever the comment at its end; -1 when it is not there.
func lineOf(lines []string, wanted string) int {
	return slices.IndexFunc(lines, func(line string) bool {
		bare, _, _ := strings.Cut(line, " #")
		return strings.TrimRight(bare, " ") == wanted
	})
}
