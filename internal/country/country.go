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

	"vigie/internal/collect"
	"vigie/internal/value/problem"
)

// Extension is what one country adds. Each field may be empty.
type Extension struct {
	// Readers are the readers of its sources that are written in Go, as the folder of
	// data of a project has them: some go by a file that stands there. The error says
	// that such a file cannot be read; what is wrong in it is a problem.
	Readers func(project fs.FS, data string) ([]collect.Reader, problem.List, error)
}

// ReadersOf gives the readers written in Go; none where the country adds none.
func (e Extension) ReadersOf(project fs.FS, data string) ([]collect.Reader, problem.List, error) {
	if e.Readers == nil {
		return nil, nil, nil
	}
	return e.Readers(project, data)
}
