// Hugo makes a project for Hugo out of a built site that has a page for each local body (pages.organisations: all):
// one JSON file of the bodies, and a layout for each language that is a page of ours with holes. What Hugo makes of
// it are the same pages, so that both can be timed side by side: see script/hugo.sh.
//
//	go run ./script/hugo SITE PROJECT
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// sections are where pages of bodies stand, by language.
var sections = map[string]string{"fr": "organismes", "en": "en/organisations"}

// holes are what differs from page to page: the name of each, and what stands around it. A hole that is raw holds
// elements; the page of which the layout is made has the usual ones, which stand there and in no other page.
var holes = []struct {
	name string
	raw  bool
	at   *regexp.Regexp
}{
	{"title", false, regexp.MustCompile(`<title>(.*?) — Vigie</title>`)},
	{"description", false, regexp.MustCompile(`<meta name="description" content="(.*?)">`)},
	{"other", false, regexp.MustCompile(`<a class="tongue" href="(.*?)"`)},
	{"again", false, regexp.MustCompile(`<p><a href="([^"]*)" lang="`)},
	{"heading", false, regexp.MustCompile(`<h1>(.*?)</h1>`)},
	{"kind", false, regexp.MustCompile(`<p class="kind">(.*?)</p>`)},
	{"known", true, regexp.MustCompile(`(?s)<p class="kind">[^<]*</p>\n(.*?)</div>\n`)},
	{"unknown", true, regexp.MustCompile(`(?s)<section class="unknowns">.*?<ul class="rows">(.*?)</ul></section>`)},
	{"facts", true, regexp.MustCompile(`(?s)<dl class="facts card">(.*?)</dl>`)},
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: go run ./script/hugo SITE PROJECT")
	}
	if err := make(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func make(site, project string) error {
	var bodies []map[string]string
	layouts, usual := map[string]string{}, map[string]map[string]string{}
	for l, section := range sections {
		files, err := filepath.Glob(filepath.Join(site, section, "*", "index.html"))
		if err != nil {
			return err
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			page := string(raw)
			if !strings.Contains(page, `<body class="page-place">`) || !strings.Contains(page, `<section class="unknowns">`) {
				continue
			}
			slug := filepath.Base(filepath.Dir(file))
			body := map[string]string{"path": section + "/" + slug, "language": l}
			layout := page
			for _, h := range holes {
				at := h.at.FindStringSubmatchIndex(layout)
				if at == nil {
					return fmt.Errorf("%s has no %s", file, h.name)
				}
				body[h.name] = unescaped(layout[at[2]:at[3]])
				hole := "{{ .Params." + h.name + " }}"
				if h.raw {
					body[h.name] = layout[at[2]:at[3]]
					hole = "{{ with .Params." + h.name + " }}{{ . | safeHTML }}{{ else }}" + body[h.name] + "{{ end }}"
				}
				layout = layout[:at[2]] + hole + layout[at[3]:]
			}
			if layouts[l] == "" {
				layouts[l], usual[l] = layout, body
			}
			for _, h := range holes {
				if h.raw && body[h.name] == usual[l][h.name] && usual[l]["path"] != body["path"] {
					delete(body, h.name)
				}
			}
			bodies = append(bodies, body)
		}
	}
	if len(bodies) == 0 {
		return errors.New("there is no page of a local body: build with pages.organisations: all")
	}
	var data bytes.Buffer
	e := json.NewEncoder(&data)
	e.SetEscapeHTML(false)
	if err := e.Encode(bodies); err != nil {
		return err
	}
	written := map[string]string{
		"hugo.toml": "baseURL = \"https://example.org/\"\ntitle = \"Vigie\"\n" +
			"disableKinds = [\"taxonomy\", \"term\", \"rss\", \"sitemap\", \"404\", \"home\", \"section\", \"robotsTXT\"]\n",
		"assets/bodies.json": data.String(),
		"content/_content.gotmpl": "{{ range (resources.Get \"bodies.json\" | transform.Unmarshal) }}" +
			"{{ $.AddPage (dict \"path\" .path \"title\" .title \"type\" .language \"params\" .) }}{{ end }}\n",
	}
	for l, layout := range layouts {
		written["layouts/"+l+"/single.html"] = layout
	}
	for name, content := range written {
		whole := filepath.Join(project, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(whole), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(whole, []byte(content), fs.FileMode(0o644)); err != nil {
			return err
		}
	}
	log.Printf("%d pages in %s", len(bodies), project)
	return nil
}

// unescaped is a text as data hold it: Hugo escapes it again.
func unescaped(s string) string {
	return strings.NewReplacer("&#39;", "'", "&#34;", `"`, "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}
