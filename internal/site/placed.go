package site

import (
	"cmp"
	"strings"

	"vigie/internal/content"
	"vigie/internal/export"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// Placed is where the files of data of a site stand, from its root, each with a slash at its end. All are
// below the page "data" in the first language of the site: "donnees/" in French, "data/" in English.
type Placed struct {
	Tables    export.Folder // those of the tables
	Charts    string        // those of the charts
	Collected string        // rows as they were collected
	Copies    string        // copies of what was read
}

// Placed is where the files of data stand. The names of the folders below are words of the theme.
func (s *Site) Placed() Placed {
	l := s.Config.Languages.First()
	data := strings.TrimPrefix(s.Href(l, "data"), "/")
	below := func(word string) string { return data + s.Theme.Words.Must(l, word) + "/" }
	return Placed{Tables: export.Folder(data), Charts: below("folder.charts"), Collected: below("folder.collected"),
		Copies: data + "copies/"}
}

// feeds is the folder of the feeds of a language, from the root of the site, with a slash at its end.
func (s *Site) feeds(l lang.Lang) string {
	return s.Config.Languages.Folder(l) + s.Theme.Words.Must(l, "folder.feeds") + "/"
}

// Feeds are the folders of feeds, one a language.
func (s *Site) Feeds() []string {
	var out []string
	for _, l := range s.Config.Languages {
		out = append(out, s.feeds(l))
	}
	return out
}

// placed is where the files of data stand; it notes the words that name their folders.
func (v view) placed() Placed {
	for _, word := range []string{"folder.charts", "folder.collected"} {
		v.note(0, trace.Thing{Of: trace.Words, ID: word})
	}
	return v.site.Placed()
}

// feed is where a feed stands, from the root of the site.
func (v view) feed(name lang.Text) string {
	v.note(0, trace.Thing{Of: trace.Words, ID: "folder.feeds"})
	return v.site.feeds(v.l) + name.In(v.l)
}

// packageName is what programs call the data of the site: the name that its settings give, or its title in the
// same form.
func (s *Site) packageName() string {
	return cmp.Or(s.Config.Site.Name, content.Slug(s.Config.Site.Title.In(s.Config.Languages.First())), "data")
}
