package export

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/lang"
)

// CSV on the Web: what a CSV is and what its columns hold, in a file that stands beside it
// under the name by which readers find it.

// webEnd comes after the address of a CSV, and groupName stands beside several, as CSV on the
// Web has it.
const (
	webEnd    = "-metadata.json"
	groupName = "csv-metadata.json"
)

// webTable describes one CSV.
type webTable struct {
	Context     webContext `json:"@context,omitzero"`
	URL         string     `json:"url"`
	Title       webWords   `json:"dc:title"`
	Description webWords   `json:"dc:description,omitempty"`
	Publisher   webWords   `json:"dc:publisher,omitempty"`
	License     *webLink   `json:"dc:license,omitempty"`
	Modified    *webDay    `json:"dc:modified,omitempty"`
	Dialect     webDialect `json:"dialect"`
	Null        string     `json:"null"`
	Schema      webSchema  `json:"tableSchema"`
}

// webGroup describes the CSVs of a folder together, with what leads from one to another.
type webGroup struct {
	Context webContext `json:"@context"`
	Title   webWords   `json:"dc:title"`
	License *webLink   `json:"dc:license,omitempty"`
	Tables  []webTable `json:"tables"`
}

type webLink struct {
	ID string `json:"@id"`
}

type webDay struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

type webDialect struct {
	Delimiter   string   `json:"delimiter"`
	Encoding    string   `json:"encoding"`
	Header      bool     `json:"header"`
	Terminators []string `json:"lineTerminators"`
	Quote       string   `json:"quoteChar"`
	DoubleQuote bool     `json:"doubleQuote"`
}

type webSchema struct {
	Columns []webColumn `json:"columns"`
	Key     []string    `json:"primaryKey,omitempty"`
	Foreign []webKey    `json:"foreignKeys,omitempty"`
}

type webColumn struct {
	Name        string   `json:"name"`
	Titles      webNames `json:"titles"`
	Description webWords `json:"dc:description,omitempty"`
	Datatype    any      `json:"datatype"`
	Separator   string   `json:"separator,omitempty"`
	Lang        string   `json:"lang,omitempty"`
	Required    bool     `json:"required,omitempty"`
}

// webType is a datatype with the form in which the CSV writes it.
type webType struct {
	Base   string `json:"base"`
	Format any    `json:"format"`
}

type webNumber struct {
	Decimal string `json:"decimalChar"`
}

type webKey struct {
	Column    string       `json:"columnReference"`
	Reference webReference `json:"reference"`
}

type webReference struct {
	Resource string `json:"resource"`
	Column   string `json:"columnReference"`
}

// webContext is the vocabulary, and the language of what names none.
type webContext struct{ first lang.Lang }

func (c webContext) MarshalJSON() ([]byte, error) {
	type language struct {
		Language lang.Lang `json:"@language"`
	}
	return json.Marshal([]any{"http://www.w3.org/ns/csvw", language{c.first}})
}

// webWords are a text in each language that it is written in.
type webWords []webWord

type webWord struct {
	Value string `json:"@value"`
	Lang  string `json:"@language"`
}

// webNames are the names of a column by language: the one that stands in the CSV belongs
// to none.
type webNames struct {
	column string
	words  webWords
}

