package verify

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"vigie/internal/config"
)

const sitemapFile = "sitemap.xml"

// unindexed is how a page asks search engines to leave it out.
var unindexed = regexp.MustCompile(`<meta name="robots" content="[^"]*noindex`)

// mapFile is one file of the map, or its index.
type mapFile struct {
	Pages []mapEntry `xml:"url"`
	Parts []mapEntry `xml:"sitemap"`
}

type mapEntry struct {
	Address string `xml:"loc"`
}

// read adds what a file of the map lists.
func (m *mapFile) read(o Options, name string) error {
	raw, err := fs.ReadFile(o.Site, name)
	if err != nil {
		return err
	}
	return xml.Unmarshal(raw, m)
}

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
	var file mapFile
	if err := file.read(o, sitemapFile); err != nil {
		fault("a site with an address ("+config.File+": base_url) lacks its map for search engines", err.Error())
		return nil
	}
	for _, part := range file.Parts { // a map of more pages than one file may list
		if err := file.read(o, strings.TrimPrefix(part.Address, o.Config.BaseURL)); err != nil {
			fault("a part of it cannot be read: "+err.Error(), part.Address)
			return nil
		}
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
