package builtin

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/corpus"
	"vigie/internal/record"
)

const contentFolder = "content"

// fronts adds to the prose of the first language the front matter that its page lacks.
func (l *lacking) fronts() error {
	raw, err := fs.ReadFile(l.builtIn, "front.yaml")
	if err != nil {
		return err
	}
	var pages map[string]yaml.Node
	if err := yaml.Unmarshal(raw, &pages); err != nil {
		return fmt.Errorf("front.yaml: %w", err)
	}
	folder := path.Join(contentFolder, string(l.languages.First()))
	if !l.standing(folder) {
		return nil
	}
	return fs.WalkDir(l.project, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		content, err := fs.ReadFile(l.project, name)
		if err != nil {
			return err
		}
		head, body, ok := strings.Cut(string(content), "\n---\n")
		was := frontOf(head)
		if !ok || was == nil || was["key"] == nil {
			return nil // what is wrong with it is found when it is read
		}
		page, ok := pages[was["key"].Value]
		if !ok {
			return nil
		}
		if added := l.lines(name, &page, was); added != "" {
			l.plan.Files = append(l.plan.Files,
				corpus.Rewrite{Path: name, Content: []byte(head + "\n" + added + "---\n" + body)})
		}
		return nil
	})
}

// frontOf reads the keys of front matter; nil when it is none.
func frontOf(head string) map[string]*yaml.Node {
	text, ok := strings.CutPrefix(head, "---\n")
	root := map[string]*yaml.Node{}
	var document yaml.Node
	if !ok || yaml.Unmarshal([]byte(text), &document) != nil || len(document.Content) == 0 ||
		document.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	pairs := document.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		root[pairs[i].Value] = pairs[i+1]
	}
	return root
}

// lines are those that a page gains: no key that it has, and no name of what the project
// does not have.
func (l *lacking) lines(file string, page *yaml.Node, was map[string]*yaml.Node) string {
	_, menu := was["menu"]
	_, footer := was["footer"]
	var out strings.Builder
	for i := 0; i+1 < len(page.Content); i += 2 {
		key, value := page.Content[i].Value, page.Content[i+1]
		if _, has := was[key]; has || (key == "menu" || key == "footer") && (menu || footer) {
			continue
		}
		if value.Kind != yaml.SequenceNode {
			fmt.Fprintf(&out, "%s: %s\n", key, value.Value)
			continue
		}
		var names, lost []string
		for _, item := range value.Content {
			if l.shows(key, item.Value) {
				names = append(names, item.Value)
			} else {
				lost = append(lost, item.Value)
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(&out, "%s: [%s]\n", key, strings.Join(names, ", "))
		}
		if len(lost) > 0 {
			l.leave(file, fmt.Sprintf("%s: is written without %s, which the project does not have", key,
				strings.Join(lost, ", ")),
				"nothing is to be mended; doc/pages.md says what a page may show")
		}
	}
	return out.String()
}

// shows: a page of the project can show a name of one of its lists.
func (l *lacking) shows(key, name string) bool {
	kind, ok := map[string]record.Kind{"charts": record.Indicators, "series": record.SeriesKind,
		"commitments": record.Commitments}[key]
	if !ok {
		return true // a notice is of the program
	}
	if begins, open := strings.CutSuffix(name, "*"); open {
		return slices.ContainsFunc(l.has.IDs(kind), func(id string) bool { return strings.HasPrefix(id, begins) })
	}
	return l.knows(kind, name)
}
