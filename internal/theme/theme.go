// Package theme turns typed values into HTML with the templates, words and
// assets of a theme.
//
// A theme is a folder:
//
//	words.yaml        every word of the interface, in French and English
//	columns.yaml      the words of the published tables and of their columns, likewise
//	words.<tag>.yaml  the same in another language, a word a line
//	patterns.yaml     what the program says itself, in English and in French, as its source has it
//	sentences.<tag>.yaml  the same in another language, by its English
//	templates/*.html  one template per kind of page, and the parts they share
//	assets/**         style, scripts, pictures; published under assets/
//	outlines/*.json   shapes of places, for the maps of kinds of bodies
//
// A site may put its own theme over it: files of the same name win, one by one,
// and in words.yaml and columns.yaml word by word.
// A template chooses words and order and computes nothing: it is given one typed
// struct, and asking for what that struct does not have is a problem that names
// the template's file and line.
package theme

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Theme is a loaded theme. It is safe for use by several goroutines.
type Theme struct {
	Composed

	Words     Words
	Assets    []Asset
	Outlines  map[string]Outlines // by kind of body
	templates map[lang.Lang]*template.Template
	first     lang.Lang
	assets    map[string]string // logical name → published path
	from      map[string]string // name of a file → the file of the project that it is

	names map[string]map[string][]string // by template: what it names, see namedIn

	base                       []string // names of the templates of the first layer
	addedWords, addedTemplates []stray  // what the layers above it have and it has not, see Strays
}

// InProgram opens the folder of a theme that the program holds.
const InProgram = "(in the program) "

// Layer is the folder of one theme.
type Layer struct {
	Folder string // as a person finds it: "themes/vigie"
	Files  fs.FS
}

// Load reads a theme for the languages of a site: layers are folders of themes, the base first, overrides
// after. Made are files that the program itself makes, under all of them: the
// colours of the drawings, the script that draws them anew. What is wrong in the
// files is a *Fault.
func Load(languages lang.Languages, made map[string][]byte, layers ...Layer) (*Theme, error) {
	th := &Theme{Words: Words{}, first: languages.First(), templates: map[lang.Lang]*template.Template{},
		assets: map[string]string{},
		from:   map[string]string{},
		names:  map[string]map[string][]string{}}
	files, err := th.merge(languages, made, layers)
	if err != nil {
		return nil, err
	}
	if th.Composed, err = LoadComposed(languages, layers...); err != nil {
		return nil, err
	}
	if th.Outlines, err = th.readOutlines(files); err != nil {
		return nil, err
	}
	names := slices.Sorted(maps.Keys(files))
	if err := th.publish(names, files); err != nil {
		return nil, err
	}
	for _, l := range languages {
		funcs := th.funcs(l)
		t := template.New("").Funcs(funcs).Option("missingkey=error")
		for _, name := range names {
			if base, ok := strings.CutPrefix(name, "templates/"); ok {
				if _, err := t.New(strings.TrimSuffix(base, ".html")).Parse(string(files[name])); err != nil {
					return nil, th.fault(err)
				}
			}
		}
		th.templates[l] = t
		for _, one := range t.Templates() { // before they are rendered for the first time, which rewrites them
			th.names[one.Name()] = namedIn(one.Tree)
			settle(one.Tree, funcs)
		}
	}
	return th, nil
}

