package export

import (
	"bytes"
	"encoding/json"
	"slices"

	"vigie/internal/value/lang"
)

// Schema is a Table Schema (Data Package v2): what the columns of a table mean.
// Labels and meanings are in French; English ones stand beside, under "title_en"
// and "description_en", which the standard lets be.
type Schema struct {
	Profile      string              `json:"$schema"`
	Name         string              `json:"name,omitempty"`
	Title        string              `json:"title,omitempty"`
	Description  string              `json:"description,omitempty"`
	Version      string              `json:"version,omitempty"`
	Homepage     string              `json:"homepage,omitempty"`
	Path         string              `json:"path,omitempty"` // where it stands itself
	Created      string              `json:"created,omitempty"`
	Modified     string              `json:"lastModified,omitempty"`
	Licenses     []LicenceLine       `json:"licenses,omitempty"`
	Contributors []SchemaContributor `json:"contributors,omitempty"`
	Examples     []SourceLine        `json:"resources,omitempty"` // files that follow it
	Fields       []Field             `json:"fields"`
	PrimaryKey   []string            `json:"primaryKey,omitempty"`
	ForeignKeys  []ForeignKey        `json:"foreignKeys,omitempty"`
	Missing      []string            `json:"missingValues"`
}

// SchemaContributor is who made a schema, as registers of schemas want it.
type SchemaContributor struct {
	Title        string `json:"title"`
	Role         string `json:"role"`
	Organisation string `json:"organisation"`
}

// Field is a column in a schema.
type Field struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Format        string       `json:"format,omitempty"`
	Title         string       `json:"title,omitempty"`
	TitleEN       string       `json:"title_en,omitempty"`
	Description   string       `json:"description,omitempty"`
	DescriptionEN string       `json:"description_en,omitempty"`
	Categories    []FieldCode  `json:"categories,omitempty"`
	Constraints   *Constraints `json:"constraints,omitempty"`
}

// Constraints are what every value of a column follows.
type Constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// FieldCode is a code with its words.
type FieldCode struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// ForeignKey says that a column holds identifiers of another table.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is a column of another table.
type Reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

const schemaProfile = "https://datapackage.org/profiles/2.0/tableschema.json"

// standardTypes gives the type and format of Table Schema. A list is a text
// there: few programs know the type "list" of version 2.
var standardTypes = map[Type][2]string{
	Text: {"string", ""}, List: {"string", ""}, Link: {"string", "uri"}, Page: {"string", ""}, Integer: {"integer", ""},
	Number:  {"number", ""},
	Boolean: {"boolean", ""}, Date: {"date", ""}, Period: {"string", ""},
}

// Schema is the schema of the table's file in the standard dialect.
func (t Table) Schema() Schema {
	s := Schema{Profile: schemaProfile, Missing: []string{""}}
	var filled []string
	s.PrimaryKey, filled = t.key()
	for _, c := range t.Columns {
		s.Fields = append(s.Fields, c.field(slices.Contains(filled, c.Name)))
	}
	return s
}

func (c Column) field(required bool) Field {
	st := standardTypes[c.Type]
	f := Field{Name: c.Name, Type: st[0], Format: st[1], Title: c.Label.FR, TitleEN: c.Label.EN,
		Description: c.Meaning.FR + formats[c.Type].FR, DescriptionEN: c.Meaning.EN + formats[c.Type].EN}
	var words []string
	for _, code := range c.Codes {
		f.Categories = append(f.Categories, FieldCode{code.Value, code.Label.FR})
		words = append(words, code.Value)
	}
	if required || len(words) > 0 {
		f.Constraints = &Constraints{Required: required, Enum: words}
	}
	return f
}

// formats are the sentences that describe a machine form.
var formats = map[Type]lang.Text{
	List: {FR: " Valeurs séparées par une barre verticale entourée d’espaces.",
		EN: " Values separated by a vertical bar between spaces."},
	Page: {FR: " À lire depuis la racine du site si elle commence par une barre oblique.",
		EN: " To be read from the root of the site when it starts with a slash."},
	Period: {FR: " Forme : AAAA, AAAA-H1 (semestre), AAAA-Q1 (trimestre), AAAA-MM, AAAA-MM-JJ, " +
		"ou deux dates séparées par une barre oblique, « .. » pour un bout ouvert.",
		EN: " Form: YYYY, YYYY-H1 (half), YYYY-Q1 (quarter), YYYY-MM, YYYY-MM-DD, " +
			"or two dates with a slash, “..” for an open end."},
}

// foreign lists the columns that hold identifiers of other tables.
func (t Table) foreign() []ForeignKey {
	var out []ForeignKey
	for _, c := range t.Columns {
		if c.Refers == "" || c.Type == List {
			continue
		}
		resource := c.Refers
		if resource == t.ID {
			resource = "" // the standard's word for "itself"
		}
		out = append(out, ForeignKey{[]string{c.Name}, Reference{resource, []string{"identifiant"}}})
	}
	return out
}

// SchemaFile is the schema as a file of its own, as registers of schemas want it.
func (t Table) SchemaFile(a About) []byte {
	l := a.first()
	s := t.Schema()
	s.Name, s.Title, s.Description, s.Version, s.Homepage = t.ID, t.Title.In(l), t.About.In(l), Version, a.Home
	s.Created, s.Modified = t.Since.String(), VersionDay().String()
	if s.Created == "" { // no edition holds it yet
		s.Created = s.Modified
	}
	s.Licenses = []LicenceLine{a.Licence.Line(l)}
	s.Contributors = []SchemaContributor{{a.Publisher.In(l), "author", a.Publisher.In(l)}}
	if a.Home != "" {
		s.Path = a.Home + a.Folder.Schema(t.ID)
		s.Examples = []SourceLine{{t.Title.In(l), a.Home + a.Folder.CSV(t.ID, Standard)}}
	}
	return indented(s)
}

func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // texts, numbers and lists of them cannot fail
	}
	return b.Bytes()
}
