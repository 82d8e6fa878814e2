package theme

import (
	"html/template"
	"regexp"
	"strings"
	"text/template/parse"
)

// Words, addresses of assets and the language are the same on each page of a language. They are put into
// a template once, when it is loaded, as text: what is left to do for each page is what differs.

// strict finds templates that hold scripts, styles or handlers, where words need other escapes than in HTML.
var strict = regexp.MustCompile(`(?i)<style|<script[^>]*>[^<\s]|\s(on\w+|style|srcdoc)\s*=`)

// computed stands for what differs from page to page, where the place of what comes after it is looked at.
const computed = "x"

// At the end of what was written so far: the value of an attribute without quotation marks, and that of one
// that holds an address. There a text needs other escapes than between tags; an address of ours needs none.
var (
	unquoted  = regexp.MustCompile(`<[^<>]*=\s*[^\s"'<>]*$`)
	addressed = regexp.MustCompile(`(?i)<[^<>]*\s(href|src|srcset|action|formaction|cite|poster|data|background|` +
		`manifest|xlink:href)\s*=\s*("[^"<>]*|'[^'<>]*)$`)
)

// settle puts into a template what is known of a language alone. What cannot be settled, a word that is not
// there among it, stays as it is, and fails where it always did.
func settle(tree *parse.Tree, funcs template.FuncMap) {
	if tree == nil || tree.Root == nil || strict.MatchString(tree.Root.String()) {
		return
	}
	known := func(name, key string) (string, bool) {
		f, ok := funcs[name].(func(string) (string, error))
		if !ok {
			return "", false
		}
		text, err := f(key)
		return escaped(text), err == nil
	}
	french := funcs["fr"].(func() bool)()
	var list func(l *parse.ListNode, before string)
	list = func(l *parse.ListNode, before string) {
		if l == nil {
			return
		}
		var out []parse.Node
		add := func(n parse.Node) {
			if text, ok := n.(*parse.TextNode); ok && len(out) > 0 {
				if before, ok := out[len(out)-1].(*parse.TextNode); ok {
					joined := *before
					joined.Text = append(append([]byte(nil), before.Text...), text.Text...)
					out[len(out)-1] = &joined
					return
				}
			}
			out = append(out, n)
		}
		for _, n := range l.Nodes {
			at := before
			before += computed
			switch n := n.(type) {
			case *parse.TextNode:
				before = at + string(n.Text)
			case *parse.ActionNode:
				name, key, asks := asksFor(n.Pipe)
				if text, ok := known(name, key); asks && ok && !unquoted.MatchString(at) &&
					(name == "asset" || !addressed.MatchString(at)) {
					add(&parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)})
					continue
				}
			case *parse.IfNode:
				list(n.List, at)
				list(n.ElseList, at)
				if n.Pipe.String() == "fr" {
					chosen := n.List
					if !french {
						chosen = n.ElseList
					}
					if chosen != nil {
						for _, one := range chosen.Nodes {
							add(one)
						}
					}
					continue
				}
			case *parse.RangeNode:
				list(n.List, at)
				list(n.ElseList, at)
			case *parse.WithNode:
				list(n.List, at)
				list(n.ElseList, at)
			}
			add(n)
		}
		l.Nodes = out
	}
	list(tree.Root, "")
}

// asksFor gives the function and the literal key of an action that is nothing else.
func asksFor(p *parse.PipeNode) (name, key string, ok bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", "", false
	}
	f, named := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	k, literal := p.Cmds[0].Args[1].(*parse.StringNode)
	if !named || !literal {
		return "", "", false
	}
	return f.Ident, k.Text, true
}

var asText = template.Must(template.New("").Parse("{{.}}"))

// escaped is a text as html/template writes it.
func escaped(text string) string {
	var b strings.Builder
	if err := asText.Execute(&b, text); err != nil {
		panic(err) // a text is always written
	}
	return b.String()
}
