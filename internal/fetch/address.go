package fetch

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// maxAddress is the longest address that is asked for (RFC 9110 § 4.1).
const maxAddress = 8000

// allowed says whether an address may be asked for: http or https, one of the
// declared hosts, no user name in it.
func allowed(u *url.URL, hosts []string) error {
	if address := u.String(); len(address) > maxAddress {
		return &Error{Fault: Unexpected, URL: u.Scheme + "://" + u.Host,
			Detail: fmt.Sprintf("an address of %d bytes is too long", len(address))}
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return &Error{Fault: OffHost, URL: u.Redacted(),
			Detail: fmt.Sprintf("the scheme %q is neither http nor https", u.Scheme)}
	}
	if u.User != nil {
		return &Error{Fault: OffHost, URL: u.Redacted(), Detail: "the address holds a user name"}
	}
	if !slices.ContainsFunc(hosts, func(h string) bool { return is(u, h) }) {
		return &Error{Fault: OffHost, URL: unsigned(u.String()), Detail: "the source does not declare the host " + u.Host}
	}
	return nil
}

// is says whether an address is on a declared host. A host declared without a
// port is meant on the usual ones.
func is(u *url.URL, host string) bool {
	usual := u.Port() == "" || u.Scheme == "http" && u.Port() == "80" || u.Scheme == "https" && u.Port() == "443"
	return strings.EqualFold(host, u.Host) || usual && strings.EqualFold(strings.Trim(host, "[]"), u.Hostname())
}

// unsigned takes away from an address what a store adds to it for an hour, so
// that a signature is never kept nor shown. The rest is left as it is.
func unsigned(address string) string {
	before, query, ok := strings.Cut(address, "?")
	if !ok {
		return address
	}
	query, fragment, _ := strings.Cut(query, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	parts := slices.DeleteFunc(strings.Split(query, "&"), func(part string) bool {
		key, _, _ := strings.Cut(part, "=")
		if plain, err := url.QueryUnescape(key); err == nil {
			key = plain
		}
		return signs(strings.ToLower(key))
	})
	if len(parts) == 0 {
		return before + fragment
	}
	return before + "?" + strings.Join(parts, "&") + fragment
}

// signs says whether a parameter belongs to the signature of a store: those of
// Amazon, Google, Azure and CloudFront.
func signs(key string) bool {
	switch key {
	case "signature", "expires", "awsaccesskeyid", "googleaccessid", "key-pair-id", "policy", "token", "sig",
		"se", "sp", "sr", "sv", "st", "skoid", "sktid", "skt", "ske", "sks", "skv":
		return true
	}
	return strings.HasPrefix(key, "x-amz-") || strings.HasPrefix(key, "x-goog-")
}
