package site

// Tongue is a page in another language: where it is, and how that language calls
// itself and the page.
type Tongue struct {
	Tag, Href string
	Full      string // full address, when the site has one
	Name      string // "English"
	Label     string // "This page in English"
}

// tongues are the other languages of a page.
func (s *Site) tongues(p Page) []Tongue {
	var out []Tongue
	for _, o := range p.Others {
		v := view{site: s, l: o.Lang, notes: &noting{log: p.made, english: p.english}}
		out = append(out, Tongue{Tag: string(o.Lang), Href: o.Address, Full: s.fullOnly(o.Address),
			Name: v.word("language"), Label: v.word("language.page")})
	}
	return out
}

// defaultOf is the full address for readers of no language of the site: that of the
// first one. A site in one language needs none.
func (s *Site) defaultOf(p Page) string {
	if len(p.Others) == 0 {
		return ""
	}
	for _, o := range p.Others {
		if o.Lang == s.Config.Languages.First() {
			return s.full(o.Address)
		}
	}
	return s.full(p.Address)
}
