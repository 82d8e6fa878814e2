package hosting

import (
	"fmt"
	"regexp"
	"strings"
)

// Nginx writes what nginx needs: maps for its block http, and the lines of a server.
//
// A header is a map from addresses to values, since add_header in one place of nginx takes
// away those of all places around it. The maps see the address of the file that answers:
// of a page that is not found, that is the page that says so.
func (h Host) Nginx() (maps, server string, err error) {
	if err := h.check(); err != nil {
		return "", "", err
	}
	var m, s strings.Builder
	m.WriteString("# Which address has which header. Include this in the block http of nginx.\n")
	s.WriteString("# Include this in a block server of nginx that has listen, server_name and root.\n" +
		"index index.html;\nserver_tokens off;\nabsolute_redirect off;\n")
	for _, name := range h.Rules.names() {
		variable := "$vigie_" + strings.ToLower(strings.ReplaceAll(name, "-", "_"))
		fmt.Fprintf(&m, "map $uri %s {\n    default \"\";\n", variable)
		for _, g := range h.Rules.of(name) {
			fmt.Fprintf(&m, "    \"~%s\" \"%s\";\n", expression(g.pattern, false), g.value)
		}
		m.WriteString("}\n")
		fmt.Fprintf(&s, "add_header %s %s always;\n", name, variable)
	}
	h.nginxMissing(&m, &s)
	h.nginxFiles(&s)
	return m.String(), s.String(), nil
}

// nginxFiles writes what files are, how they are sent, and what is sent where there is none.
func (h Host) nginxFiles(s *strings.Builder) {
	s.WriteString("\ntypes {\n")
	for _, m := range media {
		fmt.Fprintf(s, "    \"%s\" %s;\n", m.media, m.ext[1:])
	}
	fmt.Fprintf(s, "}\ndefault_type %s;\nlocation ~ \"/[.]?[^./]+$\" { default_type \"%s\"; }\n", unknownMedia, Plain)
	for _, rule := range h.Rules {
		if kind := Value(rule.Set, ContentType); kind != "" {
			fmt.Fprintf(s, "location ~ \"%s\" { types { } default_type \"%s\"; }\n",
				expression(rule.Pattern, false), kind)
		}
	}
	s.WriteString("\n# Files that vigie publish --compressed yes put beside the others are sent as they are.\n" +
		"# Text without one is sent plain. The second line needs the module ngx_brotli\n" +
		"# (libnginx-mod-http-brotli-static in Debian).\n" +
		"gzip_static on;\ngzip_vary on;\ngzip_proxied any;\n#brotli_static on;\n\n")
}

// nginxMissing writes what becomes of addresses where nothing stands.
func (h Host) nginxMissing(m, s *strings.Builder) {
	m.WriteString("map $uri $vigie_not_found {\n")
	for i, page := range h.NotFound {
		if i == 0 {
			fmt.Fprintf(m, "    default \"%s\";\n", page)
		} else {
			fmt.Fprintf(m, "    \"~^%s\" \"%s\";\n", regexp.QuoteMeta(folderOf(page)), page)
		}
	}
	m.WriteString("}\n")
	s.WriteString("error_page 404 $vigie_not_found;\n")
	for _, r := range h.Redirects {
		to := r.To
		if strings.HasSuffix(r.From, "*") {
			to += "$1"
		}
		fmt.Fprintf(s, "if (!-e $request_filename) {\n    rewrite \"%s\" \"%s\" permanent;\n}\n",
			expression(r.From, true), to)
	}
}
