package theme

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// patternsFile lists what the program says itself, in English and in French; a test of
// internal/test/format holds it equal to the source.
const patternsFile = "patterns.yaml"

// sentencesFile holds these patterns in another language.
func sentencesFile(l lang.Lang) string { return "sentences." + string(l) + ".yaml" }

// Composed is what the program says itself.
type Composed struct {
	Patterns  []lang.Text    // in French and English
	Sentences lang.Sentences // in the languages of the site that the program does not compose in

	files map[lang.Lang]string // where the sentences of a language stand, or belong
}

// LoadComposed reads the list of the program, which the first layer has, and the sentences
// of each layer in the languages of a site.
func LoadComposed(languages lang.Languages, layers ...Layer) (Composed, error) {
	c := Composed{Sentences: lang.Sentences{}, files: map[lang.Lang]string{}}
	if err := c.readPatterns(layers[0]); err != nil {
		return c, err
	}
	for _, l := range languages.Beyond() {
		last := strings.TrimPrefix(layers[len(layers)-1].Folder, InProgram)
		c.files[l] = path.Join(last, sentencesFile(l))
		c.Sentences[l] = map[string]string{}
		for _, layer := range layers {
			if err := c.addSentences(l, layer); err != nil {
				return c, err
			}
		}
	}
	return c, nil
}

func (c *Composed) readPatterns(layer Layer) error {
	src, err := fs.ReadFile(layer.Files, patternsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	nodes, err := pairs(patternsFile, src)
	for i := 0; i+1 < len(nodes); i += 2 {
		c.Patterns = append(c.Patterns, lang.Say(nodes[i+1].Value, nodes[i].Value))
	}
	return err
}

// addSentences lays the sentences of a layer in a language over those of the layers below.
func (c *Composed) addSentences(l lang.Lang, layer Layer) error {
	src, err := fs.ReadFile(layer.Files, sentencesFile(l))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	file := path.Join(layer.Folder, sentencesFile(l))
	nodes, err := pairs(file, src)
	if err != nil {
		return err
	}
	c.files[l] = file
	for i := 0; i+1 < len(nodes); i += 2 {
		if fault := c.translated(nodes[i].Value, nodes[i+1]); fault != "" {
			return &Fault{Place: problem.Place{File: file, Line: nodes[i].Line, Col: nodes[i].Column}, Message: fault}
		}
		if nodes[i+1].Value != "" {
			c.Sentences[l][nodes[i].Value] = nodes[i+1].Value
		}
	}
	return nil
}

// translated says what is wrong with a pattern in another language; one without words is
// not translated yet.
func (c *Composed) translated(english string, n *yaml.Node) string {
	if !slices.ContainsFunc(c.Patterns, func(p lang.Text) bool { return p.EN == english }) {
		fault := fmt.Sprintf("the program has no sentence %q", english)
		if near, ok := problem.Nearest(english, texts(c.Patterns)); ok {
			fault += fmt.Sprintf("; did you mean %q?", near)
		}
		return fault
	}
	words := n.Value
	if n.Kind != yaml.ScalarNode {
		return fmt.Sprintf("%q wants one pattern", english)
	}
	if words == "" {
		return ""
	}
	if _, name := lang.Hidden(words); name != "" {
		return fmt.Sprintf("%q holds the character %s, which nobody sees", words, name)
	}
	if strings.Count(words, "{") != strings.Count(words, "}") {
		return fmt.Sprintf("%q has a brace without its other one", words)
	}
	if found, want := set(words), set(english); !slices.Equal(found, want) {
		return fmt.Sprintf("%q has the slots %s; %q has %s", words, listed(found), english, listed(want))
	}
	for _, edge := range []func(string, string) bool{strings.HasPrefix, strings.HasSuffix} {
		if edge(words, " ") != edge(english, " ") {
			return fmt.Sprintf("%q and %q do not open and end with the same spaces", words, english)
		}
	}
	return ""
}

// Untranslated are the patterns of the program that have no words in a language.
func (c *Composed) Untranslated(l lang.Lang) []lang.Text {
	return slices.DeleteFunc(slices.Clone(c.Patterns), func(p lang.Text) bool {
		_, ok := c.Sentences.Pattern(l, p.EN)
		return ok
	})
}

// InEnglish warns, once for each language of the site, that some sentences stand in
// English there.
func (c *Composed) InEnglish(languages lang.Languages) problem.List {
	var out problem.List
	for _, l := range languages.Beyond() {
		lacking := len(c.Untranslated(l))
		if lacking == 0 {
			continue
		}
		out = append(out, problem.Problem{Place: problem.Place{File: c.files[l]}, Severity: problem.Warning,
			Rule: "sentences", Message: fmt.Sprintf(
				"%d of the %d sentences of the program have no words in %q: where they are shown, they stand in "+
					"English", lacking, c.worded(), l),
			Hint: fmt.Sprintf("vigie sentences %s prints this file, to be filled in: doc/themes.md", l)})
	}
	return out
}

// worded is how many patterns have words to be translated.
func (c *Composed) worded() int {
	n := 0
	for _, p := range c.Patterns {
		if lang.Wordy(p.EN) {
			n++
		}
	}
	return n
}

// WriteSentences writes the file of the sentences in a language, with those that are there
// and the others to be filled in, each under its French.
func (c *Composed) WriteSentences(w io.Writer, l lang.Lang) error {
	_, err := fmt.Fprintf(w, "# What the program says itself, in the language %q: %s\n"+
		"# Words in braces stay as they are, in any order. What is left empty stands in English.\n", l, c.files[l])
	for _, p := range c.Patterns {
		if err == nil && lang.Wordy(p.EN) {
			_, err = fmt.Fprintf(w, "\n# %s\n%s: %s\n", p.FR, quoted(p.EN), quoted(c.Sentences[l][p.EN]))
		}
	}
	return err
}

// WritePatterns writes the list of the program.
func WritePatterns(w io.Writer, patterns []lang.Text) error {
	_, err := fmt.Fprint(w, "# What the program says itself, in English and in French, as its source has it. "+
		"This list is\n# made (go test ./internal/test/format -update) and changes nothing: the words of another language\n"+
		"# stand in sentences.<tag>.yaml, which \"vigie sentences <tag>\" prints to be filled in (doc/themes.md).\n")
	for _, p := range patterns {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s: %s\n", quoted(p.EN), quoted(p.FR))
		}
	}
	return err
}

// quoted is a text between double quotes, on one line, as YAML and JSON alike write it.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // of a string, to memory
	return strings.TrimSuffix(b.String(), "\n")
}

// pairs are the keys and the values of a file that is one mapping.
func pairs(file string, src []byte) ([]*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Load(src, &doc); err != nil {
		return nil, &Fault{Place: problem.Place{File: file}, Message: err.Error()}
	}
	if doc.Kind == 0 || len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return nil, &Fault{Place: problem.Place{File: file, Line: root.Line, Col: root.Column},
			Message: "wants a mapping: each English sentence of the program with its own"}
	}
	return root.Content, nil
}

func set(pattern string) []string {
	names := lang.Slots(pattern)
	slices.Sort(names)
	return slices.Compact(names)
}

func listed(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "}, {") + "}"
}

func texts(patterns []lang.Text) []string {
	out := make([]string, len(patterns))
	for i, p := range patterns {
		out[i] = p.EN
	}
	slices.Sort(out)
	return out
}
