package hosting

import (
	"fmt"
	"slices"
	"strings"
)

// Host is all that a web server needs to know of a site, beside its files.
type Host struct {
	Rules     Rules
	Redirects Redirects
	NotFound  []string // pages for addresses where nothing stands: the first, then those of a folder
}

// Where the settings of each server stand in a built site.
const (
	NginxMaps   = "hosts/nginx-http.conf"   // for the block http: which address has which header
	NginxServer = "hosts/nginx-server.conf" // for the block server
	Caddy       = "hosts/Caddyfile"         // for the block of a site
)

// names are the headers that a table gives, in the order in which it first does; without
// the media type, of which servers have a table of their own.
func (r Rules) names() []string {
	out := []string{CacheControl}
	for _, rule := range r {
		for _, h := range rule.Set {
			if h.Name != ContentType && !slices.Contains(out, h.Name) {
				out = append(out, h.Name)
			}
		}
	}
	return out
}

// given is what one rule makes of a header: a value, or none where it takes it back.
type given struct{ pattern, value string }

// of lists what rules make of one header, the last rule first, which is the one that holds.
func (r Rules) of(name string) []given {
	var out []given
	for _, rule := range slices.Backward(r) {
		value, set := "", slices.Contains(rule.Back, name)
		for _, h := range rule.Set {
			if h.Name == name {
				value, set = h.Value, true
			}
		}
		if set {
			out = append(out, given{rule.Pattern, value})
		}
	}
	if name == CacheControl {
		out = append(out, given{"/*", PageCache})
	}
	return out
}

// check wants values that each server reads as they stand.
func (h Host) check() error {
	var all []string
	for _, rule := range h.Rules {
		all = append(all, rule.Pattern)
		for _, set := range rule.Set {
			all = append(all, set.Name, set.Value)
		}
	}
	for _, r := range h.Redirects {
		all = append(all, r.From, r.To)
	}
	for _, text := range append(all, h.NotFound...) {
		if at := strings.IndexAny(text, "\"\\$\n\r{}`"); at >= 0 {
			return fmt.Errorf("%q holds %q, which nginx or Caddy would read as a command", text, text[at])
		}
	}
	return nil
}

// folderOf is the folder of an address, with both its slashes.
func folderOf(address string) string { return address[:strings.LastIndexByte(address, '/')+1] }
