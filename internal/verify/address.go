package verify

import (
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// pageAddress is the address of a page on the site, from its address, its file or
// its URL on whatever host; false when the words are a name.
func pageAddress(target, base string) (string, bool) {
	switch {
	case base != "" && strings.HasPrefix(target, base):
		target = "/" + strings.TrimPrefix(target, base)
	case strings.Contains(target, "://"):
		u, err := url.Parse(target)
		if err != nil {
			return "", false
		}
		target = u.EscapedPath()
		if u.Fragment != "" {
			target += "#" + u.Fragment
		}
		if !strings.HasPrefix(target, "/") {
			target = "/" + target
		}
	case strings.HasSuffix(target, ".html"):
		target = "/" + strings.TrimPrefix(target, "/")
	case !strings.HasPrefix(target, "/"):
		return "", false
	}
	return strings.TrimSuffix(target, "index.html"), true
}

// pageOf is the page that an address, or a file, leads to: itself, or what follows
// the folder in which a site stands ("/vigie/commandes/", "/public/commandes/"). The
// folder of a language is never passed over.
func pageOf(built fs.FS, languages lang.Languages, address string) (string, bool) {
	for rest := address; ; {
		if isPage(built, rest) {
			return rest, true
		}
		folder, after, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "/")
		if after == "" || slices.Contains(languages[1:], lang.Lang(folder)) {
			return address, false
		}
		rest = "/" + after
	}
}

// nearPage is the page that a wrong address may have meant: that of another
// language, or the one that is written most like it.
func nearPage(built fs.FS, languages lang.Languages, address string) string {
	for _, l := range languages[1:] {
		if other := languages.Root(l) + strings.TrimPrefix(address, "/"); isPage(built, other) {
			return other
		}
	}
	near, _ := problem.Nearest(address, addresses(built))
	return near
}

func isPage(built fs.FS, address string) bool {
	info, err := fs.Stat(built, fileOf(address))
	return err == nil && !info.IsDir()
}

// addresses are those of the pages of a site.
func addresses(built fs.FS) []string {
	var out []string
	names, err := listed(built)
	if err != nil {
		return nil
	}
	for _, n := range names {
		if strings.HasSuffix(n, "index.html") {
			out = append(out, addressOf(n))
		}
	}
	return out
}
