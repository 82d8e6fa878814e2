// Package france is all that the observatory of the French State's cloud needs in Go:
// one list, which the engine is handed by cmd/vigie and knows nothing else of. The
// folders below it have a facet each: a reader of a source, the register of bodies, the
// official geographic code, the catalogue of qualified services, the letter by which
// documents are asked for. Nothing outside this folder imports one of them, tests apart.
package france

import (
	"errors"
	"io/fs"
	"path"

	"vigie/internal/collect"
	"vigie/internal/country"
	"vigie/internal/france/anssi"
	"vigie/internal/france/boamp"
	"vigie/internal/france/cog"
	"vigie/internal/france/decp"
	"vigie/internal/france/demarches"
	"vigie/internal/france/filter"
	"vigie/internal/france/identity"
	"vigie/internal/france/panorama"
	"vigie/internal/france/progress"
	"vigie/internal/value/problem"
)

// Extension is what France adds to the engine.
func Extension() country.Extension {
	return country.Extension{Readers: Readers}
}

// Readers are the readers written in Go. To add one, add its line here. Those that go
// by the rule on cloud contracts are there when the folder of data has the rule.
func Readers(project fs.FS, data string) ([]collect.Reader, problem.List, error) {
	all := []collect.Reader{
		anssi.Reader(),
		cog.Communes(), cog.EPCI(), cog.Departements(), cog.Regions(),
		demarches.Reader(),
		identity.Reader(),
		panorama.Reader(), panorama.Totals(),
		progress.Reader(),
	}
	rule, found, err := filter.Load(project, path.Join(data, filter.File))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return all, nil, nil
	case err != nil || rule == nil:
		return all, found, err
	}
	return append(all, boamp.Reader(rule), decp.Bulk(rule), decp.Tabular(rule)), found, nil
}
