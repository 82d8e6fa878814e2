// Package dcat describes the data that a site gives away in the words of DCAT-AP 3, as
// portals of open data harvest them: one catalogue, its datasets, the files of each.
//
//	g := dcat.Catalogue{Base: "https://made-up.example/", Datasets: datasets}.Graph()
//
// Promises:
//   - What a portal knows a dataset by, dct:identifier, hangs neither on the address of
//     the site nor on its words: a site that moves is not harvested twice.
//   - Every address is absolute. A site without an address has no catalogue.
//   - Days are those of the data, never that of a build; what is not known is left out.
package dcat

import (
	"strconv"
	"strings"

	"vigie/internal/export"
	"vigie/internal/export/graph"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// TurtlePath, JSONLDPath and RDFXMLPath are where the catalogue stands, from the root of a site.
const (
	TurtlePath = "catalog.ttl"
	JSONLDPath = "catalog.jsonld"
	RDFXMLPath = "catalog.rdf"
)

// Catalogue is what a site gives away.
type Catalogue struct {
	Base               string // address of the site, with a slash at its end
	ID                 string // what programs call its data: "vigie"
	Title, Description lang.Text
	Languages          lang.Languages
	Publisher          lang.Text
	Contact            string // a page, or mailto:; empty when there is none
	Licence            export.Licence
	Issued, Modified   cal.Day
	Keywords           func(lang.Lang) []string
	Datasets           []Dataset
}

// Dataset is a table in all its forms.
type Dataset struct {
	ID               string // for ever: "organismes"
	Title, About     lang.Text
	Creator          string         // who made what was collected; empty where the publisher did
	Source           string         // address of what was collected
	Licence          export.Licence // without a path where it is not known
	Issued, Modified cal.Day
	From, To         cal.Day // first and last day that it is about
	Every            record.Cadence
	Pages            []string // addresses of its page on the site, the first language first
	Schema           string   // address of what its columns mean
	Files            []File
}

// File is one form of a dataset.
type File struct {
	Path   string // from the root of the site
	Name   string // of its form, within the dataset: "csv", "excel-fr.csv"
	Title  lang.Text
	Media  string
	Bytes  int64
	SHA256 string
}

// spaces are the vocabularies that DCAT-AP 3 is made of.
var spaces = []graph.Space{
	{Prefix: "dcat", Address: "http://www.w3.org/ns/dcat#"},
	{Prefix: "dct", Address: "http://purl.org/dc/terms/"},
	{Prefix: "foaf", Address: "http://xmlns.com/foaf/0.1/"},
	{Prefix: "spdx", Address: "http://spdx.org/rdf/terms#"},
	{Prefix: "vcard", Address: "http://www.w3.org/2006/vcard/ns#"},
	{Prefix: "xsd", Address: "http://www.w3.org/2001/XMLSchema#"},
}

const sha256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"

// maker makes the graph of a catalogue.
type maker struct {
	Catalogue
	out      graph.Graph
	licences map[string]bool // those that are described already
}

// Graph is the catalogue as statements.
func (c Catalogue) Graph() graph.Graph {
	m := &maker{Catalogue: c, out: graph.Graph{Spaces: spaces}, licences: map[string]bool{}}
	m.catalogue()
	m.publisher()
	for _, d := range c.Datasets {
		m.dataset(d)
	}
	return m.out
}

// at names a thing of the catalogue: where its Turtle stands, then a word of its own.
func (m *maker) at(id string) string { return m.Base + TurtlePath + "#" + id }

func (m *maker) add(n graph.Node) { m.out.Nodes = append(m.out.Nodes, n) }

func (m *maker) node(id, prefix, of string) graph.Node {
	return graph.Node{Address: m.at(id), Types: []graph.Name{{Prefix: prefix, Local: of}}}
}

func (m *maker) catalogue() {
	n := m.node("catalog", "dcat", "Catalog")
	n.Put("dct", "identifier", graph.Plain(m.ID))
	m.words(&n, "title", m.Title)
	m.words(&n, "description", m.Description)
	n.Put("dct", "publisher", graph.To(m.at("publisher")))
	n.Put("foaf", "homepage", graph.To(m.Base))
	m.tongues(&n)
	m.licensed(&n, m.Licence)
	days(&n, m.Issued, m.Modified)
	for _, d := range m.Datasets {
		n.Put("dcat", "dataset", graph.To(m.at(d.ID)))
	}
	m.add(n)
}

func (m *maker) publisher() {
	n := m.node("publisher", "foaf", "Agent")
	m.each(m.Publisher, func(l lang.Lang, text string) { n.Put("foaf", "name", graph.Words(string(l), text)) })
	n.Put("foaf", "homepage", graph.To(m.Base))
	m.add(n)
	if m.Contact == "" {
		return
	}
	c := m.node("contact", "vcard", "Kind")
	m.each(m.Publisher, func(l lang.Lang, text string) { c.Put("vcard", "fn", graph.Words(string(l), text)) })
	word := "hasURL"
	if strings.HasPrefix(m.Contact, "mailto:") {
		word = "hasEmail"
	}
	c.Put("vcard", word, elsewhere(m.Contact))
	m.add(c)
}

func (m *maker) dataset(d Dataset) {
	n := m.node(d.ID, "dcat", "Dataset")
	n.Put("dct", "identifier", graph.Plain(m.Identifier(d)))
	m.words(&n, "title", d.Title)
	m.words(&n, "description", d.About)
	n.Put("dct", "publisher", graph.To(m.at("publisher")))
	if m.Contact != "" {
		n.Put("dcat", "contactPoint", graph.To(m.at("contact")))
	}
	if d.Creator != "" {
		n.Put("dct", "creator", graph.To(m.at(d.ID+"/creator")))
		n.Put("dct", "source", elsewhere(d.Source))
	} else {
		m.tongues(&n)
	}
	for _, l := range m.Languages {
		for _, word := range m.Keywords(l) {
			n.Put("dcat", "keyword", graph.Words(string(l), word))
		}
	}
	m.licensed(&n, d.Licence)
	days(&n, d.Issued, d.Modified)
	n.Put("dct", "accrualPeriodicity", graph.To(frequency(d.Every)))
	if !d.From.IsZero() {
		n.Put("dct", "temporal", graph.To(m.at(d.ID+"/period")))
	}
	for _, page := range d.Pages {
		n.Put("dcat", "landingPage", graph.To(page))
	}
	for _, f := range d.Files {
		n.Put("dcat", "distribution", graph.To(m.at(d.ID+"/"+f.Name)))
	}
	m.add(n)
	if d.Creator != "" {
		creator := m.node(d.ID+"/creator", "foaf", "Agent")
		creator.Put("foaf", "name", graph.Plain(d.Creator))
		m.add(creator)
	}
	if !d.From.IsZero() {
		period := m.node(d.ID+"/period", "dct", "PeriodOfTime")
		period.Put("dcat", "startDate", day(d.From))
		period.Put("dcat", "endDate", day(d.To))
		m.add(period)
	}
	if d.Schema != "" {
		standard := graph.Node{Address: d.Schema, Types: []graph.Name{{Prefix: "dct", Local: "Standard"}}}
		m.words(&standard, "title", d.Title)
		m.add(standard)
	}
	for _, f := range d.Files {
		m.file(d, f)
	}
}

// Identifier is what a portal knows a dataset by, for ever.
func (c Catalogue) Identifier(d Dataset) string { return c.ID + "/" + d.ID }

func (m *maker) file(d Dataset, f File) {
	id := d.ID + "/" + f.Name
	n := m.node(id, "dcat", "Distribution")
	m.words(&n, "title", f.Title)
	page := m.Base + f.Path
	if len(d.Pages) > 0 {
		page = d.Pages[0]
	}
	n.Put("dcat", "accessURL", graph.To(page))
	n.Put("dcat", "downloadURL", graph.To(m.Base+f.Path))
	n.Put("dcat", "mediaType", graph.To(mediaType(f.Media)))
	n.Put("dct", "format", graph.To(fileType(f.Path)))
	n.Put("dcat", "byteSize",
		graph.Typed(strconv.FormatInt(f.Bytes, 10), graph.Name{Prefix: "xsd", Local: "nonNegativeInteger"}))
	n.Put("spdx", "checksum", graph.To(m.at(id+"/sha256")))
	m.licensed(&n, d.Licence)
	days(&n, d.Issued, d.Modified)
	if d.Schema != "" {
		n.Put("dct", "conformsTo", graph.To(d.Schema))
	}
	m.add(n)
	sum := m.node(id+"/sha256", "spdx", "Checksum")
	sum.Put("spdx", "algorithm", graph.To(sha256))
	sum.Put("spdx", "checksumValue", graph.Typed(f.SHA256, graph.Name{Prefix: "xsd", Local: "hexBinary"}))
	m.add(sum)
}

// each hands a text over in each language of the site in which it is written.
func (m *maker) each(t lang.Text, yield func(lang.Lang, string)) {
	for _, l := range m.Languages {
		if t.Written(l) {
			yield(l, t.In(l))
		}
	}
}

func (m *maker) words(n *graph.Node, local string, t lang.Text) {
	if t.Proper { // the same in all languages
		n.Put("dct", local, graph.Words(string(m.Languages.First()), t.In(m.Languages.First())))
		return
	}
	m.each(t, func(l lang.Lang, text string) { n.Put("dct", local, graph.Words(string(l), text)) })
}

func (m *maker) tongues(n *graph.Node) {
	for _, l := range m.Languages {
		n.Put("dct", "language", graph.To(tongue(l)))
	}
}

// licensed states a licence, and describes it the first time.
func (m *maker) licensed(n *graph.Node, l export.Licence) {
	if l.Path == "" {
		return
	}
	n.Put("dct", "license", graph.To(l.Path))
	if m.licences[l.Path] {
		return
	}
	m.licences[l.Path] = true
	about := graph.Node{Address: l.Path, Types: []graph.Name{{Prefix: "dct", Local: "LicenseDocument"}}}
	about.Put("dct", "identifier", graph.Plain(l.Name))
	m.words(&about, "title", l.Title)
	m.add(about)
}

// elsewhere is an address that other people gave: nothing where no form could hold it.
func elsewhere(address string) graph.Value {
	clean, err := graph.Address(address)
	if err != nil {
		return graph.Value{}
	}
	return graph.To(clean)
}

func days(n *graph.Node, issued, modified cal.Day) {
	n.Put("dct", "issued", day(issued))
	n.Put("dct", "modified", day(modified))
}

func day(d cal.Day) graph.Value {
	if d.IsZero() {
		return graph.Value{}
	}
	return graph.Typed(d.String(), graph.Name{Prefix: "xsd", Local: "date"})
}
