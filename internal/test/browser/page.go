package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// View is how a reader looks at a page.
type View struct {
	Width    int // of the window, in CSS pixels; 1440 when not given
	Height   int // 900 when not given
	Dark     bool
	NoScript bool
	Print    bool
	// FirstVisit is of a reader whose browser has kept nothing of the site.
	FirstVisit bool
	// At is the moment that the clock of the page shows for ever, such as
	// "2027-03-01T12:00:00+01:00"; that of the machine when not given.
	At string
}

// Page is a page in a tab.
type Page struct {
	ctx  context.Context
	stop func()
	view View

	mu         sync.Mutex
	requests   []string
	answers    []Answer
	answering  map[network.RequestID]Answer // those that have begun
	complaints []Complaint
}

// Complaint is something that the console shows as an error.
type Complaint struct {
	Kind string // "console", "exception", "policy" (Content-Security-Policy), "network"…
	Text string
}

func (c Complaint) String() string { return c.Kind + ": " + c.Text }

// Answer is what came back from one address.
type Answer struct {
	Address string
	Kind    string // as Chromium has it: "Document", "Script", "Stylesheet", "Font", "Image"…
	Bytes   int    // over the wire: compressed, with its headers; none when it was kept
}

// Visit opens an address in a new tab and waits until it is loaded.
func (b *Browser) Visit(address string, view View) (*Page, error) {
	if view.Width == 0 {
		view.Width = 1440
	}
	if view.Height == 0 {
		view.Height = 900
	}
	p := &Page{view: view, answering: map[network.RequestID]Answer{}}
	p.ctx, p.stop = chromedp.NewContext(b.ctx, chromedp.WithListener(p.hear))
	if err := chromedp.Do(p.ctx); err != nil { // binds the tab to its own context, without a deadline
		p.stop()
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	if err := p.do(view.set(), chromedp.Navigate(address)); err != nil {
		p.stop()
		return nil, fmt.Errorf("opening %s: %w", address, err)
	}
	return p, nil
}

// Open is Visit for a test; the tab is closed when the test ends.
func (b *Browser) Open(t testing.TB, address string, view View) *Page {
	t.Helper()
	p, err := b.Visit(address, view)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

// Close closes the tab.
func (p *Page) Close() { p.stop() }

// set makes the tab look as the reader's.
func (v View) set() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		scheme, media := "light", ""
		if v.Dark {
			scheme = "dark"
		}
		if v.Print {
			media = "print"
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: media,
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: scheme},
				{Name: "prefers-reduced-motion", Value: "reduce"},
			},
		})
		if err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		if v.FirstVisit {
			_, err := cdp.Call(ctx, t, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
			if err != nil {
				return err
			}
		}
		_, err = cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: v.NoScript})
		if err != nil {
			return err
		}
		if v.At != "" {
			_, err = cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
				page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf(stopped, v.At)})
			if err != nil {
				return err
			}
		}
		_, err = chromedp.EmulateViewport(int64(v.Width), int64(v.Height))(ctx, t)
		return err
	})
}

// stopped makes a clock that shows one moment.
const stopped = `{
  const at = Date.parse(%q);
  globalThis.Date = class extends Date {
    constructor(...when) { when.length ? super(...when) : super(at); }
    static now() { return at; }
  };
}`

// hear notes what the page asks for and what goes wrong. It runs inside the
// loop that reads the browser's messages: it must be short.
func (p *Page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	case *network.EventResponseReceived:
		p.answering[e.RequestID] = Answer{Address: e.Response.URL, Kind: string(e.Type)}
	case *network.EventLoadingFinished:
		if answer, begun := p.answering[e.RequestID]; begun {
			answer.Bytes = int(e.EncodedDataLength)
			p.answers = append(p.answers, answer)
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if thrown := e.ExceptionDetails.Exception; thrown != nil {
			text += " " + thrown.Description
		}
		p.complaints = append(p.complaints, Complaint{"exception", text})
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			p.complaints = append(p.complaints, Complaint{"console", said(e.Args)})
		}
	case *log.EventEntryAdded:
		if e.Entry.Level != log.EntryLevelError || early(e.Entry.Text+" "+e.Entry.URL) {
			return
		}
		kind := string(e.Entry.Source)
		if strings.Contains(e.Entry.Text, "Content Security Policy") {
			kind = "policy"
		}
		p.complaints = append(p.complaints, Complaint{kind, strings.TrimSpace(e.Entry.Text + " " + e.Entry.URL)})
	}
}

// early is that Chromium does not fetch the fonts of a page on the disk ahead of its style, which asks for
// them a moment later and gets them.
func early(text string) bool {
	return strings.Contains(text, "file://") && strings.Contains(text, ".woff2")
}

func said(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		if len(a.Value) > 0 {
			parts = append(parts, string(a.Value))
		} else {
			parts = append(parts, a.Description)
		}
	}
	return strings.Join(parts, " ")
}

// Requests lists the addresses that the page has asked for so far, its own first.
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests)
}

// Answers lists what has come back whole so far, in the order in which it came.
func (p *Page) Answers() []Answer {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.answers)
}

// Complaints lists what the console has shown as errors so far.
func (p *Page) Complaints() []Complaint {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.complaints)
}

// do runs actions on the page, within reason.
func (p *Page) do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}
