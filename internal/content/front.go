package content

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/lang"
	"vigie/internal/problem"
)

// hiddenHint is how to mend a character that nobody sees.
const hiddenHint = "take it away, or write in its place what is meant to be read"

var frontKeys = []string{"key", "title", "description"}

// read cuts a file into its front matter and its body.
func read(src []byte, file string) (*Doc, problem.List) {
	if at, name := lang.Hidden(strings.ReplaceAll(string(src), "\t", " ")); at >= 0 {
		return nil, problem.List{bad(file, 1+strings.Count(string(src[:at]), "\n"), "the file holds the character "+name+", which nobody sees", hiddenHint)}
	}
	rest, opened := strings.CutPrefix(string(src), "---\n")
	head, body, closed := strings.Cut(rest, "\n---\n")
	if !opened || !closed {
		return nil, problem.List{bad(file, 1, "the file has no front matter",
			"open it with a block between two lines of ---, holding "+strings.Join(frontKeys, ", "))}
	}
	front, problems := readFront(head, file)
	if problems.Errors() > 0 {
		return nil, problems
	}
	return &Doc{Key: front["key"], keyLine: keyLine(head), File: file, Title: front["title"], Description: front["description"],
		body: []byte(body), line: strings.Count(head, "\n") + 4}, nil
}

// keyLine is the line of a file whose front matter gives its key.
func keyLine(head string) int {
	for i, l := range strings.Split(head, "\n") {
		if strings.HasPrefix(l, "key:") {
			return i + 2
		}
	}
	return 1
}

// hidden names the first character of a text that nobody sees.
func hidden(text string) string {
	_, name := lang.Hidden(text)
	return name
}

// readFront reads the keys of front matter, which starts on the second line of
// the file.
func readFront(head, file string) (map[string]string, problem.List) {
	var tree yaml.Node
	if err := yaml.Load([]byte(head), &tree); err != nil {
		return nil, problem.List{bad(file, 2, "the front matter is not YAML: "+err.Error(), "quote a text that holds a colon")}
	}
	if len(tree.Content) == 0 || tree.Content[0].Kind != yaml.MappingNode {
		return nil, problem.List{bad(file, 2, "the front matter holds no keys", "give "+strings.Join(frontKeys, ", "))}
	}
	front := map[string]string{}
	var problems problem.List
	tell := func(at *yaml.Node, message, hint string) {
		p := bad(file, at.Line+1, message, hint)
		p.Col, p.Len = at.Column, len([]rune(at.Value))
		problems = append(problems, p)
	}
	pairs := tree.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		switch {
		case !slices.Contains(frontKeys, key.Value):
			hint := "its keys are " + strings.Join(frontKeys, ", ")
			if near, ok := problem.Nearest(key.Value, frontKeys); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			tell(key, fmt.Sprintf("front matter has no key %q", key.Value), hint)
		case front[key.Value] != "":
			tell(key, fmt.Sprintf("the key %q is there twice", key.Value), "keep one of them")
		case value.Kind != yaml.ScalarNode || value.Value == "":
			tell(key, fmt.Sprintf("the key %q wants a few words", key.Value), "")
		case hidden(value.Value) != "":
			tell(value, fmt.Sprintf("the key %q holds the character %s, which nobody sees", key.Value, hidden(value.Value)), hiddenHint)
		case typed.MatchString(value.Value):
			tell(value, fmt.Sprintf("%q is a number typed by hand", typed.FindString(value.Value)),
				"titles and descriptions hold no measured number: place the figure in the body")
		default:
			front[key.Value] = value.Value
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	for _, k := range frontKeys {
		if front[k] == "" {
			problems = append(problems, bad(file, 1, fmt.Sprintf("the front matter lacks the key %q", k), ""))
		}
	}
	return front, problems
}
