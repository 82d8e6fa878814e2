package api

import (
	_ "embed"

	"vigie/internal/export"
	"vigie/internal/value/lang"
)

// OpenAPIPath and ChangelogPath are where the description of the interface and the list of
// its changes stand, from the root of the site.
const (
	OpenAPIPath   = Folder + "openapi.json"
	ChangelogPath = Root + "CHANGELOG.md"
)

//go:embed CHANGELOG.md
var changelog []byte

// OpenAPI is the description of an interface in OpenAPI 3.0, the version that most
// generators of clients read.
type OpenAPI struct {
	OpenAPI    string     `json:"openapi"`
	Info       Info       `json:"info"`
	Servers    []Server   `json:"servers"`
	Security   []struct{} `json:"security"` // none is asked
	Tags       []Tag      `json:"tags"`
	Paths      Named[Get] `json:"paths"`
	Components Components `json:"components"`
}

// Info says whose interface it is and on what terms.
type Info struct {
	Title       string  `json:"title"`
	Description string  `json:"description"`
	Version     string  `json:"version"`
	License     License `json:"license"`
}

// License is that of the data.
type License struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Server is where the paths begin.
type Server struct {
	URL string `json:"url"`
}

// Tag is a dataset, to which paths belong.
type Tag struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

// Get is a path; files can be got and nothing else.
type Get struct {
	Get Operation `json:"get"`
}

// Operation is what a path answers.
type Operation struct {
	ID         string          `json:"operationId"`
	Summary    string          `json:"summary"`
	Tags       []string        `json:"tags"`
	Parameters []Parameter     `json:"parameters,omitempty"`
	Responses  Named[Response] `json:"responses"`
}

// Parameter is a part of a path.
type Parameter struct {
	Name        string `json:"name"`
	In          string `json:"in"`
	Required    bool   `json:"required"`
	Description string `json:"description"`
	Schema      Schema `json:"schema"`
}

// Response is an answer.
type Response struct {
	Description string        `json:"description"`
	Content     *Named[Media] `json:"content,omitempty"`
}

// Media is the form of an answer.
type Media struct {
	Schema Schema `json:"schema"`
}

// Components are the schemas that others refer to.
type Components struct {
	Schemas Named[Schema] `json:"schemas"`
}

// OpenAPI describes every document, from the types by which they are written and from the
// columns of the tables.
func (from From) OpenAPI() OpenAPI {
	a := from.About
	out := OpenAPI{OpenAPI: "3.0.3", Servers: []Server{{from.server()}}, Security: []struct{}{},
		Info: Info{Title: from.Words(a.Name), Description: from.Words(a.Description), Version: Version,
			License: License{from.Words(a.Licence.Title), a.Licence.Path}}}
	all := &out.Components.Schemas
	answers := func(path, id, summary, tag string, schema Schema, parameters ...Parameter) {
		out.Paths.add(path, Get{Operation{ID: id, Summary: summary, Tags: []string{tag}, Parameters: parameters,
			Responses: answered(schema, len(parameters) > 0)}})
	}
	for _, one := range []struct {
		name string
		of   any
	}{{"text", lang.Text{}}, {"meta", Meta{}}, {"figure", Figure{}}, {"dataset", Dataset{}}, {"page_links", PageLinks{}},
		{"record_links", RecordLinks{}}, {"source_standing", from.Standing}} {
		all.add(one.name, schemaOf(one.of, nil))
	}
	const common = "index"
	out.Tags = append(out.Tags, Tag{common, "What there is"})
	all.add("index", schemaOf(Index{}, nil))
	answers("/index.json", "index", "What there is, with addresses", common, ref("index"))
	for _, t := range from.Tables {
		out.Tags = append(out.Tags, Tag{t.ID, from.Words(t.Title)})
		all.add(t.ID+"_row", from.row(t))
		all.add(t.ID+"_page", schemaOf(Page{}, map[string]Schema{"rows": ref(t.ID + "_row")}))
		answers("/"+t.ID+"/pages/{page}.json", "list_"+t.ID, from.Words(t.About), t.ID, ref(t.ID+"_page"),
			Parameter{"page", "path", true, "Rank of the page, from 1 to the `pages` that each page gives.",
				Schema{Type: "integer", Minimum: 1}})
		if _, ok := kindOf(t.ID); !ok {
			continue
		}
		all.add(t.ID+"_record", schemaOf(Record{}, map[string]Schema{"rows": ref(t.ID + "_row"),
			"claims": ref(claimsTable + "_row")}))
		answers("/"+t.ID+"/records/{id}.json", "get_"+t.ID, "One record: "+from.Words(t.Title), t.ID,
			ref(t.ID+"_record"), Parameter{"id", "path", true,
				"Identifier of the record, with a hyphen for each slash.", Schema{Type: "string"}})
	}
	all.add("source_state", schemaOf(SourceState{}, nil))
	answers("/sources/states/{id}.json", "get_source_state", "How a source stands on the day of reference", "sources",
		ref("source_state"), Parameter{"id", "path", true, "Identifier of the source.", Schema{Type: "string"}})
	return out
}

// server is where paths begin: in full where the site has an address, else from the folder
// in which the description itself stands.
func (from From) server() string {
	if from.About.Home == "" {
		return "."
	}
	return from.Address("/" + Folder[:len(Folder)-1])
}

func answered(schema Schema, named bool) Named[Response] {
	var out Named[Response]
	content := &Named[Media]{}
	content.add("application/json", Media{schema})
	out.add("200", Response{"The document.", content})
	if named {
		out.add("404", Response{Description: "There is none of that name."})
	}
	return out
}

// row is the schema of the rows of a table. Each column is there in each row, with null for
// what is not known or makes no sense.
func (from From) row(t export.Table) Schema {
	out := Schema{Type: "object", Description: from.Words(t.About), Properties: &Named[Schema]{}}
	keys := 0
	for _, c := range t.Columns {
		if c.Key {
			keys++
		}
	}
	for _, c := range t.Columns {
		// one key of several may be nothing: a change of a whole record in the journal has no key
		s := Schema{Description: from.Words(c.Meaning), Nullable: !c.Key || keys > 1}
		switch c.Type {
		case export.List:
			s.Type, s.Items, s.Nullable = "array", &Schema{Type: "string"}, false
		case export.Integer, export.Number, export.Boolean:
			s.Type = string(c.Type)
		case export.Date:
			s.Type, s.Format = "string", "date"
		default:
			s.Type = "string"
		}
		out.Properties.add(c.Name, s)
		out.Required = append(out.Required, c.Name)
	}
	return out
}
