// Command shots pictures the pages that differ between two built sites, before and after,
// on a phone and on a large screen, for those who discuss a proposed change.
//
//	go run ./script/ci/shots BEFORE AFTER FOLDER
//
// It takes a dozen pages at most, of as many kinds as there are, and lists in
// FOLDER/pages.txt all pages that differ, that are new and that are gone.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"vigie/internal/serve"
	"vigie/internal/test/browser"
)

// most is how many pages are pictured.
const most = 12

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: shots BEFORE AFTER FOLDER")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, before, after, folder string) error {
	pages, err := compared(os.DirFS(before), os.DirFS(after))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var list strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&list, "%s\t/%s\n", p.state, p.address)
	}
	if err := os.WriteFile(filepath.Join(folder, "pages.txt"), []byte(list.String()), 0o644); err != nil {
		return err
	}
	fmt.Printf("%d pages differ\n", len(pages))
	chosen := ofEachKind(pages)
	if len(chosen) == 0 {
		return nil
	}
	chromium, err := browser.Start(ctx)
	if err != nil {
		return err
	}
	defer chromium.Stop()
	for _, side := range []struct {
		name, site string
		has        func(page) bool
	}{
		{"before", before, func(p page) bool { return p.state != added }},
		{"after", after, func(p page) bool { return p.state != gone }},
	} {
		address, stop, err := served(ctx, side.site)
		if err != nil {
			return err
		}
		for _, p := range chosen {
			if !side.has(p) {
				continue
			}
			if err := shoot(chromium, address+p.address, filepath.Join(folder, p.file()+"."+side.name)); err != nil {
				stop()
				return fmt.Errorf("/%s: %w", p.address, err)
			}
		}
		stop()
	}
	fmt.Printf("%d of them pictured in %s\n", len(chosen), folder)
	return nil
}

// state is what became of a page.
type state string

// The closed list of states.
const (
	differs state = "differs"
	added   state = "new"
	gone    state = "gone"
)

// page is a page that is not the same in both sites.
type page struct {
	address string // from the root of the site, without a slash in front
	state   state
}

// file is the address as the start of a name of a file.
func (p page) file() string {
	name := strings.NewReplacer("/", "_", ".html", "").Replace(strings.TrimSuffix(p.address, "/"))
	if name == "" {
		return "home"
	}
	return name
}

// compared lists the pages that differ, byte by byte, in the order of their addresses.
func compared(before, after fs.FS) ([]page, error) {
	old, err := pagesOf(before)
	if err != nil {
		return nil, err
	}
	now, err := pagesOf(after)
	if err != nil {
		return nil, err
	}
	var out []page
	for name, content := range now {
		former, was := old[name]
		switch {
		case !was:
			out = append(out, page{addressOf(name), added})
		case !bytes.Equal(former, content):
			out = append(out, page{addressOf(name), differs})
		}
	}
	for name := range old {
		if _, is := now[name]; !is {
			out = append(out, page{addressOf(name), gone})
		}
	}
	slices.SortFunc(out, func(a, b page) int { return strings.Compare(a.address, b.address) })
	return out, nil
}

func pagesOf(site fs.FS) (map[string][]byte, error) {
	out := map[string][]byte{}
	err := fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() || path.Ext(name) != ".html" {
			return err
		}
		out[name], err = fs.ReadFile(site, name)
		return err
	})
	return out, err
}

func addressOf(name string) string {
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	return name
}

// ofEachKind takes pages in turn from each folder of the first rank, the shortest
// addresses first, so that a thousand proofs do not hide the home page.
func ofEachKind(pages []page) []page {
	kinds := map[string][]page{}
	var names []string
	for _, p := range pages {
		kind, _, _ := strings.Cut(p.address, "/")
		if kinds[kind] == nil {
			names = append(names, kind)
		}
		kinds[kind] = append(kinds[kind], p)
	}
	for _, list := range kinds {
		slices.SortStableFunc(list, func(a, b page) int { return len(a.address) - len(b.address) })
	}
	var out []page
	for round := 0; len(out) < min(most, len(pages)); round++ {
		for _, name := range names {
			if round < len(kinds[name]) && len(out) < most {
				out = append(out, kinds[name][round])
			}
		}
	}
	return out
}

// served serves a built site on this machine alone.
func served(ctx context.Context, site string) (address string, stop func(), err error) {
	root, err := os.OpenRoot(site)
	if err != nil {
		return "", nil, err
	}
	handler, err := serve.Folder(root.FS())
	if err != nil {
		return "", nil, errors.Join(err, root.Close())
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, errors.Join(err, root.Close())
	}
	web := &http.Server{Handler: serve.Guard(handler)}
	go web.Serve(listener)
	return "http://" + listener.Addr().String() + "/", func() { web.Close(); root.Close() }, nil
}

// shoot pictures one page in two widths.
func shoot(chromium *browser.Browser, address, file string) error {
	for name, width := range map[string]int{"phone": 390, "large": 1280} {
		tab, err := chromium.Visit(address, browser.View{Width: width})
		if err != nil {
			return err
		}
		png, err := tab.Screenshot()
		tab.Close()
		if err != nil {
			return err
		}
		if err := os.WriteFile(file+"."+name+".png", png, 0o644); err != nil {
			return err
		}
	}
	return nil
}
