package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// showing lists the packages that hold figures: there, a number is made by the
// algebra of package figure, which refuses what counts otherwise, or not at all.
var showing = []string{"dataset", "indicator", "chart", "export", "site"}

// byHand is the arithmetic of decimals, and of formulas on bare decimals.
var byHand = []string{"Add", "Sub", "Mul", "Quo", "QuoRem", "AddMul", "AddQuo", "SubMul", "Pow", "Eval"}

// drawings are files that add lengths on paper, which no reader sees as numbers.
var drawings = map[string]string{
	"chart/draw/draw.go": "counts drawings",
	"chart/stack.go":     "how high a stack stands, and whether words fit in it",
}

func TestNumbersThatAreShownAreAddedByTheAlgebraOfFiguresAlone(t *testing.T) {
	for _, pkg := range showing {
		err := filepath.WalkDir(pkg, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || drawings[filepath.ToSlash(path)] != "" {
				return err
			}
			for _, at := range sums(t, path) {
				t.Errorf("%s adds or divides decimals by hand: let figure.Sum, Difference, Share or Compute do it", at)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestArithmeticByHandIsFound(t *testing.T) {
	for path := range drawings {
		if len(sums(t, filepath.FromSlash(path))) == 0 {
			t.Errorf("%s adds nothing any more: take it out of the list", path)
		}
	}
}

// sums finds the calls in a file to methods that do arithmetic.
func sums(t *testing.T, path string) (places []string) {
	t.Helper()
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if method, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(byHand, method.Sel.Name) {
				places = append(places, files.Position(call.Pos()).String())
			}
		}
		return true
	})
	return places
}
