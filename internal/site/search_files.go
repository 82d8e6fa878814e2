package site

import (
	"iter"
	"strings"

	"vigie/internal/record"
	"vigie/internal/site/find"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// searchFolder holds what the script of the search loads.
const searchFolder = "find/"

// searchIndex is the index of a language, which the script loads first.
func searchIndex(l lang.Lang) string { return searchFolder + string(l) + ".json" }

// indexFile is that index: the words of the language, and where the words of queries stand.
type indexFile struct {
	Groups []string          `json:"groups"`
	Kinds  []string          `json:"kinds"` // of places
	Small  []string          `json:"small"`
	Short  map[string]string `json:"short"`
	Places string            `json:"places"` // what the addresses of pages of places start with
	Bodies string            `json:"bodies"` // and those of bodies
	Sets   []find.Index      `json:"sets"`
}

// SearchFiles are the files that the script of the search loads: for each language an
// index and what is named in that language, and the places once for all. None in a site
// without the search.
func (s *Site) SearchFiles() []Extra {
	s.searched.filesOnce.Do(func() {
		if s.has(searchKey) {
			s.searched.files = s.cutSearch()
		}
	})
	return s.searched.files
}

func (s *Site) cutSearch() []Extra {
	var out []Extra
	spelling := s.spelling()
	add := func(set find.Set) find.Index {
		cut := find.Cut(set, spelling)
		for _, f := range cut.Files {
			out = append(out, Extra{searchFolder + f.Path, f.Data})
		}
		return cut.Index
	}
	rows, around, kinds := s.placeRows()
	places := add(find.Set{Folder: "places", Rows: rows, Around: around, Most: 22_000})
	for _, l := range s.Config.Languages {
		v := view{site: s, l: l}
		index := indexFile{Kinds: []string{}, Small: spelling.Small, Short: spelling.Short,
			Places: strings.TrimPrefix(s.Href(l, searchKey)+placesSlug("").In(l), "/"),
			Bodies: strings.TrimPrefix(s.Href(l, "organisations"), "/")}
		for _, g := range searchGroups {
			index.Groups = append(index.Groups, v.word("search.group."+g))
		}
		for _, k := range kinds {
			index.Kinds = append(index.Kinds, v.name(record.BodyKindList, string(k)))
		}
		var named []find.Row
		for _, f := range v.findable() {
			named = append(named, f.row)
		}
		index.Sets = []find.Index{add(find.Set{Folder: string(l), Rows: named, Most: 36_000}), places}
		out = append(out, Extra{searchIndex(l), append(encoded(index), '\n')})
	}
	return out
}

// searchFiles yields those files, and the request that may be sent to any place.
func searchFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, f := range s.SearchFiles() {
			if !yield(f) {
				return
			}
		}
		if letter, ok := s.placeLetter(); ok {
			yield(Extra{s.placeLetterPath(), []byte(letter)})
		}
	}
}

// PlaceRequestPage is a request for documents that may be sent to any local body.
type PlaceRequestPage struct {
	Unknown []UnknownView
	Letter  LetterView
	Foreign bool // the letter is not in the language of the page
}

func (s *Site) placeLetterPath() string { return s.Added.Letters.Folder + "/lieu.txt" }

// placeLetter is the request to a local body that whoever sends it names; false where
// none can be written.
func (s *Site) placeLetter() (string, bool) {
	if !s.writesLetters() || !s.has(searchKey) || len(s.holders()) == 0 {
		return "", false
	}
	s.searched.letterOnce.Do(func() { s.searched.letter = s.writePlaceLetter() })
	return s.searched.letter, true
}

func (s *Site) writePlaceLetter() string {
	body, _ := s.Theme.Words.Find("places.letter.body")
	documents, _ := s.Theme.Words.Find("places.letter.documents")
	l := s.Added.Letters.Language
	about := LetterAbout{Body: body.In(l), Documents: documents.In(l), Searched: s.lastRead()}
	for _, one := range s.placeSilences() {
		about.Searched, about.Where = one.Searched, one.Where.In(l)
	}
	return s.Added.Letters.Write(about)
}

func (v view) placeRequest() Page {
	letter, _ := v.site.placeLetter()
	v.note(0, trace.Thing{Of: string(record.Silences), ID: trace.All})
	body := PlaceRequestPage{Foreign: v.l != v.site.Added.Letters.Language,
		Letter: LetterView{Body: Link{Text: v.word("places.letter.to")}, Text: letter,
			File: Link{Href: "/" + v.site.placeLetterPath(), Text: v.word("request.file")}}}
	for _, s := range v.site.placeSilences() {
		body.Unknown = append(body.Unknown, v.silence(s))
	}
	return v.below(searchKey, placeRequestSlug, "place-request", v.word("title.place-request"),
		v.word("lead.place-request"),
		body)
}

var placeRequestSlug = lang.Text{FR: "demande", EN: "request"}

// askLink leads to the request that may be sent to any place; nil where there is none.
func (v view) askLink() *Link {
	if _, ok := v.site.placeLetter(); !ok {
		return nil
	}
	return &Link{Href: v.site.Href(v.l, searchKey) + placeRequestSlug.In(v.l) + "/", Text: v.word("places.ask")}
}
