package edition_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"vigie/internal/edition"
	"vigie/internal/value/lang"
)

func said(text string) edition.Value {
	return edition.Value{Exact: text, Text: lang.Text{FR: text, EN: text}}
}

// A forge refuses a longer comment, and a proposal may hold anything.
func TestAsMarkdownChangesFitInOneCommentAndDoNothing(t *testing.T) {
	evil := "a | b\n\n# c @everyone ![x](https://evil.example/?a=1) <img src=x> `d` #1 www.evil.example \u202eback $x$"
	changes := []edition.Change{{Type: edition.Correction, Target: "claims/a`|b", Was: said(evil), Now: said(evil),
		Reason: lang.Text{FR: evil, EN: evil}, Count: 1}}
	for i := range 3000 {
		changes = append(changes, edition.Change{Type: edition.New, Target: fmt.Sprintf("figures/example-%d", i),
			Now: said(strings.Repeat("long ", 200)), Count: 1})
	}
	var b strings.Builder
	if err := edition.WriteMarkdown(&b, changes); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if len(got) > 51_000 {
		t.Errorf("the comment has %d bytes", len(got))
	}
	if !strings.Contains(got, "### New (3000)") || !strings.Contains(got, "more: `vigie diff` lists them") {
		t.Errorf("it does not say how many more there are: …%s", got[len(got)-200:])
	}
	rows := strings.Split(got, "\n")
	if len(rows) < 5 || !strings.HasPrefix(rows[4], "| `claims/a'│b` |") {
		t.Fatalf("got %q", rows[:5])
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(strings.Join(rows[:5], "\n")), &page); err != nil {
		t.Fatal(err)
	}
	for _, alive := range []string{"<a ", "<img", "<h1", "<code>d", "@everyone", " #1", "\u202e"} {
		if strings.Contains(page.String(), alive) {
			t.Errorf("%q is left in %s", alive, page.String())
		}
	}
	if cells := strings.Count(page.String(), "<td>"); cells != 4 {
		t.Errorf("the row has %d cells, want 4: %s", cells, page.String())
	}
}
