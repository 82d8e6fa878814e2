package browser

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe is axe-core (MPL-2.0), which finds what bars the way to readers with
// disabilities; script/vendor-axe.sh fetches it.
//
//go:embed testdata/axe.min.js
var axe string

// Violation is a rule of accessibility that a page breaks.
type Violation struct {
	Rule   string   `json:"id"`
	Impact string   `json:"impact"`
	Help   string   `json:"help"`
	Where  []string `json:"where"` // selectors of the elements
}

func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s: %s", v.Rule, v.Impact, v.Help, strings.Join(v.Where, ", "))
}

const runAxe = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false, // asks for no style sheet a second time
}).then(r => r.violations.map(v => ({
  id: v.id, impact: v.impact || '', help: v.help,
  where: v.nodes.map(n => n.target.join(' ')),
})))`

// Accessibility asks axe-core. The page must run scripts.
func (p *Page) Accessibility() ([]Violation, error) {
	if p.view.NoScript {
		return nil, errors.New("axe-core needs a page that runs scripts")
	}
	if err := p.do(chromedp.Evaluate[chromedp.Void](axe)); err != nil {
		return nil, fmt.Errorf("loading axe-core: %w", err)
	}
	return Evaluate[[]Violation](p, runAxe)
}

// Axe is Accessibility for a test: each violation is an error of the test.
func (p *Page) Axe(t testing.TB) {
	t.Helper()
	violations, err := p.Accessibility()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		t.Error(v)
	}
}

// spilling names what stands out of the window to the right, the farthest first,
// unless it lies in a box that scrolls or hides it. Of elements that hold one
// another only the innermost is named.
const spilling = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const boxed = e => {
    for (let box = e.parentElement; box; box = box.parentElement)
      if (box !== document.body && box !== document.documentElement && getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  const end = e => Math.round(e.getBoundingClientRect().right);
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');
  const text = e => e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
  const out = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && end(e) > width && !boxed(e));
  return out.filter(e => ![...e.children].some(child => out.includes(child)))
    .sort((a, b) => end(b) - end(a))
    .map(e => name(e) + ' "' + text(e) + '" ends at ' + end(e) + ' of ' + width)
    .concat(['the page is ' + document.documentElement.scrollWidth + ' wide']);
})()`

// Overflow names the elements that make the page wider than the window; none
// when nobody has to scroll sideways.
func (p *Page) Overflow() ([]string, error) { return Evaluate[[]string](p, spilling) }

// Screenshot is a PNG of the whole page.
func (p *Page) Screenshot() ([]byte, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.FullScreenshot(100))
}

// Evaluate asks the page for the value of a JavaScript expression; a promise is
// waited for.
func Evaluate[T any](p *Page, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Wait returns once a JavaScript expression is true, even if the page loads
// again meanwhile.
func (p *Page) Wait(expression string) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		_, err := chromedp.Run(ctx, chromedp.Poll[chromedp.Void](expression))
		var thrown *chromedp.ExceptionError
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil || errors.As(err, &thrown):
			return fmt.Errorf("waiting for %s: %w", expression, err)
		}
	}
}

// Do runs actions of chromedp on the page: clicks, keys.
func (p *Page) Do(steps ...chromedp.Action[chromedp.Void]) error { return p.do(steps...) }
