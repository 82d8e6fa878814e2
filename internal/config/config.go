// Package config reads the settings of a site: config.yaml, overridden by
// VIGIE_… variables of the environment, overridden by flags of the command line.
//
// What comes in: the project's folder and the flags that were given. What goes
// out: one Config, and problems for the person who can mend them. The keys are a
// closed list (keys.go) of which doc/format.md and this package's tests are held
// to the same words: an unknown or ill-typed key is a problem with its line,
// column and the nearest known key, and so is an unknown VIGIE_ variable.
//
//	settings, found, err := config.Load(tree.Project("."), flags)
//	settings.Publisher.Name.In(lang.FR)
//
// The file is read by a strict YAML reader that keeps positions and the very
// characters written (a number keeps its zeros); viper holds the three layers
// and says which one wins. A key key.sub of the file is the variable
// VIGIE_KEY_SUB.
package config

import (
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// File is the name of the settings in the project's folder.
const File = "config.yaml"

// Config is everything that a site settles for itself.
type Config struct {
	Site      Site
	BaseURL   string         // ends with a slash; empty when the site has no address yet
	Languages lang.Languages // the first stands at the root of the site
	Publisher Publisher
	Licence   Licence
	Theme     string   // folder under themes/
	AsOf      cal.Day  // no day means today, which only the command line knows
	Formats   []Format // in which the data can be taken away, beside CSV and JSON
	Output    string   // folder of the site that a build makes
	Cache     string   // folder that may be deleted at any time
	Contact   string   // sent to the sites that collect visits
	Audit     string   // file of the accessibility audit; empty when there was none
	Publish   Publish
	Pages     Pages
}

// Pages is which pages a site has beside those that it always has.
type Pages struct {
	Organisations Bodies
}

// Bodies are those that have a page of their own.
type Bodies string

// The closed list of them.
const (
	DocumentedBodies Bodies = "documented" // those of which something is known or asked
	AllBodies        Bodies = "all"        // and every local body of the collected official lists
)

// Publish is where vigie publish brings the site.
type Publish struct {
	Target string // a folder, a branch or a store, as package publish reads it; empty when none is set
	Gzip   bool   // a store keeps text in gzip
	// Compressed puts gzip and brotli beside the texts of a folder.
	Compressed bool
}

// Site is how the site presents itself.
type Site struct {
	Title, Description lang.Text
	Name               string // what programs call it: "vigie"; empty where its title does
}

// Licence names what others may do, by SPDX identifiers.
type Licence struct {
	Code, Data string
	Title      lang.Text // name of the licence of the data; empty where its identifier does
}

// Format is a form in which the data can be taken away, beside CSV and JSON.
type Format string

// The formats of tables, then those of all tables together.
const (
	XLSX    Format = "xlsx"
	ODS     Format = "ods"
	Parquet Format = "parquet"
	SQLite  Format = "sqlite"
	ZIP     Format = "zip"
	PNG     Format = "png" // pictures of the charts, with the SVG that they are made from
)

// Formats lists them.
func Formats() []Format { return []Format{XLSX, ODS, Parquet, SQLite, ZIP, PNG} }

// PublisherKind is what sort of body publishes a site; the law asks different
// words of each.
type PublisherKind string

// The kinds of publisher.
const (
	State       PublisherKind = "state"       // the State, its agencies and operators
	Local       PublisherKind = "local"       // a local authority
	Association PublisherKind = "association" // a non-profit body
	Press       PublisherKind = "press"       // a publisher of news
	Private     PublisherKind = "private"     // a company
	Person      PublisherKind = "person"      // somebody, not as a profession
	Project     PublisherKind = "project"     // a free project: nobody has put the site on line yet
)

// PublisherKinds lists them.
func PublisherKinds() []PublisherKind {
	return []PublisherKind{State, Local, Association, Press, Private, Person, Project}
}

// Publisher answers for the site. What is not filled is empty, and the pages say
// so: see Unfilled.
type Publisher struct {
	Name      lang.Text
	Kind      PublisherKind
	LegalForm string // « association loi de 1901 », « SAS au capital de 1 000 € »
	Address   string
	Phone     string
	Director  string   // director of publication
	Contact   string   // e-mail address or address of a page
	Numbers   []Number // under which registers of its country know it
	Host      Host
}

// Host is who keeps the site on line.
type Host struct {
	Name, Address, Phone string
}

// IsState says that the publisher is the State: the site of any other says that
// it is independent.
func (p Publisher) IsState() bool { return p.Kind == State }

// ContactLink is the contact as a link: a page, or a mail to write.
func (p Publisher) ContactLink() string {
	if p.Contact == "" || strings.Contains(p.Contact, "://") {
		return p.Contact
	}
	return "mailto:" + p.Contact
}

// Unfilled lists the keys that the legal notice needs and that are empty (law of
// 21 June 2004, article 1-1). A person who publishes without making it a
// profession may stay unnamed to the public, but not their host.
func (p Publisher) Unfilled() []string {
	needed := []field{
		{"publisher.contact", p.Contact},
		{"publisher.host.name", p.Host.Name},
		{"publisher.host.address", p.Host.Address},
		{"publisher.host.phone", p.Host.Phone},
	}
	if p.Kind != Person {
		needed = append(needed,
			field{"publisher.address", p.Address},
			field{"publisher.phone", p.Phone},
			field{"publisher.director", p.Director})
	}
	if p.Kind == Association || p.Kind == Press || p.Kind == Private {
		needed = append(needed, field{"publisher.legal_form", p.LegalForm})
	}
	var keys []string
	for _, f := range needed {
		if f.value == "" {
			keys = append(keys, f.key)
		}
	}
	return keys
}

type field struct{ key, value string }
