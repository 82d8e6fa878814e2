package site

import (
	"slices"
	"strings"
	"sync"

	"vigie/internal/config"
	"vigie/internal/content"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Frame is what the template "page" is given: the page, already rendered by its
// own template, and what stands round every page. What templates ask of the page stands
// beside it: a field of a field that is embedded takes them five times as long.
type Frame struct {
	Page        Page
	Lang        lang.Lang
	Template    string
	Title       string
	Description string
	Crumbs      []Link
	Feeds       []Alternate
	Opening     Prose
	Reserves    Prose
	Parts       *Parts
	Picture     *PictureView
	Main        Prose // the page itself
	Draws       bool  // a chart stands on it: its script is needed
	SiteTitle   string
	Places      *Places
	Search      *Link // the page that answers the search; nil on that page, and where there is none
	Home        Link
	Tongues     []Tongue // the same page in the other languages
	AsOf        string   // day of reference, in words
	AsOfISO     string
	Sorts       bool     // a table stands on it that its reader may sort: its script is wanted
	Narrows     bool     // filters stand on it that narrow its list: their script is wanted
	Holds       *Holding // until when its statements hold; nil when time alone changes none
	Canonical   string   // full address, when the site has one
	FullImage   string   // that of the picture which others show of the page; empty for none
	// that of the page in the first language, for readers of none of them; empty with one language
	Default     string
	Withdrawn   *WithdrawnView  // the record of the page was taken back
	Below       []WithdrawnView // records shown on the page that were taken back
	History     *HistoryView    // what became of the record or the figure of the page
	Independent bool            // the publisher is not the State
	Publisher   string
	Access      Link // the accessibility mention that the law asks for, and the statement
	Licence     string
}

// Places are the links to the sections. The pages that have the same share one, so that a
// template may render it once for all of them: {{part "menu" .Places}}.
type Places struct {
	Menu   []Link
	Footer []Link
	Below  bool // the page stands below the one of its section
}

// placesKey names what places depend on.
type placesKey struct {
	l       lang.Lang
	section string
	below   bool
}

// chartMark is in the HTML of every chart that its reader may take in hand, sortMark in that of every table which
// its reader may sort, listMark in that of every list which has filters.
const (
	chartMark = `<figure class="chart"`
	sortMark  = `<table class="stack sortable"`
	listMark  = ` data-found="` // in the filters of a list
)

// Frame puts the frame of the site round a page that its template has rendered.
func (s *Site) Frame(p Page, main Prose) Frame {
	v := view{site: s, l: p.Lang, notes: &noting{log: p.made, english: p.english}}
	v.template(p.Template)
	v.template("page")
	if p.Bare {
		v.template("page-bare")
	}
	v.note(0, trace.Thing{Of: trace.Settings, ID: config.File})
	f := Frame{Page: p, Lang: p.Lang, Template: p.Template, Title: p.Title, Description: p.Description,
		Crumbs: p.Crumbs, Feeds: p.Feeds, Opening: p.Opening, Reserves: p.Reserves, Parts: p.Parts, Picture: p.Picture,
		Main: main, Draws: strings.Contains(string(main), chartMark),
		Narrows: strings.Contains(string(main), listMark),
		Sorts:   strings.Contains(string(main), sortMark), SiteTitle: s.Config.Site.Title.In(p.Lang),
		Home: Link{Href: s.root(p.Lang), Text: v.word("nav.home")},
		AsOf: v.day(s.Data.AsOf), AsOfISO: s.Data.AsOf.String(), Independent: !s.Config.Publisher.IsState(),
		Publisher: s.Config.Publisher.Name.In(p.Lang),
		Access:    Link{Href: s.Href(p.Lang, "accessibility"), Text: v.accessibilityMention()},
		Licence:   s.Config.Licence.Data}
	if !p.Day.IsZero() {
		f.AsOf, f.AsOfISO = v.day(p.Day), p.Day.String()
	}
	if s.Config.BaseURL != "" {
		f.Canonical = s.Config.BaseURL + p.Address[1:]
		f.Default = s.defaultOf(p)
		if p.Picture != nil {
			f.FullImage = s.full(p.Picture.Href)
		}
	}
	if s.has(searchKey) && p.Key != searchKey {
		field := v.field()
		f.Search = &field
	}
	f.Tongues = s.tongues(p)
	f.Holds = v.holding(s.holdsPage(p))
	f.Withdrawn, f.Below = v.withdrawnOn(p)
	f.History = v.historyOf(p)
	f.Places = v.places(p.Section, len(p.Crumbs) > 0)
	return f
}

// places are those of a page of a section.
func (v view) places(section string, below bool) *Places {
	if v.notes != nil {
		v.add(v.site.setOf("places", string(v.l), func(log *trace.Log) {
			alone := view{site: v.site, l: v.l, notes: &noting{log: log, english: map[string]bool{}}}
			alone.links(slices.Concat(v.site.Content.Menu(), v.site.Content.Footer()), "")
		}))
	}
	key := placesKey{v.l, section, below}
	if known, ok := v.site.once.places.Load(key); ok {
		return known.(*Places)
	}
	made := &Places{v.links(v.site.Content.Menu(), section), v.links(v.site.Content.Footer(), section), below}
	known, _ := v.site.once.places.LoadOrStore(key, made)
	return known.(*Places)
}

// links makes the links of a menu.
func (v view) links(pages []*content.Page, current string) []Link {
	var out []Link
	for _, p := range pages {
		l := v.section(p.Key)
		l.Current = p.Key == current
		out = append(out, l)
	}
	return out
}

// notes gathers the problems that planning finds in prose.
type notes struct {
	mu   sync.Mutex
	list problem.List
}

func (n *notes) add(l problem.List) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = append(n.list, l...)
}

// Problems lists what was found in the prose while the pages were planned.
func (s *Site) Problems() problem.List {
	s.notes.list.Sort()
	return s.notes.list
}

// prose renders the prose of a key, with its figures and charts in place; empty
// when there is none.
func (v view) prose(key string) Prose {
	d := v.doc(key)
	if d == nil {
		return ""
	}
	html, found := d.HTML(placer{v})
	v.site.notes.add(found)
	v.site.notes.add(v.headlines(d))
	return html
}

// intro gives the title and description that prose sets for a section; without prose,
// what menus call it, and the lead that the theme may have for it.
func (v view) intro(key string) (title, description string, prose Prose) {
	if d := v.doc(key); d != nil {
		return lang.Typeset(v.l, d.Title), lang.Typeset(v.l, d.Description), v.prose(key)
	}
	lead, _ := v.site.Theme.Words.Find("lead." + key)
	return v.word("nav." + key), lead.In(v.l), ""
}
