package site

import "go.yaml.in/yaml/v4"

// citation is how to cite the data, in the Citation File Format 1.2.0.
type citation struct {
	Version  string        `yaml:"cff-version"`
	Type     string        `yaml:"type"`
	Message  string        `yaml:"message"`
	Title    string        `yaml:"title"`
	Abstract string        `yaml:"abstract"`
	Authors  []citedAuthor `yaml:"authors"`
	AsOf     string        `yaml:"version"`
	Licence  string        `yaml:"license"`
	Released string        `yaml:"date-released,omitempty"`
	Address  string        `yaml:"url,omitempty"`
}

type citedAuthor struct {
	Name string `yaml:"name"`
}

// citation writes CITATION.cff, in the first language of the site.
func (s *Site) citation() string {
	c := s.Config
	cite := citation{Version: "1.2.0", Type: "dataset", Message: "Citez ces données ainsi, avec le jour de référence.",
		Title: c.Site.Title.FR, Abstract: c.Site.Description.FR, Authors: []citedAuthor{{c.Publisher.Name.FR}},
		AsOf: s.Data.AsOf.String(), Licence: c.Licence.Data, Address: c.BaseURL}
	if last := s.lastRead(); !last.IsZero() {
		cite.Released = last.String()
	}
	out, err := yaml.Dump(cite, yaml.WithIndent(2), yaml.WithLineWidth(-1))
	if err != nil {
		panic(err) // texts cannot fail
	}
	return string(out)
}
