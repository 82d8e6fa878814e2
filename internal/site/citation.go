package site

import (
	"go.yaml.in/yaml/v4"

	"vigie/internal/value/lang"
)

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
	c, l := s.Config, s.Config.Languages.First()
	message := lang.Text{FR: "Citez ces données ainsi, avec le jour de référence.",
		EN: "Cite these data so, with the day of reference."}
	cite := citation{Version: "1.2.0", Type: "dataset", Message: message.In(l),
		Title: c.Site.Title.In(l), Abstract: c.Site.Description.In(l), Authors: []citedAuthor{{c.Publisher.Name.In(l)}},
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
