package content_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/content"
	"vigie/internal/value/lang"
)

// active is what no prose may become.
var active = regexp.MustCompile(`(?i)<(?:script|iframe|object|embed|form)\b|<[^>]*\s(?:href|src)\s*=\s*["']?\s*(?:javascript|vbscript|data):|<[^>]*\son[a-z]+\s*=`)

func FuzzProseIsShownOrRefused(f *testing.F) {
	for _, seed := range []string{
		"# Titre\n\nTexte **gras**, [lien](/series/), {figure:orders/2024}.\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "{chart:orders}\n", "<script>alert(1)</script>\n",
		"[x](javascript:alert(1)) ![y](data:text/html,x) <a href='vbscript:x'>\n", "`{figure:orders/2024}` \\{figure:x}\n", "- a\n  - b\n1. c\n> d\n", "[^1]\n\n[^1]: note\n", "<!-- x --> &lt;script&gt; &#x202e;\n",
	} {
		f.Add(front + seed)
	}
	f.Add("---\nkey: a\nkey: b\n---\n")
	f.Fuzz(func(t *testing.T, page string) {
		c, found, err := content.Load(fstest.MapFS{"content/fr/invente.md": {Data: []byte(page)}, "content/en/made-up.md": {Data: []byte(front + "Text.\n")}}, "content", lang.Composed())
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(page, "\n") + 1
		for _, p := range found {
			if p.File == "content/fr/invente.md" && (p.Line < 1 || p.Line > lines) {
				t.Errorf("placed at %s of a file of %d lines: %s", p.Place, lines, p.Message)
			}
		}
		for _, d := range c.Docs(lang.FR) {
			html, problems := d.HTML(shelf{})
			if m := active.FindString(string(html)); m != "" {
				t.Errorf("it shows %q", m)
			}
			for _, p := range problems {
				if p.Line < 1 || p.Line > lines {
					t.Errorf("placed at %s of a file of %d lines: %s", p.Place, lines, p.Message)
				}
			}
		}
	})
}
