// Package content reads the prose of the site: Markdown files under content/fr,
// content/en and so on, a folder for each of its languages, whose folders are addresses.
//
// Each file opens with front matter between two lines of "---":
//
//	key: method
//	title: Méthode
//	description: Comment chaque nombre est trouvé, compté et vérifié.
//
// The key names the page in every language. Front matter also says how a page is
// made, what it shows and where it stands: see Page, and doc/pages.md. A figure or a chart is placed by
// name and never typed; a chart stands alone in its paragraph:
//
//	En 2024, {figure:orders-per-year/2024} ont été commandés.
//
//	{chart:orders}
//
// A name that does not exist is a problem with its line, and so is a number typed
// by hand beside a unit that the data measure. Raw HTML is not let through.
// Headings and terms of definition lists have an anchor made of their words, and
// French is written with plain spaces: the site sets the no-break ones.
package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Doc is one prose file.
type Doc struct {
	Key         string
	Lang        lang.Lang
	Address     string // "methode" for content/fr/methode.md
	File        string // from the project, for problems
	Title       string
	Description string
	Label       string        // what menus call it; empty to leave that to the theme, or to the title
	KeyAt       problem.Place // where its key is written
	Page        *Page         // what is the same in every language
	front       front
	body        []byte
	line        int // line of the file at which the body starts
}

// Content is all prose, by language and key.
type Content struct {
	languages lang.Languages
	docs      map[lang.Lang]map[string]*Doc
	pages     []*Page            // by key
	places    map[string][]*Page // in the menu and in the footer, in their order
	whole     bool               // no file was left out
}

// Doc gives the prose of a key; nil when there is none.
func (c *Content) Doc(l lang.Lang, key string) *Doc {
	if c == nil {
		return nil
	}
	return c.docs[l][key]
}

// InEveryLanguage lists the prose of a key, one file per language that has it.
func (c *Content) InEveryLanguage(key string) []*Doc {
	if c == nil {
		return nil
	}
	var out []*Doc
	for _, l := range c.languages {
		if d := c.Doc(l, key); d != nil {
			out = append(out, d)
		}
	}
	return out
}

// Whole says that no file was left out, for what is wrong in it.
func (c *Content) Whole() bool { return c.whole }

// Docs lists the prose of a language by key.
func (c *Content) Docs(l lang.Lang) []*Doc {
	if c == nil {
		return nil
	}
	var out []*Doc
	for _, d := range c.docs[l] {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b *Doc) int { return strings.Compare(a.Key, b.Key) })
	return out
}

// Load reads the prose under root of fsys, a folder for each language of the site.
// What is wrong in a file is reported, and the file left out.
func Load(fsys fs.FS, root string, languages lang.Languages) (*Content, problem.List, error) {
	c := &Content{languages: languages, docs: map[lang.Lang]map[string]*Doc{}}
	var problems problem.List
	for _, l := range languages {
		c.docs[l] = map[string]*Doc{}
		base := path.Join(root, string(l))
		if _, err := fs.Stat(fsys, base); errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, bad(base, 0, fmt.Sprintf("the site has the language %q, and no prose in it", l),
				"write its pages in this folder, or take it out of languages in config.yaml"))
			continue
		}
		err := fs.WalkDir(fsys, base, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || path.Ext(name) != ".md" {
				return err
			}
			src, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			d, found := read(src, name)
			problems = append(problems, found...)
			if d == nil {
				return nil
			}
			d.Lang = l
			d.Address = strings.TrimSuffix(strings.TrimPrefix(name, base+"/"), ".md")
			if first := c.docs[l][d.Key]; first != nil {
				problems = append(problems,
					bad(name, 2, fmt.Sprintf("the key %q is already that of %s", d.Key, first.File), "give each page its own key"))
				return nil
			}
			c.docs[l][d.Key] = d
			return nil
		})
		if err != nil {
			return nil, nil, fmt.Errorf("reading the prose: %w", err)
		}
	}
	c.whole = len(problems) == 0
	problems = append(problems, c.join()...)
	if c.whole { // a page that was left out is not a page without translation
		problems = append(problems, c.untranslated()...)
	}
	problems.Sort()
	return c, problems, nil
}

// untranslated reports the pages that exist in one language only.
func (c *Content) untranslated() problem.List {
	var out problem.List
	for _, l := range c.languages {
		for _, o := range c.languages {
			for _, d := range c.Docs(l) {
				if c.docs[o][d.Key] == nil {
					out = append(out,
						bad(d.File, 1, fmt.Sprintf("the page %q has no %s version", d.Key, o),
							"write it under content/"+string(o)+" with the same key"))
				}
			}
		}
	}
	return out
}

func bad(file string, line int, message, hint string) problem.Problem {
	return problem.Problem{Place: problem.Place{File: file, Line: line, Col: 1}, Severity: problem.Error,
		Rule: "prose", Message: message, Hint: hint}
}
