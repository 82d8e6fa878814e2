package site

import (
	"encoding/json"
	"html/template"
	"strings"

	"vigie/internal/export"
)

// What search engines read of a dataset, in the words of schema.org.

type jsonldDataset struct {
	Context      string           `json:"@context"`
	Type         string           `json:"@type"`
	Name         string           `json:"name"`
	Description  string           `json:"description"`
	URL          string           `json:"url,omitempty"`
	InLanguage   []string         `json:"inLanguage"`
	License      string           `json:"license"`
	Free         bool             `json:"isAccessibleForFree"`
	Creator      jsonldBody       `json:"creator"`
	Modified     string           `json:"dateModified"`
	Version      string           `json:"version"`
	CreditText   string           `json:"creditText"`
	Catalog      jsonldCatalog    `json:"includedInDataCatalog"`
	Variables    []jsonldVariable `json:"variableMeasured"`
	Distribution []jsonldFile     `json:"distribution"`
}

type jsonldBody struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type jsonldCatalog struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

type jsonldVariable struct {
	Type        string `json:"@type"`
	Name        string `json:"name"`
	Description string `json:"description"`
}

type jsonldFile struct {
	Type    string `json:"@type"`
	Name    string `json:"name"`
	Format  string `json:"encodingFormat"`
	Address string `json:"contentUrl"`
	SHA256  string `json:"sha256"`
}

// structured describes a table to search engines. The day of its last change is the
// last day on which a source was read, never that of the build.
func (v view) structured(t export.Table, page string) template.JS {
	about := v.site.about()
	d := jsonldDataset{Context: "https://schema.org/", Type: "Dataset",
		Name: about.Name.In(v.l) + " – " + t.Title.In(v.l), Description: t.About.In(v.l),
		URL: v.site.fullOnly(page), InLanguage: v.site.Config.Languages.Strings(), License: about.Licence.Path, Free: true,
		Creator:  jsonldBody{"Organization", about.Publisher.In(v.l), about.Home},
		Modified: about.Updated.String(), Version: export.Version, CreditText: about.Attribution(t.Title).In(v.l),
		Catalog: jsonldCatalog{"DataCatalog", about.Name.In(v.l), v.site.fullOnly(v.site.Href(v.l, "data"))}}
	for _, c := range t.Columns {
		d.Variables = append(d.Variables, jsonldVariable{"PropertyValue", c.Name, c.Meaning.In(v.l)})
	}
	_, files := v.exports()
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Path, string(about.Folder)+t.ID+".")
		if !ok {
			continue
		}
		format := "text/csv"
		if name == "json" {
			format = "application/json"
		}
		d.Distribution = append(d.Distribution,
			jsonldFile{"DataDownload", t.ID + "." + name, format, v.site.reach(page, "/"+f.Path), export.Sum(f.Data)})
	}
	out, err := json.Marshal(d) // escapes <, > and &: it can stand in a page
	if err != nil {
		return ""
	}
	return template.JS(out)
}
