package hosting

import (
	"fmt"
	"slices"
	"strings"
)

// Caddy writes the lines of a site of Caddy, in a Caddyfile: what stands in a block route
// applies in its order, as the table does.
func (h Host) Caddy() (string, error) {
	if err := h.check(); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("# Import this in the block of a site of Caddy that has root.\nroute {\n")
	for i, r := range h.Redirects {
		to := r.To
		if strings.HasSuffix(r.From, "*") {
			to += fmt.Sprintf("{re.moved%d.1}", i)
		}
		fmt.Fprintf(&b, "\t@moved%d {\n\t\tpath_regexp moved%d \"%s\"\n\t\tnot file {path} {path}/index.html\n\t}\n"+
			"\tredir @moved%d %s permanent\n", i, i, expression(r.From, true), i, to)
	}
	for i, m := range media {
		fmt.Fprintf(&b, "\t@media%d path *%s\n\theader @media%d Content-Type \"%s\"\n", i, m.ext, i, m.media)
	}
	fmt.Fprintf(&b, "\t@plain path_regexp \"/[.]?[^./]+$\"\n\theader @plain Content-Type \"%s\"\n", Plain)
	fmt.Fprintf(&b, "\theader Cache-Control \"%s\"\n", PageCache)
	for i, rule := range h.Rules {
		fmt.Fprintf(&b, "\t@rule%d path_regexp \"%s\"\n", i, expression(rule.Pattern, false))
		for _, name := range rule.Back {
			if Value(rule.Set, name) == "" { // Caddy takes away when it answers, thus what is set here too
				fmt.Fprintf(&b, "\theader @rule%d -%s\n", i, name)
			}
		}
		for _, set := range rule.Set {
			fmt.Fprintf(&b, "\theader @rule%d %s \"%s\"\n", i, set.Name, set.Value)
		}
	}
	b.WriteString("\t# files that vigie publish --compressed yes put beside the others are sent as they are\n" +
		"\tfile_server {\n\t\tprecompressed br gzip\n\t}\n}\n")
	h.caddyErrors(&b)
	return b.String(), nil
}

// caddyErrors writes the pages that are shown where nothing stands, which have the headers
// of their own address: an asset that is missing is not missing for a year.
func (h Host) caddyErrors(b *strings.Builder) {
	b.WriteString("handle_errors {\n")
	for i, page := range slices.Backward(h.NotFound) { // the first is for all that the others leave
		fmt.Fprintf(b, "\t@missing%d {\n\t\texpression {err.status_code} == 404\n\t\tpath %s*\n\t}\n"+
			"\thandle @missing%d {\n\t\troute {\n", i, folderOf(page), i)
		own := h.Rules.For(page)
		for _, name := range h.Rules.names() {
			if name != CacheControl && Value(own, name) == "" {
				fmt.Fprintf(b, "\t\t\theader -%s\n", name)
			}
		}
		fmt.Fprintf(b, "\t\t\theader Content-Type \"%s\"\n\t\t\theader Cache-Control \"%s\"\n", Media(page), PageCache)
		for _, set := range own {
			fmt.Fprintf(b, "\t\t\theader %s \"%s\"\n", set.Name, set.Value)
		}
		fmt.Fprintf(b, "\t\t\trewrite * %s\n\t\t\tfile_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t}\n\t\t}\n\t}\n", page)
	}
	b.WriteString("}\n")
}
