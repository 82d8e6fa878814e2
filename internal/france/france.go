// Package france is all that the observatory of the French State's cloud needs in Go:
// one list, which the engine is handed by cmd/vigie and knows nothing else of. The
// folders below it have a facet each: a reader of a source, the register of bodies, the
// official geographic code, the catalogue of qualified services, the letter by which
// documents are asked for. Nothing outside this folder imports one of them, tests apart.
package france

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"vigie/internal/collect"
	"vigie/internal/collected/beside"
	"vigie/internal/config"
	"vigie/internal/country"
	"vigie/internal/dataset"
	"vigie/internal/france/anssi"
	"vigie/internal/france/boamp"
	"vigie/internal/france/catalogue"
	"vigie/internal/france/cog"
	"vigie/internal/france/decp"
	"vigie/internal/france/demarches"
	"vigie/internal/france/filter"
	"vigie/internal/france/former"
	"vigie/internal/france/identity"
	"vigie/internal/france/letter"
	"vigie/internal/france/pages"
	"vigie/internal/france/panorama"
	"vigie/internal/france/procedures"
	"vigie/internal/france/progress"
	"vigie/internal/france/rules"
	"vigie/internal/france/sirene"
	"vigie/internal/france/territory"
	"vigie/internal/site"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Extension is what France adds to the engine.
func Extension() country.Extension {
	return country.Extension{
		Readers: Readers,
		Known: beside.Knowledge{List: catalogue.In, Pair: catalogue.Compare, Universes: territory.Universes,
			Places: territory.Places,
			Groups: procedures.Groups, Recount: procedures.Recount},
		// silence is a refusal after a month (CRPA R. 311-12 and R. 311-13), and there are
		// two months to seize the CADA after a refusal (R. 343-1)
		Access:   dataset.Access{Answer: 1, Appeal: 2},
		Rules:    rules.All(),
		Settings: []config.Key{config.NumberKey("siren", "SIREN number, nine digits", publisher)},
		Pages:    Pages,
		BuiltIn:  former.Program,
	}
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
	rule, found, err := cloudRule(project, data)
	if err == nil && rule != nil {
		all = append(all, boamp.Reader(rule), decp.Bulk(rule), decp.Tabular(rule))
	}
	return all, found, err
}

// Pages are what France adds to the pages of the site.
func Pages(project fs.FS, data string) (site.Added, problem.List, error) {
	rule, found, err := cloudRule(project, data)
	if err != nil {
		return site.Added{}, found, err
	}
	write, more, err := letter.Load(project, path.Join(data, letter.File))
	return site.Added{
		Pages:   []site.AddedPage{pages.CloudFilter(rule)},
		Alike:   []string{"decp-tabular", "decp-bulk"},
		Letters: site.Letters{Language: lang.FR, Folder: "silences/demande", Write: write},
	}, append(found, more...), err
}

// cloudRule reads the rule on cloud contracts; nil where the project has none.
func cloudRule(project fs.FS, data string) (*filter.Rule, problem.List, error) {
	rule, found, err := filter.Load(project, path.Join(data, filter.File))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	return rule, found, err
}

// publisher checks the SIREN of the publisher.
func publisher(number string) error {
	if !sirene.ValidSIREN(number) {
		return fmt.Errorf("%q is not a SIREN number: nine digits, of which the last is a check digit", number)
	}
	return nil
}
