package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// hiddenHint is how to mend a character that nobody sees.
const hiddenHint = "take it away, or write in its place what is meant to be read"

// The keys of front matter. The words are of one language and the first three of
// them are needed; what is of the page is the same in every language (page.go).
var (
	neededKeys = []string{"key", "title", "description"}
	wordKeys   = slices.Concat(neededKeys, []string{"label"})
	listKeys   = []string{"charts", "series", "commitments", "notices"}
	placeKeys  = []string{"menu", "footer"}
	pageKeys   = slices.Concat([]string{"template"}, listKeys, placeKeys)
	frontKeys  = slices.Concat(wordKeys, pageKeys)
)

// front is what the front matter of one file holds, by key: one value for words,
// several for a list.
type front map[string][]Name

// word is the only value of a key; empty when it is not there.
func (f front) word(key string) string {
	if len(f[key]) == 0 {
		return ""
	}
	return f[key][0].ID
}

// read cuts a file into its front matter and its body.
func read(src []byte, file string) (*Doc, problem.List) {
	if at, name := lang.Hidden(strings.ReplaceAll(string(src), "\t", " ")); at >= 0 {
		return nil, problem.List{bad(file, 1+strings.Count(string(src[:at]), "\n"),
			"the file holds the character "+name+", which nobody sees", hiddenHint)}
	}
	rest, opened := strings.CutPrefix(string(src), "---\n")
	head, body, closed := strings.Cut(rest, "\n---\n")
	if !opened || !closed {
		return nil, problem.List{bad(file, 1, "the file has no front matter",
			"open it with a block between two lines of ---, holding "+strings.Join(neededKeys, ", "))}
	}
	f, problems := readFront(head, file)
	if problems.Errors() > 0 {
		return nil, problems
	}
	return &Doc{Key: f.word("key"), File: file,
		Title: f.word("title"), Description: f.word("description"), Label: f.word("label"),
		KeyAt: f["key"][0].At, front: f, body: []byte(body), line: strings.Count(head, "\n") + 4}, nil
}

// hidden names the first character of a text that nobody sees.
func hidden(text string) string {
	_, name := lang.Hidden(text)
	return name
}

// readFront reads the keys of front matter, which starts on the second line of
// the file.
func readFront(head, file string) (front, problem.List) {
	var tree yaml.Node
	if err := yaml.Load([]byte(head), &tree); err != nil {
		return nil, problem.List{bad(file, 2, "the front matter is not YAML: "+err.Error(),
			"quote a text that holds a colon")}
	}
	if len(tree.Content) == 0 || tree.Content[0].Kind != yaml.MappingNode {
		return nil, problem.List{bad(file, 2, "the front matter holds no keys", "give "+strings.Join(neededKeys, ", "))}
	}
	r := frontReader{file: file, front: front{}}
	pairs := tree.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		r.pair(pairs[i], pairs[i+1])
	}
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	for _, k := range neededKeys {
		if r.front[k] == nil {
			r.problems = append(r.problems, bad(file, 1, fmt.Sprintf("the front matter lacks the key %q", k), ""))
		}
	}
	return r.front, r.problems
}

// frontReader reads the front matter of one file.
type frontReader struct {
	file     string
	front    front
	problems problem.List
}

// pair reads a key with its value.
func (r *frontReader) pair(key, value *yaml.Node) {
	k := key.Value
	switch {
	case !slices.Contains(frontKeys, k):
		hint := "its keys are " + strings.Join(frontKeys, ", ")
		if near, ok := problem.Nearest(k, frontKeys); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		r.fault(key, fmt.Sprintf("front matter has no key %q", k), hint)
	case r.front[k] != nil:
		r.fault(key, fmt.Sprintf("the key %q is there twice", k), "keep one of them")
	case slices.Contains(listKeys, k):
		r.list(key, value)
	case slices.Contains(placeKeys, k):
		if n, err := strconv.Atoi(value.Value); err != nil || n < 1 || value.Kind != yaml.ScalarNode {
			r.fault(key, fmt.Sprintf("the key %q wants a whole number from 1 on", k),
				"pages stand in the order of these numbers, which need not follow each other")
			return
		}
		r.keep(k, value)
	case value.Kind != yaml.ScalarNode || value.Value == "":
		r.fault(key, fmt.Sprintf("the key %q wants a few words", k), "")
	case hidden(value.Value) != "":
		r.fault(value, fmt.Sprintf("the key %q holds the character %s, which nobody sees", k, hidden(value.Value)),
			hiddenHint)
	case typed.MatchString(value.Value):
		r.fault(value, fmt.Sprintf("%q is a number typed by hand", typed.FindString(value.Value)),
			"titles and descriptions hold no measured number: place the figure in the body")
	default:
		r.keep(k, value)
	}
}

// list reads the names of a list.
func (r *frontReader) list(key, value *yaml.Node) {
	if value.Kind != yaml.SequenceNode || len(value.Content) == 0 {
		r.fault(key, fmt.Sprintf("the key %q wants a list of names", key.Value),
			"write "+key.Value+": [one, another], or leave the key out")
		return
	}
	seen := map[string]bool{}
	for _, item := range value.Content {
		switch {
		case item.Kind != yaml.ScalarNode || item.Value == "":
			r.fault(item, fmt.Sprintf("the list %q holds something that is no name", key.Value), "")
		case seen[item.Value]:
			r.fault(item, fmt.Sprintf("%q is there twice", item.Value), "keep one of them")
		default:
			seen[item.Value] = true
			r.keep(key.Value, item)
		}
	}
}

func (r *frontReader) keep(key string, value *yaml.Node) {
	r.front[key] = append(r.front[key], Name{ID: value.Value, At: r.place(value)})
}

func (r *frontReader) fault(at *yaml.Node, message, hint string) {
	p := bad(r.file, 0, message, hint)
	p.Place = r.place(at)
	r.problems = append(r.problems, p)
}

func (r *frontReader) place(n *yaml.Node) problem.Place {
	return problem.Place{File: r.file, Line: n.Line + 1, Col: n.Column, Len: len([]rune(n.Value))}
}
