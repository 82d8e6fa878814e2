package theme

import (
	"maps"
	"slices"
	"text/template/parse"
)

// Parts are what a template is made of: the templates that it puts in, and the words
// and assets that they name. A word whose key is computed stands as "*".
type Parts struct{ Templates, Words, Assets []string }

// Parts are those of a template and of all the templates that it puts in, itself among
// them, whether or not a page gets to each of them.
func (th *Theme) Parts(name string) Parts {
	seen := gathering{}
	th.gather(seen, name)
	return Parts{sorted(seen, "template"), sorted(seen, "word"), sorted(seen, "asset")}
}

// anyKey stands for the keys that a template computes.
const anyKey = "*"

// gathering is what was met, by what it is.
type gathering map[[2]string]bool

func sorted(seen gathering, what string) []string {
	var out []string
	for k := range maps.Keys(seen) {
		if k[0] == what {
			out = append(out, k[1])
		}
	}
	slices.Sort(out)
	return out
}

func (th *Theme) gather(seen gathering, name string) {
	at := [2]string{"template", name}
	if seen[at] {
		return
	}
	seen[at] = true
	for what, names := range th.names[name] {
		for _, n := range names {
			if what == "template" {
				th.gather(seen, n)
			} else {
				seen[[2]string{what, n}] = true
			}
		}
	}
}

// namedIn finds the templates, words and assets that one template names.
func namedIn(tree *parse.Tree) map[string][]string {
	out := map[string][]string{}
	if tree == nil || tree.Root == nil {
		return out
	}
	var walk func(parse.Node)
	pipe := func(p *parse.PipeNode) {
		if p != nil {
			walk(p)
		}
	}
	branch := func(b *parse.BranchNode) {
		pipe(b.Pipe)
		walk(b.List)
		if b.ElseList != nil {
			walk(b.ElseList)
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			for _, one := range n.Nodes {
				walk(one)
			}
		case *parse.ActionNode:
			pipe(n.Pipe)
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		case *parse.TemplateNode:
			out["template"] = append(out["template"], n.Name)
			pipe(n.Pipe)
		case *parse.PipeNode:
			for i, c := range n.Cmds {
				asked(c, i > 0, out)
				for _, arg := range c.Args {
					walk(arg)
				}
			}
		}
	}
	walk(tree.Root)
	return out
}

// asked adds the word, the asset or the template that a command asks for; piped says that its key is
// the value of the command before it.
func asked(c *parse.CommandNode, piped bool, out map[string][]string) {
	f, ok := c.Args[0].(*parse.IdentifierNode)
	if !ok || !slices.Contains([]string{"word", "asset", "part"}, f.Ident) {
		return
	}
	key := anyKey
	if len(c.Args) >= 2 && !piped {
		if s, literal := c.Args[1].(*parse.StringNode); literal {
			key = s.Text
		}
	}
	what := f.Ident
	if what == "part" {
		what = "template"
	}
	out[what] = append(out[what], key)
}
