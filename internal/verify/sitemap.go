package verify

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"path"
	"regexp"

	"vigie/internal/config"
)

const sitemapFile = "sitemap.xml"

// unindexed is how a page asks search engines to leave it out.
var unindexed = regexp.MustCompile(`<meta name="robots" content="[^"]*noindex`)

// mapped checks the map for search engines against the pages that are there: each page with an
// address is in it once, but for those that want no reader from a search (404.html, noindex),
// and it holds nothing else. A site without an address has no such map.
func mapped(o Options, pages []string, report *Report) error {
	if o.Config.BaseURL == "" {
		return nil
	}
	fault := func(what, address string) {
		report.Faults = append(report.Faults, Fault{File: sitemapFile, What: what, Found: address})
	}
	raw, err := fs.ReadFile(o.Site, sitemapFile)
	if err != nil {
		fault("a site with an address ("+config.File+": base_url) lacks its map for search engines", "")
		return nil
	}
	var file struct {
		Pages []struct {
			Address string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(raw, &file); err != nil {
		fault("it is no XML: "+err.Error(), "")
		return nil
	}
	listed := map[string]int{}
	for _, p := range file.Pages {
		listed[p.Address]++
	}
	wanted := map[string]bool{}
	for _, name := range pages {
		page, err := fs.ReadFile(o.Site, name)
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if path.Base(name) != "404.html" && !unindexed.Match(page) {
			address := o.Config.BaseURL + addressOf(name)[1:]
			wanted[address] = true
			if listed[address] == 0 {
				fault("it does not list a page of the site", address)
			}
		}
	}
	for _, p := range file.Pages {
		switch {
		case !wanted[p.Address]:
			fault("it lists what is no page for readers", p.Address)
		case listed[p.Address] > 1:
			fault("it lists a page more than once", p.Address)
		}
	}
	return nil
}
