package main_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"vigie/internal/test/browser"
)

// A walk goes from the home page to an answer by keyboard alone.
type walk struct {
	task  string
	steps []leg
	sees  string // what stands in the page where it ends
}

// A leg goes to a link or a field by Tab, types there, and follows it by Enter.
type leg struct {
	to     string // the text of the link, or the identifier of the field after "#"
	stops  int    // of Tab at most; more is a fault of the page
	typing string
	hits   bool // the next page shows what a search found, which a script fetches
	inPage bool // it leads to a place in the same page
}

// withScripts and withoutScripts are the tasks that a page breaks first: those that start from
// a name half known, and those that no menu leads to.
func withScripts() []walk {
	search := func(typed string) leg { return leg{to: "#seek", stops: 4, typing: typed, hits: true} }
	return []walk{
		{"a body by a misspelt name", []leg{search("ministere de la justise"), {to: "Ministère de la Justice", stops: 3}},
			"Ses chiffres"},
		{"whether a provider is qualified, and until when", []leg{search("outscale"), {to: "Outscale", stops: 3}},
			"SecNumCloud"},
		{"what is unknown of a département, and the request", []leg{search("creuse"),
			{to: "Département de la Creuse", stops: 6}, {to: "Demander les documents", stops: 16}}, "Madame, Monsieur"},
	}
}

func withoutScripts() []walk {
	return []walk{
		{"a body by a misspelt name", []leg{{to: "#seek", stops: 4, typing: "ministere de la justise"},
			{to: "Aller au contenu", stops: 1, inPage: true}, {to: "M", stops: 16},
			{to: "Aller au contenu", stops: 1, inPage: true}, {to: "Mi", stops: 6, inPage: true},
			{to: "Ministère de la Justice", stops: 16}}, "Ses chiffres"},
		{"what changed", []leg{{to: "Ce qui a changé", stops: 13}}, "Les types de changement"},
		{"what is disputed", []leg{{to: "Où les sources se contredisent", stops: 14}}, "Ce qui trancherait"},
		{"what is not known", []leg{{to: "Ce que l’on ignore", stops: 15}}, "Par type d’organisme"},
		{"a request for documents", []leg{{to: "Demander les documents", stops: 16}}, "Madame, Monsieur"},
		{"a figure to cite", []leg{{to: "44 à 51,6 M€", stops: 30}}, "Pour le citer"},
	}
}

// byKeyboard walks to answers with Tab, Enter and letters.
func byKeyboard(t *testing.T, chromium *browser.Browser, home string) {
	for _, w := range withScripts() {
		t.Run(w.task, func(t *testing.T) { w.walk(t, chromium.Open(t, home, browser.View{})) })
	}
	for _, w := range withoutScripts() {
		t.Run(w.task+" without scripts", func(t *testing.T) {
			w.walk(t, chromium.Open(t, home, browser.View{NoScript: true}))
		})
	}
}

func (w walk) walk(t *testing.T, p *browser.Page) {
	t.Helper()
	for _, l := range w.steps {
		stops, err := l.reach(p)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s after %d stops", l.to, stops)
		if l.typing != "" {
			if err := p.Do(chromedp.KeyEvent(l.typing)); err != nil {
				t.Fatal(err)
			}
		}
		if l.inPage {
			if err := p.Do(chromedp.KeyEvent(kb.Enter)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := p.Do(chromedp.Func(follow)); err != nil {
			t.Fatalf("following %s: %v", l.to, err)
		}
		if l.hits {
			if err := p.Wait(`document.querySelector("#found a") !== null`); err != nil {
				t.Fatal(err)
			}
		}
	}
	text, err := browser.Evaluate[string](p, `document.querySelector("main").textContent`)
	if err != nil || !strings.Contains(text, w.sees) {
		t.Errorf("the page does not show %q (%v)", w.sees, err)
	}
}

// follow presses Enter, and waits until the page that it leads to is loaded.
func follow(ctx context.Context, t *chromedp.Target) error {
	_, err := chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.KeyEvent(kb.Enter))(ctx, t)
	return err
}

// focused is what Tab has come to: its text as a reader meets it, or "#" and the identifier of a field.
const focused = `(() => {
	const e = document.activeElement;
	return e.matches("input") ? "#" + e.id : e.textContent.trim().replace(/\s+/g, " ");
})()`

// reach presses Tab until it comes to where the leg leads.
func (l leg) reach(p *browser.Page) (stops int, err error) {
	var met []string
	for stops < l.stops {
		if err := p.Do(chromedp.KeyEvent(kb.Tab)); err != nil {
			return stops, err
		}
		stops++
		at, err := browser.Evaluate[string](p, focused)
		if err != nil {
			return stops, err
		}
		if at == l.to {
			return stops, nil
		}
		met = append(met, at)
	}
	return stops, fmt.Errorf("%d stops do not come to %q: %s", stops, l.to, strings.Join(met, " | "))
}
