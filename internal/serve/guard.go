package serve

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// Guard answers requests for this machine alone: for localhost, for a loopback
// address, for the address at which the connection came in, and for the names that
// are given. Anybody may have a name of their own lead to this machine, and a page
// under that name would be let read what is answered here (DNS rebinding).
func Guard(next http.Handler, names ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := hostOf(r.Host)
		if ours(host, r) || slices.ContainsFunc(names, func(n string) bool { return hostOf(n) == host && host != "" }) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		http.Error(w,
			fmt.Sprintf("this server does not answer for %q: open it as localhost, or start it with --host %s", host, host),
			http.StatusForbidden)
	})
}

// hostOf is a host without its port, as names are compared.
func hostOf(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}

// ours says whether a host is this machine, as no other site can be called.
func ours(host string, r *http.Request) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") { // RFC 6761
		return true
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if local == nil {
		return address.IsLoopback()
	}
	at, err := netip.ParseAddrPort(local.String())
	return address.IsLoopback() || err == nil && at.Addr().Unmap() == address.Unmap()
}
