package feed

import (
	"bytes"
	"encoding/json"
)

// The members of JSON Feed 1.1 (jsonfeed.org) that say the same as the Atom feed.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Home        string       `json:"home_page_url,omitempty"`
	Self        string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language,omitempty"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	External  string   `json:"external_url,omitempty"` // the first document that it rests on
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published,omitempty"`
	Modified  string   `json:"date_modified"`
	Tags      []string `json:"tags,omitempty"`
}

// JSON writes the same feed as a JSON Feed, which stands at an address of its own; empty
// when the site has none. Its items have the identifiers of the entries.
func (a Atom) JSON(self string) []byte {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: a.Title, Home: a.Page, Self: self,
		Description: a.Subtitle, Language: a.Lang, Authors: []jsonAuthor{{a.Author}}, Items: []jsonItem{}}
	for _, e := range a.Entries {
		item := jsonItem{ID: e.ID, URL: e.Page, Title: e.Title, Text: e.Summary, Modified: instant(e.Updated)}
		if len(e.Sources) > 0 {
			item.External = e.Sources[0]
		}
		if !e.Published.IsZero() {
			item.Published = instant(e.Published)
		}
		if e.Label != "" {
			item.Tags = []string{e.Label}
		}
		out.Items = append(out.Items, item)
	}
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	w.SetIndent("", " ")
	if err := w.Encode(out); err != nil {
		panic(err) // texts cannot fail
	}
	return b.Bytes()
}
