package site

import (
	"bytes"
	"regexp"
)

// absent is a link to what the site does not have, with its words; links hold no other
// link. A record is named after the mark, a section ends in a slash.
var absent = regexp.MustCompile(`(?s)<a [^>]*?href="/(?:[A-Za-z-]+/)?` + nowhere + `([^"]*)"[^>]*>(.*?)</a>`)

// Unlinked turns the links of a page to what the site does not have into their words,
// which still name the record that they are about.
func Unlinked(page []byte) []byte {
	if !bytes.Contains(page, []byte("/"+nowhere)) {
		return page
	}
	return absent.ReplaceAllFunc(page, func(link []byte) []byte {
		parts := absent.FindSubmatch(link)
		named := ""
		if name := string(parts[1]); name != "" && name[len(name)-1] != '/' {
			named = ` data-words="` + name + `"`
		}
		return []byte("<span" + named + ">" + string(parts[2]) + "</span>")
	})
}
