// Package browser shows a page to a real Chromium and reports what a reader would
// meet: what it looks like, what it asks of the network, what the console says,
// what stands in the way of somebody who cannot see or click.
//
// It is for tests, and for people who look at their work:
//
//	chromium := browser.ForTest(t)                  // one per test; tabs are cheap
//	page := chromium.Open(t, browser.FileURL("public/index.html"), browser.View{Width: 360})
//	page.Axe(t)                                     // what axe-core finds
//	page.Requests()                                 // every address it asked for
//	page.Complaints()                               // console errors, broken policies
//	page.Screenshot(t)                              // PNG of the whole page
//
// Chromium comes with the system, never from the network: `make test` installs
// Debian's. Where it is missing, tests that want it are skipped with one line,
// and fail where CI is set.
package browser

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// ErrMissing says that no Chromium is to be found.
var ErrMissing = errors.New("no Chromium here: apt-get install chromium, or set CHROMIUM to the program")

// patience is how long one action may take on a busy machine.
const patience = time.Minute

// Browser is a running Chromium.
type Browser struct {
	ctx  context.Context
	stop func()
}

// Find gives the path of Chromium: the variable CHROMIUM, else the usual names.
func Find() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return exec.LookPath(path)
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
		"headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// Start runs Chromium until Stop. It keeps nothing: its profile is a temporary
// folder of its own.
func Start(ctx context.Context) (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "vigie-browser-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(home),
		chromedp.Env("HOME="+home), // a machine without a home shall do
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("lang", "fr"),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to sandbox for root
	}
	allocated, release := chromedp.NewExecAllocator(ctx, options...)
	browsing, end := chromedp.NewContext(allocated)
	b := &Browser{ctx: browsing, stop: func() { end(); release(); os.RemoveAll(home) }}
	if err := chromedp.Do(browsing); err != nil {
		b.Stop()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

// Stop ends Chromium.
func (b *Browser) Stop() { b.stop() }

// ForTest runs Chromium until the end of a test. Without Chromium the test is
// skipped, or fails where CI is set.
func ForTest(t testing.TB) *Browser {
	t.Helper()
	b, err := Start(context.Background())
	switch {
	case errors.Is(err, ErrMissing) && os.Getenv("CI") == "":
		t.Skip(err)
	case err != nil:
		t.Fatal(err)
	}
	t.Cleanup(b.Stop)
	return b
}

// FileURL is the address of a file of the disk.
func FileURL(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}
