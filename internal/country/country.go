// Package country says what a country may add to the engine in Go. Records, words,
// pages and themes are data; what needs a program (a reader of a document that no
// recipe reads, the check of a number, the law on access to documents) is here in
// one list, which the main program hands to the command line:
//
//	os.Exit(cli.Run(france.Extension(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
//
// The engine names no country, and does all that it does with an Extension that is
// empty. Each field has the type of the package that uses it.
package country

import (
	"io/fs"

	"vigie/internal/check"
	"vigie/internal/collect"
	"vigie/internal/collected/beside"
	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/site"
	"vigie/internal/value/problem"
)

// Extension is what one country adds. Each field may be empty.
type Extension struct {
	// Readers are the readers of its sources that are written in Go, as the folder of
	// data of a project has them: some go by a file that stands there. The error says
	// that such a file cannot be read; what is wrong in it is a problem.
	Readers func(project fs.FS, data string) ([]collect.Reader, problem.List, error)
	// Known is what the rows of those readers mean beside the records.
	Known beside.Knowledge
	// Access is what its law has on requests for documents.
	Access dataset.Access
	// Rules are those of vigie check that need to know something of the country.
	Rules []check.Rule
	// Settings are keys of config.yaml, such as the number of the publisher in a register.
	Settings []config.Key
	// Pages are what it adds to the pages of the site, as the folder of data of a project
	// has it.
	Pages func(project fs.FS, data string) (site.Added, problem.List, error)
	// BuiltIn is what earlier programs had of it in Go and is data today, as package
	// builtin lays it out: a project of their day gains it from vigie fmt --upgrade.
	BuiltIn fs.FS
}

// ReadersOf gives the readers written in Go; none where the country adds none.
func (e Extension) ReadersOf(project fs.FS, data string) ([]collect.Reader, problem.List, error) {
	if e.Readers == nil {
		return nil, nil, nil
	}
	return e.Readers(project, data)
}

// PagesOf gives what is added to the pages; nothing where the country adds none.
func (e Extension) PagesOf(project fs.FS, data string) (site.Added, problem.List, error) {
	if e.Pages == nil {
		return site.Added{}, nil, nil
	}
	return e.Pages(project, data)
}

// Checks are the rules that the country adds, with what they need.
func (e Extension) Checks() check.Added { return check.Added{Rules: e.Rules, Known: e.Known} }

// Data is what the country adds to the links and judgements.
func (e Extension) Data() dataset.Added { return dataset.Added{Known: e.Known, Access: e.Access} }
