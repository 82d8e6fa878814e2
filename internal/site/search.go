package site

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/site/find"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// SearchPage is where a reader searches the site: a field that a script answers, and for
// those without it the same things from A to Z, and the places around which to look.
type SearchPage struct {
	Prose   Prose
	Field   Link   // the page itself, with the words of its field
	Index   string // address of the index that the script loads first
	Letters []Link
	Places  []Link // pages of places, by the body that they stand in
	Ask     *Link  // the request that may be sent to any of them; nil where no letter can be written
}

// LetterPage lists all that starts with a letter.
type LetterPage struct {
	Letters []Link
	Groups  []LetterGroup // one without a title where the list is short
}

// LetterGroup is what starts with the same two letters.
type LetterGroup struct {
	ID, Title string
	Rows      []LetterRow
}

// LetterRow is something that may be found, with what it is.
type LetterRow struct {
	Link       Link
	What, Note string
	Prose      bool // its words are those of a page, and not of a record
}

const searchKey = "search"

// searched keeps what may be found, made once.
type searched struct {
	placesOnce sync.Once
	places     []beside.Place
	holders    []int        // see holders
	groupings  map[int]bool // see grouping
	silences   []*dataset.Silence
	listed     map[int][]int // the places on the page of one, in the order of their names
	mu         sync.Mutex
	rows       map[lang.Lang][]findable
	letterOnce sync.Once
	letter     string
	filesOnce  sync.Once
	files      []Extra
}

// spelling is how the words of the languages of the site are compared.
func (s *Site) spelling() find.Spelling {
	out := find.Spelling{Short: map[string]string{}}
	for _, l := range s.Config.Languages {
		small, _ := s.Theme.Words.Find("search.small")
		out.Small = append(out.Small, strings.Fields(small.In(l))...)
		short, _ := s.Theme.Words.Find("search.short")
		for pair := range strings.FieldsSeq(short.In(l)) {
			if from, to, ok := strings.Cut(pair, "="); ok {
				out.Short[from] = to
			}
		}
	}
	return out
}

func searchPages(v view) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if !v.site.has(searchKey) || !yield(v.searchPage()) {
			return
		}
		for _, letter := range v.letters() {
			for p := range v.letterPages(letter) {
				if !yield(p) {
					return
				}
			}
		}
		for _, holder := range v.site.holders() {
			if !yield(v.placesPage(holder)) {
				return
			}
		}
		if _, ok := v.site.placeLetter(); ok {
			yield(v.placeRequest())
		}
	}
}

func (v view) searchPage() Page {
	title, lead, prose := v.intro(searchKey)
	v.notesFindable()
	body := SearchPage{Prose: prose, Field: v.field(), Index: "/" + searchIndex(v.l), Letters: v.letterLinks(""),
		Ask: v.askLink()}
	for _, holder := range v.site.holders() {
		body.Places = append(body.Places, v.placesLink(holder))
	}
	return v.page(searchKey, searchKey, title, lead, body)
}

// field is the page that answers the search, with the words of the field that leads to it.
func (v view) field() Link {
	return Link{Href: v.site.Href(v.l, searchKey), Text: v.word("search.field")}
}

// notesFindable notes that a page goes through all that may be found, to choose from it.
func (v view) notesFindable() {
	for _, kind := range []record.Kind{record.Organisations, record.Providers, record.Offers, record.Qualifications,
		record.Migrations, record.Commitments, record.Contradictions, record.Sources, record.Silences, record.Indicators,
		record.Events, record.Doctrines, record.Measures, record.Tiers, record.SeriesKind} {
		v.note(0, trace.Thing{Of: string(kind), ID: trace.All})
	}
	for _, list := range []record.List{record.BodyKindList, record.ModelList, record.SchemeList, record.TierList} {
		v.note(0, vocabulary(list))
	}
	for _, of := range []string{trace.Prose, trace.Words} {
		v.note(0, trace.Thing{Of: of, ID: trace.All})
	}
}

// noLetter names the page of what starts with no letter.
const noLetter = "0-9"