// Render writes one page: the template of the given name with its typed value.
func (th *Theme) Render(l lang.Lang, name string, value any) ([]byte, error) {
	t := th.Template(l, name)
	if t == nil {
		return nil, fmt.Errorf("theme: there is no template templates/%s.html", name)
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := t.Execute(b, value); err != nil {
		return nil, th.fault(err)
	}
	return bytes.Clone(b.Bytes()), nil
}

// buffers are those in which pages were rendered, and grew.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Template is the template of the given name, to be looked at; nil when there is none.
func (th *Theme) Template(l lang.Lang, name string) *template.Template {
	return th.templates[l].Lookup(name)
}

func (th *Theme) funcs(l lang.Lang) template.FuncMap {
	return template.FuncMap{
		"word":  func(key string) (string, error) { return th.Words.In(l, key) },
		"asset": th.asset,
		"part":  th.part(l),
		"lang":  func() lang.Lang { return l },
		"fr":    func() bool { return l == lang.FR },
		// the language of the title of a source, which is that in which its observatory reads first
		"titled": func() template.HTMLAttr {
			if l == th.first {
				return ""
			}
			return template.HTMLAttr(` lang="` + th.first + `"`)
		},
		// the language of what a drawing shows of itself, where it is not that of the page
		"composed": func() template.HTMLAttr {
			if l == l.Spoken() {
				return ""
			}
			return template.HTMLAttr(` lang="` + l.Spoken() + `"`)
		},
	}
}

// part renders a template for a value that several pages share, by its pointer, once for all of them.
func (th *Theme) part(l lang.Lang) func(name string, shared any) (template.HTML, error) {
	type key struct {
		name   string
		shared any
	}
	var rendered sync.Map // by key: template.HTML
	return func(name string, shared any) (template.HTML, error) {
		if reflect.TypeOf(shared).Kind() != reflect.Pointer {
			return "", fmt.Errorf("part %q is given a %T: only what pages share, by a pointer, is rendered once", name, shared)
		}
		if known, ok := rendered.Load(key{name, shared}); ok {
			return known.(template.HTML), nil
		}
		html, err := th.Render(l, name, shared)
		if err != nil {
			return "", err
		}
		rendered.Store(key{name, shared}, template.HTML(html))
		return template.HTML(html), nil
	}
}

func (th *Theme) asset(name string) (string, error) {
	p, ok := th.assets[name]
	if !ok {
		return "", fmt.Errorf("there is no asset %q", name)
	}
	return "/" + p, nil
}

// AssetPath gives the published path of an asset.
func (th *Theme) AssetPath(name string) (string, error) { return th.asset(name) }

// merge lays the files of the layers over each other, and their words.
func (th *Theme) merge(languages lang.Languages, made map[string][]byte, layers []Layer) (map[string][]byte, error) {
	files := map[string][]byte{}
	maps.Copy(files, made)
	for i, layer := range layers {
		err := fs.WalkDir(layer.Files, ".", func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == "." {
				return fs.SkipAll
			}
			if err != nil || d.IsDir() {
				return err
			}
			if base, ok := strings.CutPrefix(name, "templates/"); ok {
				base = strings.TrimSuffix(base, ".html")
				if _, below := files[name]; i == 0 {
					th.base = append(th.base, base)
				} else if !below {
					th.addedTemplates = append(th.addedTemplates,
						stray{base, problem.Place{File: path.Join(layer.Folder, name)}})
				}
			}
			files[name], err = fs.ReadFile(layer.Files, name)
			th.from[name] = path.Join(layer.Folder, name)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("reading the theme: %w", err)
		}
		if err := th.addWords(languages, layer, i == 0); err != nil {
			return nil, err
		}
	}
	last := strings.TrimPrefix(layers[len(layers)-1].Folder, InProgram) // where a project adds its own
	return files, th.Words.settle(languages, func(l lang.Lang) string {
		if slices.Contains(lang.Composed(), l) {
			return path.Join(last, wordsFile)
		}
		return path.Join(last, ownWordsFile(l))
	})
}

// addWords lays the words of a layer over those of the layers below.
func (th *Theme) addWords(languages lang.Languages, layer Layer, first bool) error {
	for _, name := range []string{wordsFile, columnsFile} {
		words, err := fs.ReadFile(layer.Files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		below := maps.Clone(th.Words)
		if err == nil {
			err = th.Words.add(languages, th.from[name], words)
		}
		for _, k := range slices.Sorted(maps.Keys(th.Words)) {
			if _, known := below[k]; !known && !first {
				th.addedWords = append(th.addedWords,
					stray{k, problem.Place{File: th.from[name], Line: lineOf(words, k), Col: 1}})
			}
		}
		if err != nil {
			return err
		}
	}
	for _, l := range languages {
		words, err := fs.ReadFile(layer.Files, ownWordsFile(l))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = th.Words.addOwn(l, th.from[ownWordsFile(l)], words)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
