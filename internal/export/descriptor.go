package export

import (
	"vigie/internal/dataset"
	"vigie/internal/value/lang"
)

// Package is a Data Package v2: what the files are, whose, and from what sources.
type Package struct {
	Profile      string        `json:"$schema"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Homepage     string        `json:"homepage,omitempty"`
	Version      string        `json:"version"`
	Licenses     []LicenceLine `json:"licenses"`
	Contributors []Contributor `json:"contributors"`
	Sources      []SourceLine  `json:"sources"`
	Resources    []Resource    `json:"resources"`
}

// LicenceLine, Contributor and SourceLine are as the standard names them.
type LicenceLine struct {
	Name  string `json:"name"`
	Path  string `json:"path,omitempty"` // empty where the terms are not known
	Title string `json:"title"`
}

// Contributor is who publishes the package.
type Contributor struct {
	Title string   `json:"title"`
	Path  string   `json:"path,omitempty"`
	Roles []string `json:"roles"`
}

// SourceLine is a document that the data come from.
type SourceLine struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// Resource is one file of the package.
type Resource struct {
	Name        string       `json:"name"`
	Path        string       `json:"path"`
	Type        string       `json:"type,omitempty"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	Format      string       `json:"format"`
	Media       string       `json:"mediatype"`
	Encoding    string       `json:"encoding,omitempty"`
	Bytes       int          `json:"bytes"`
	Hash        string       `json:"hash"`
	Dialect     *DialectLine `json:"dialect,omitempty"`
	Schema      *Schema      `json:"schema,omitempty"`

	Licenses []LicenceLine `json:"licenses,omitempty"` // where they are not those of the package
}

// DialectLine is a Table Dialect.
type DialectLine struct {
	Profile     string `json:"$schema"`
	Delimiter   string `json:"delimiter"`
	Terminator  string `json:"lineTerminator"`
	Quote       string `json:"quoteChar"`
	DoubleQuote bool   `json:"doubleQuote"`
	Header      bool   `json:"header"`
}

func descriptor(sources []*dataset.Source, a About) Package {
	p := Package{Profile: "https://datapackage.org/profiles/2.0/datapackage.json", Name: a.Package,
		Title:       a.Name.In(a.first()),
		Description: a.Description.In(a.first()), Homepage: a.Home, Version: a.AsOf.String(),
		Licenses:     []LicenceLine{a.Licence.Line(a.first())},
		Contributors: []Contributor{{a.Publisher.In(a.first()), a.Home, []string{"publisher"}}}}
	for _, s := range sources {
		p.Sources = append(p.Sources, SourceLine{s.Publisher + " – " + s.Title, s.URL})
	}
	return p
}

// Describe lists a table that stands in a file in the standard dialect. Its terms are those of the package where
// none are given.
func (p *Package) Describe(t Table, f File, l lang.Lang, terms ...LicenceLine) {
	r := f.resource(t.ID, t.Title.In(l), "csv", "text/csv")
	s := t.Schema()
	s.ForeignKeys = t.foreign()
	r.Type, r.Description, r.Schema, r.Licenses = "table", t.About.In(l), &s, terms
	r.Dialect = &DialectLine{"https://datapackage.org/profiles/2.0/tabledialect.json", string(Standard.Comma), "\r\n",
		`"`, true, true}
	p.Resources = append(p.Resources, r)
}

// twin is the file of a table for spreadsheets in French. It begins with a byte-order mark, which a reader of Data
// Packages takes for a part of the first name: it has no schema.
func twin(t Table, f File, l lang.Lang) Resource {
	use := lang.Text{FR: " (pour un tableur en français)", EN: " (for a spreadsheet in French)"}.In(l.Spoken())
	r := f.resource(t.ID+"-excel-fr", t.Title.In(l)+use, "csv", "text/csv")
	r.Description = t.About.In(l)
	return r
}

// resource is a file of text, as a package lists it.
func (f File) resource(name, title, format, media string) Resource {
	return Resource{Name: name, Path: f.Path, Title: title, Format: format, Media: media, Encoding: "utf-8",
		Bytes: len(f.Data), Hash: "sha256:" + Sum(f.Data)}
}