// letterOf is the letter under which a name stands: the first one, without its accent.
func letterOf(name string) string {
	words := (find.Spelling{}).Words(name)
	if len(words) == 0 {
		return noLetter
	}
	if r, _ := utf8.DecodeRuneInString(words[0]); r >= 'a' && r <= 'z' {
		return string(r)
	}
	return noLetter
}

// letters are those with which something starts that may be found, in any language of the
// site: a page has the same address in each.
func (v view) letters() []string {
	starts := map[string]bool{}
	for _, l := range v.site.Config.Languages {
		for _, f := range (view{site: v.site, l: l}).findable() {
			starts[f.letter] = true
		}
	}
	var out []string
	for r := 'a'; r <= 'z'; r++ {
		if starts[string(r)] {
			out = append(out, string(r))
		}
	}
	if starts[noLetter] {
		out = append(out, noLetter)
	}
	return out
}

func (v view) letterLinks(current string) []Link {
	var out []Link
	for _, letter := range v.letters() {
		out = append(out, Link{Href: v.site.Href(v.l, searchKey) + letter + "/", Text: strings.ToUpper(letter),
			Current: letter == current})
	}
	return out
}

// pairOf is the two letters under which a name stands, or the one where no letter follows it.
func pairOf(name string) string {
	words := (find.Spelling{}).Words(name)
	if len(words) > 0 && len(words[0]) > 1 && words[0][1] >= 'a' && words[0][1] <= 'z' {
		return words[0][:2]
	}
	return letterOf(name)
}

func (p *LetterPage) add(name string, row LetterRow) {
	id := pairOf(name)
	i := slices.IndexFunc(p.Groups, func(g LetterGroup) bool { return g.ID == id })
	if i < 0 {
		i = len(p.Groups)
		p.Groups = append(p.Groups, LetterGroup{ID: id, Title: strings.ToUpper(id[:1]) + id[1:]})
	}
	p.Groups[i].Rows = append(p.Groups[i].Rows, row)
}

// longLetter is from how many names on a letter is cut by the next letter.
const longLetter = 24

// settle puts the pairs in the order of the alphabet; a short list, or one of what starts with
// no letter, stays whole.
func (p *LetterPage) settle(letter string) {
	rows := 0
	for _, g := range p.Groups {
		rows += len(g.Rows)
	}
	if rows == 0 || rows > longLetter && letter != noLetter {
		slices.SortStableFunc(p.Groups, func(a, b LetterGroup) int { return strings.Compare(a.ID, b.ID) })
		return
	}
	whole := LetterGroup{}
	for _, g := range p.Groups {
		whole.Rows = append(whole.Rows, g.Rows...)
	}
	p.Groups = []LetterGroup{whole}
}

// letterPages are the pages of what starts with a letter, in the order of its first two.
func (v view) letterPages(letter string) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		var found []findable
		for _, f := range v.findable() {
			if f.letter == letter {
				found = append(found, f)
			}
		}
		if len(found) > mostRows {
			slices.SortStableFunc(found, func(a, b findable) int {
				return strings.Compare(pairOf(a.row.Name), pairOf(b.row.Name))
			})
		}
		for _, c := range cuts(len(found), mostRows) {
			c.Alone = true // as many names start with a letter as a language has
			if !yield(v.letterPage(letter, c, found[c.First:c.Last])) {
				return
			}
		}
	}
}

func (v view) letterPage(letter string, c cut, found []findable) Page {
	v.notesFindable()
	body := LetterPage{Letters: v.letterLinks(letter)}
	for _, f := range found {
		v.note(trace.Named|trace.Shown, f.of)
		body.add(f.row.Name, LetterRow{Link: Link{Href: "/" + f.row.Address, Text: f.row.Name},
			What: v.word("search.group." + searchGroups[f.row.Group]), Note: f.row.Note,
			Prose: f.of.Of == trace.Prose})
	}
	body.settle(letter)
	title := v.describe("title.letter", strings.ToUpper(letter))
	p := v.below(searchKey, lang.Name(letter), "letter-list", title,
		v.describe("lead.letter", strings.ToUpper(letter)), body)
	return v.part(p, c, mostRows, "parts.rule.names")
}
