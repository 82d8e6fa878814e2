package fetch

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"
)

// newTransport connects to public addresses only. The check is made on the
// address that is dialled, after DNS, so that no name can lead inside.
func newTransport(loopback bool) http.RoundTripper {
	dialer := &net.Dialer{Timeout: 15 * time.Second, KeepAlive: 30 * time.Second,
		Control: func(network, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil {
				return &Error{Fault: Private, URL: address, Detail: "not an address", Err: err}
			}
			if !public(at.Addr(), loopback) {
				return &Error{Fault: Private, URL: address, Detail: "not a public address"}
			}
			return nil
		}}
	return &http.Transport{DialContext: dialer.DialContext, DisableCompression: true, MaxResponseHeaderBytes: 64 << 10,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 60 * time.Second, MaxIdleConnsPerHost: 1,
		IdleConnTimeout: 30 * time.Second, TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}, ForceAttemptHTTP2: true}
}

// reserved are the ranges that no public source has (IANA special-purpose
// registries) and that netip's own questions leave out.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("64:ff9b::/96"),
}

func public(a netip.Addr, loopback bool) bool {
	a = a.Unmap()
	if a.IsLoopback() {
		return loopback
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	return !slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(a) })
}

// allowed says whether an address may be asked for: http or https, one of the
// declared hosts, no user name in it.
func allowed(u *url.URL, hosts []string) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return &Error{Fault: OffHost, URL: u.String(), Detail: fmt.Sprintf("the scheme %q is neither http nor https", u.Scheme)}
	}
	if u.User != nil {
		return &Error{Fault: OffHost, URL: u.Redacted(), Detail: "the address holds a user name"}
	}
	host := strings.ToLower(u.Hostname())
	if !slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, host) || strings.EqualFold(h, u.Host) }) {
		return &Error{Fault: OffHost, URL: u.String(), Detail: "the source does not declare the host " + host}
	}
	return nil
}

// unsigned takes away from an address what a store adds to it for an hour, so
// that a signature is never kept.
func unsigned(u *url.URL) string {
	q := u.Query()
	for k := range q {
		if l := strings.ToLower(k); strings.HasPrefix(l, "x-amz-") || l == "signature" || l == "expires" || l == "awsaccesskeyid" || l == "token" {
			q.Del(k)
		}
	}
	v := *u
	v.RawQuery = q.Encode()
	return v.String()
}
