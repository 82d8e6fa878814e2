package format

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
)

// Comments are what the Go sources say of the types that records are made of.
type Comments struct {
	types  map[string]string            // "record.Claim" → what it is
	fields map[string]string            // "record.Claim.id" → what it is
	words  map[string]map[string]string // "record.TierID" → "internal" → what it means
}

// Read takes the comments from the sources of some packages.
func Read(sources fs.FS, folders ...string) (Comments, error) {
	c := Comments{map[string]string{}, map[string]string{}, map[string]map[string]string{}}
	for _, folder := range folders {
		entries, err := fs.ReadDir(sources, folder)
		if err != nil {
			return c, fmt.Errorf("reading the comments of %s: %w", folder, err)
		}
		for _, e := range entries {
			if path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			name := path.Join(folder, e.Name())
			text, err := fs.ReadFile(sources, name)
			if err != nil {
				return c, fmt.Errorf("reading the comments of %s: %w", folder, err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
			if err != nil {
				return c, fmt.Errorf("reading the comments of %s: %w", folder, err)
			}
			c.learn(file)
		}
	}
	return c, nil
}

func (c Comments) learn(file *ast.File) {
	for _, d := range file.Decls {
		group, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range group.Specs {
			switch one := spec.(type) {
			case *ast.TypeSpec:
				doc := group.Doc
				if one.Doc != nil {
					doc = one.Doc
				}
				name := file.Name.Name + "." + one.Name.Name
				c.types[name] = sentence(doc, one.Name.Name)
				if s, ok := one.Type.(*ast.StructType); ok {
					c.learnFields(name, s)
				}
			case *ast.ValueSpec:
				c.learnWord(file.Name.Name, one)
			}
		}
	}
}

// learnFields takes the comments "key: what it is".
func (c Comments) learnFields(owner string, s *ast.StructType) {
	for _, f := range s.Fields.List {
		key, what, ok := strings.Cut(flat(f.Doc), ": ")
		if ok && !strings.Contains(key, " ") {
			c.fields[owner+"."+key] = what
		}
	}
}

// learnWord takes the comment at the end of the line of a constant, or the one above it.
func (c Comments) learnWord(pkg string, one *ast.ValueSpec) {
	kind, typed := one.Type.(*ast.Ident)
	comment := cmp.Or(one.Comment, one.Doc)
	if !typed || len(one.Values) != 1 || comment == nil {
		return
	}
	if word, ok := one.Values[0].(*ast.BasicLit); ok && word.Kind == token.STRING {
		name := pkg + "." + kind.Name
		if c.words[name] == nil {
			c.words[name] = map[string]string{}
		}
		c.words[name][strings.Trim(word.Value, `"`)] = flat(comment)
	}
}

// sentence is the comment of a type without its name: "Claim is what one
// source says" gives "What one source says".
func sentence(doc *ast.CommentGroup, name string) string {
	text := strings.TrimPrefix(flat(doc), name+" ")
	for _, verb := range []string{"is ", "are "} {
		text = strings.TrimPrefix(text, verb)
	}
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

func flat(doc *ast.CommentGroup) string {
	return strings.Join(strings.Fields(doc.Text()), " ")
}
