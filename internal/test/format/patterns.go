package format

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/value/lang"
)

// Composing are the folders whose code composes what pages show. There, words are constants,
// and stand as the arguments of lang.Say and of say, or as lang.Text{FR: …, EN: …}.
func Composing() []string {
	return []string{"internal/value/cal", "internal/record", "internal/collected", "internal/dataset",
		"internal/indicator", "internal/chart", "internal/chart/sentence", sitePages}
}

// sitePages is where texts are also pieces of addresses; only what is given to lang.Say is shown.
const sitePages = "internal/site"

// Patterns are the words of folders of the source, each once, in the order of their English.
func Patterns(source fs.FS, folders ...string) ([]lang.Text, error) {
	byEnglish := map[string]string{}
	for _, folder := range folders {
		files, err := fs.Glob(source, folder+"/*.go")
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := fs.ReadFile(source, name)
			if err != nil {
				return nil, err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, name, text, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			if err := gather(files, file, byEnglish, folder != sitePages); err != nil {
				return nil, err
			}
		}
	}
	var out []lang.Text
	for english, french := range byEnglish {
		out = append(out, lang.Say(french, english))
	}
	slices.SortFunc(out, func(a, b lang.Text) int { return strings.Compare(a.EN, b.EN) })
	return out, nil
}

func gather(files *token.FileSet, file *ast.File, byEnglish map[string]string, texts bool) error {
	var fault error
	ast.Inspect(file, func(n ast.Node) bool {
		fr, en, must := words(n)
		if fr == nil || en == nil || !must && !texts {
			return true
		}
		french, isFrench := constant(fr)
		english, isEnglish := constant(en)
		switch {
		case !isFrench || !isEnglish:
			if must {
				fault = fmt.Errorf("%s: a sentence is no constant, so that nobody can translate it: put what varies "+
					"into a slot, with lang.Text.With", files.Position(n.Pos()))
			}
		case english != "":
			if byEnglish[english] == "" {
				byEnglish[english] = french
			}
		}
		return true
	})
	return fault
}

// words are where a node writes the French and the English of one text; must, when they
// have to be constants.
func words(n ast.Node) (fr, en ast.Expr, must bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		name := ""
		switch called := n.Fun.(type) {
		case *ast.Ident:
			name = called.Name
		case *ast.SelectorExpr:
			name = called.Sel.Name
		}
		if len(n.Args) == 2 && (name == "Say" || name == "say") {
			_, handed := n.Args[0].(*ast.Ident) // the function say itself hands its own on
			return n.Args[0], n.Args[1], !handed
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			pair, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch key, _ := pair.Key.(*ast.Ident); {
			case key == nil:
			case key.Name == "FR":
				fr = pair.Value
			case key.Name == "EN":
				en = pair.Value
			}
		}
	}
	return fr, en, false
}

func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := constant(e.X)
		right, also := constant(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}
