package site

import (
	"encoding/json"
	"html/template"
	"strconv"

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
	Modified     string           `json:"dateModified,omitempty"`
	Issued       string           `json:"datePublished,omitempty"`
	Temporal     string           `json:"temporalCoverage,omitempty"`
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
	Size    string `json:"contentSize"`
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
		Modified: about.Updated.String(), Issued: t.Since.String(), Version: export.Version,
		CreditText: about.Attribution(t.Title).In(v.l),
		Catalog:    jsonldCatalog{"DataCatalog", about.Name.In(v.l), v.site.fullOnly(v.site.Href(v.l, "data"))}}
	if from, to := t.Covers(); !from.IsZero() {
		d.Temporal = from.String() + "/" + to.String()
	}
	for _, c := range t.Columns {
		d.Variables = append(d.Variables, jsonldVariable{"PropertyValue", c.Name, c.Meaning.In(v.l)})
	}
	for _, f := range v.site.tableForms(t) {
		d.Distribution = append(d.Distribution, jsonldFile{"DataDownload", t.ID + "." + f.Name, f.Media,
			v.site.reach(page, "/"+f.Path), strconv.FormatInt(f.Bytes, 10) + " B", f.SHA256})
	}
	out, err := json.Marshal(d) // escapes <, > and &: it can stand in a page
	if err != nil {
		return ""
	}
	return template.JS(out)
}
