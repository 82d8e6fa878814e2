package site

import (
	"strings"

	"vigie/internal/export"
	"vigie/internal/export/api"
)

// Policy is the Content-Security-Policy of every page: nothing from elsewhere,
// no script in the page itself. The pages carry it too, for hosts that send no
// headers; frame-ancestors works in a header only.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

// embedPolicy is that of a chart alone, which has no script.
const embedPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; " +
	"form-action 'none'"

// headers is the file by which hosts such as Netlify or Cloudflare Pages set
// headers. Data may be read by any site.
func (s *Site) headers() string {
	lines := []string{
		"/*",
		"  Content-Security-Policy: " + Policy + "; frame-ancestors 'none'",
		"  X-Content-Type-Options: nosniff",
		"  Referrer-Policy: no-referrer",
		"  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
		"  Cross-Origin-Opener-Policy: same-origin",
	}
	if strings.HasPrefix(s.Config.BaseURL, "https://") {
		lines = append(lines, "  Strict-Transport-Security: max-age=31536000")
	}
	open := []string{"/" + string(s.Placed().Tables) + "*", "/" + packagePath}
	for _, l := range s.Config.Languages {
		open = append(open, "/"+s.feeds(l)+"*")
	}
	for _, l := range s.Config.Languages { // a rule takes back the policy of the others first
		lines = append(lines, s.root(l)+embedFolder+"*", "  ! Content-Security-Policy",
			"  Content-Security-Policy: "+embedPolicy+"; frame-ancestors *")
	}
	// a badge carries its colours; other sites show it
	lines = append(lines, "/"+badgeFolder+"*", "  ! Content-Security-Policy",
		"  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
		"  Cross-Origin-Resource-Policy: cross-origin", "  Access-Control-Allow-Origin: *",
		"  Cache-Control: public, max-age=3600")
	// a picture carries its letters
	lines = append(lines, "/"+string(s.Placed().Charts)+"*.svg", "  ! Content-Security-Policy",
		"  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'")
	for _, path := range append(open, "/*.ics", "/"+export.SumsPath, "/CITATION.cff") {
		lines = append(lines, path, "  Access-Control-Allow-Origin: *")
	}
	// programs that poll ask each hour at most, and are answered that nothing changed while nothing did
	lines = append(lines, "/"+api.Root+"*", "  Access-Control-Allow-Origin: *",
		"  Cache-Control: public, max-age=3600, stale-while-revalidate=86400")
	if s.Config.BaseURL != "" {
		for _, form := range catalogueForms {
			lines = append(lines, "/"+form.path, "  Access-Control-Allow-Origin: *",
				"  Content-Type: "+form.media+"; charset=utf-8")
		}
	}
	lines = append(lines, "/assets/*", "  Cache-Control: public, max-age=31536000, immutable") // their names carry a hash
	return strings.Join(lines, "\n") + "\n"
}
