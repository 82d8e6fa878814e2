package smallproject

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"
)

// Speaking is a project in other languages, of which the first stands at the root:
// what it is written in beyond these is taken away, and what is not written in one is
// its English between brackets that open with the tag of the language. The words of
// the interface in such a language are a file of the theme.
func Speaking(t testing.TB, files fstest.MapFS, languages ...string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for name, f := range files {
		if !strings.HasPrefix(name, "content/") {
			out[name] = f
		}
		collected := strings.HasPrefix(name, "data/collected/") // written by program, as it was then
		if strings.HasPrefix(name, "data/") && !collected && path.Ext(name) == ".yaml" || name == "config.yaml" {
			out[name] = &fstest.MapFile{Data: spoken(t, f.Data, languages)}
		}
	}
	out["config.yaml"].Data = append(out["config.yaml"].Data, "languages: ["+strings.Join(languages, ", ")+"]\n"...)
	for _, l := range languages {
		maps.Copy(out, prose(files, l, languages))
		if l != "fr" && l != "en" {
			out["themes/vigie/words."+l+".yaml"] = &fstest.MapFile{Data: words(t, files["themes/vigie/words.yaml"].Data, l)}
		}
	}
	return out
}

// as is an English text as the made-up writing of another language.
func as(l, english string) string { return "[" + l + "] " + english }

// spoken writes the texts of a file in other languages.
func spoken(t testing.TB, data []byte, languages []string) []byte {
	t.Helper()
	var tree yaml.Node
	if err := yaml.Load(data, &tree); err != nil {
		t.Fatal(err)
	}
	translate(&tree, languages)
	out, err := yaml.Dump(&tree)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func translate(n *yaml.Node, languages []string) {
	written := map[string]*yaml.Node{}
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		written[n.Content[i].Value] = n.Content[i+1]
	}
	if written["fr"] == nil || written["en"] == nil {
		for i, below := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 1 && n.Content[i-1].Value == "address" {
				addressed(below, languages)
			} else {
				translate(below, languages)
			}
		}
		return
	}
	n.Content = nil
	for _, l := range languages {
		text := written[l]
		if text == nil {
			other := *written["en"]
			other.Value, other.Style = as(l, other.Value), yaml.DoubleQuotedStyle
			text = &other
		}
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: l}, text)
	}
}

// addressed gives an address to each language that lacks one: the English one.
func addressed(n *yaml.Node, languages []string) {
	translate(n, languages)
	for _, below := range n.Content {
		if _, english, made := strings.Cut(below.Value, "] "); made {
			below.Value = english
		}
	}
}

// prose is the prose of a language. Where a site does not have French, its first
// language says what French said of each page beside its words.
func prose(files fstest.MapFS, l string, languages []string) fstest.MapFS {
	from := l
	if l != "fr" {
		from = "en"
	}
	said := map[string][]string{}
	if !slices.Contains(languages, "fr") && l == languages[0] {
		for name, f := range files {
			if strings.HasPrefix(name, "content/fr/") {
				key, rest := placing(f.Data)
				said[key] = rest
			}
		}
	}
	out := fstest.MapFS{}
	for name, f := range files {
		rest, ok := strings.CutPrefix(name, "content/"+from+"/")
		if !ok {
			continue
		}
		key, own := placing(f.Data)
		data := f.Data
		if len(own) == 0 && len(said[key]) > 0 {
			data = bytes.Replace(data, []byte("---\n"), []byte("---\n"+strings.Join(said[key], "\n")+"\n"), 1)
		}
		if l != from {
			data = titled(data, l)
		}
		out["content/"+l+"/"+rest] = &fstest.MapFile{Data: data}
	}
	return out
}

// titled writes the title of a page in a made-up language.
func titled(data []byte, l string) []byte {
	before, after, _ := strings.Cut(string(data), "\ntitle: ")
	title, rest, _ := strings.Cut(after, "\n")
	title = strings.NewReplacer(`"`, "", "'", "’").Replace(title)
	return []byte(before + "\ntitle: '" + as(l, title) + "'\n" + rest)
}

// placing is the key of a page, and the lines of its front matter beside its words.
func placing(page []byte) (key string, lines []string) {
	head, _, _ := strings.Cut(strings.TrimPrefix(string(page), "---\n"), "\n---\n")
	for line := range strings.Lines(head) {
		line = strings.TrimSuffix(line, "\n")
		switch name, value, _ := strings.Cut(line, ": "); name {
		case "key":
			key = value
		case "title", "description", "label":
		default:
			lines = append(lines, line)
		}
	}
	return key, lines
}

// words are the words of the interface in a made-up language.
func words(t testing.TB, data []byte, l string) []byte {
	t.Helper()
	all := map[string]struct{ FR, EN string }{}
	if err := yaml.Load(data, &all); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for key, w := range all {
		out[key] = as(l, w.EN)
		if strings.HasPrefix(key, "folder.") { // it stands in addresses
			out[key] = l + "-" + w.EN
		}
	}
	file, err := yaml.Dump(out)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