func (n webNames) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	put := func(key, value string) error {
		text, err := json.Marshal(value)
		b.WriteString(`"` + key + `":`)
		b.Write(text)
		return err
	}
	b.WriteByte('{')
	if err := put("und", n.column); err != nil {
		return nil, err
	}
	for _, w := range n.words {
		b.WriteByte(',')
		if err := put(w.Lang, w.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func webText(t lang.Text, languages lang.Languages) webWords {
	if t.Proper && len(languages) > 0 { // the same in all
		languages = languages[:1]
	}
	var out webWords
	for _, l := range languages {
		if t.Written(l) && t.In(l) != "" {
			out = append(out, webWord{t.In(l), string(l)})
		}
	}
	return out
}

// Web is where the file stands that describes the CSVs of the tables together.
func (f Folder) Web() string { return string(f) + groupName }

// CSVW describes the CSV of a table that stands at a path, in a dialect: the file that
// readers of CSV on the Web look for beside it.
func (t Table) CSVW(path string, d Dialect, a About) File {
	w := t.web(path, d, a)
	w.Context = webContext{a.Tongues().First()}
	return File{path + webEnd, indented(w)}
}

// CSVWs describes each CSV of tables in a folder, and all of them together: only there can
// it be stated that a column holds identifiers of another table.
func CSVWs(tables []Table, a About) []File {
	group := webGroup{Context: webContext{a.Tongues().First()}, Title: webText(a.Name, a.Tongues()),
		License: webLicence(a.Licence)}
	var out []File
	for _, t := range tables {
		for _, d := range Dialects(a.Languages) {
			out = append(out, t.CSVW(a.Folder.CSV(t.ID, d), d, a))
		}
		w := t.web(a.Folder.CSV(t.ID, Standard), Standard, a)
		for _, c := range t.Columns {
			if other, ok := Find(tables, c.Refers); ok && c.Type != List && other.keyed() {
				w.Schema.Foreign = append(w.Schema.Foreign,
					webKey{c.Name, webReference{other.ID + Standard.Suffix, other.Columns[0].Name}})
			}
		}
		group.Tables = append(group.Tables, w)
	}
	return append(out, File{a.Folder.Web(), indented(group)})
}

// keyed says that the first column alone names a row.
func (t Table) keyed() bool {
	for i, c := range t.Columns {
		if c.Key != (i == 0) {
			return false
		}
	}
	return true
}

func (t Table) web(path string, d Dialect, a About) webTable {
	languages := a.Tongues()
	w := webTable{URL: path[strings.LastIndexByte(path, '/')+1:], Title: webText(t.Title, languages),
		Description: webText(t.About, languages), Publisher: webText(a.Publisher, languages), License: webLicence(a.Licence),
		Dialect: webDialect{string(d.Comma), "utf-8", true, []string{d.end()}, `"`, true}}
	if !a.Updated.IsZero() {
		w.Modified = &webDay{a.Updated.String(), "xsd:date"}
	}
	var filled []string
	w.Schema.Key, filled = t.key()
	for i, c := range t.Columns {
		column := c.web(d, languages)
		column.Required = slices.Contains(filled, c.Name)
		if english := c.Name + "_en"; i+1 < len(t.Columns) && t.Columns[i+1].Name == english {
			column.Lang = string(languages.First()) // its twin comes next
			if languages.Has(lang.FR) {
				column.Lang = string(lang.FR)
			}
		}
		w.Schema.Columns = append(w.Schema.Columns, column)
	}
	return w
}

func webLicence(l Licence) *webLink {
	if l.Path == "" {
		return nil
	}
	return &webLink{l.Path}
}

// webTypes are the datatypes of CSV on the Web. A period is a text: it has no type for one
// that is as precise as its source.
var webTypes = map[Type]string{Text: "string", List: "string", Link: "anyURI", Page: "anyURI", Integer: "integer",
	Number: "decimal", Boolean: "boolean", Date: "date", Period: "string"}

func (c Column) web(d Dialect, languages lang.Languages) webColumn {
	w := webColumn{Name: c.Name, Titles: webNames{c.Name, webText(c.Label, languages)},
		Description: webText(c.Meaning, languages), Datatype: webTypes[c.Type]}
	switch {
	case c.Type == List:
		w.Separator = d.list()
	case c.Type == Number && d.Decimal != ".":
		w.Datatype = webType{"decimal", webNumber{d.Decimal}}
	case c.Type == Boolean && d.Yes != "":
		w.Datatype = webType{"boolean", d.Yes + "|" + d.No}
	case len(c.Codes) > 0:
		var words []string
		for _, code := range c.Codes {
			words = append(words, regexp.QuoteMeta(code.Value))
		}
		w.Datatype = webType{"string", "^(" + strings.Join(words, "|") + ")$"}
	}
	if c.Type == Text && strings.HasSuffix(c.Name, "_en") && languages.Has(lang.EN) {
		w.Lang = string(lang.EN)
	}
	return w
}
