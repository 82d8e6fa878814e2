package fetch

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// newTransport connects to public addresses only. The check is made on the
// address that is dialled, after DNS, so that no name can lead inside.
func newTransport(resolver *net.Resolver, loopback bool) http.RoundTripper {
	dialer := &net.Dialer{Timeout: 15 * time.Second, KeepAlive: 30 * time.Second, Resolver: resolver,
		Control: func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil || !public(at.Addr(), loopback) {
				return &Error{Fault: Private, Detail: "it leads to " + address + ", which is not a public address", Err: err}
			}
			return nil
		}}
	return &http.Transport{DialContext: dialer.DialContext, DisableCompression: true, MaxResponseHeaderBytes: 64 << 10,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 60 * time.Second, MaxIdleConnsPerHost: 1,
		IdleConnTimeout: 30 * time.Second, TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12},
		ForceAttemptHTTP2: true}
}

var (
	// global is all that IANA has opened of IPv6 so far.
	global = netip.MustParsePrefix("2000::/3")
	// nat64 stands for an IPv4 address on networks without IPv4 (RFC 6052).
	nat64 = netip.MustParsePrefix("64:ff9b::/96")
	// reserved are the ranges that no public source has (IANA registries of
	// special-purpose addresses) and that netip's own questions leave out.
	reserved = []netip.Prefix{
		netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
		netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("192.88.99.0/24"),
		netip.MustParsePrefix("198.18.0.0/15"),
		netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"),
		netip.MustParsePrefix("240.0.0.0/4"),
		netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
		netip.MustParsePrefix("3fff::/20"),
	}
)

func public(a netip.Addr, loopback bool) bool {
	a = a.Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a, loopback = netip.AddrFrom4([4]byte(b[12:])), false
	}
	switch {
	case a.IsLoopback():
		return loopback
	case a.Is6() && !global.Contains(a), !a.IsGlobalUnicast(), a.IsPrivate():
		return false
	}
	return !slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(a) })
}
