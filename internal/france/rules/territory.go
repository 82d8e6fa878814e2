package rules

import (
	"fmt"

	"vigie/internal/check"
	"vigie/internal/france/territory"
	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var listedTerritory = check.Rule{
	Name: "listed-territory", After: "catalogue", Severity: problem.Warning,
	Title: both("Une collectivité est celle du code officiel géographique",
		"A local authority is that of the official geographic code"),
	Why: both("Un code bien formé peut désigner une autre commune. Les codes et les SIREN des collectivités sont "+
		"comparés aux listes relevées (communes, intercommunalités, départements, régions), et leurs noms avec.",
		"A code that is well formed may name another commune. The codes and SIREN numbers of local authorities are "+
			"compared with the lists that were collected (communes, groupings, départements, régions), and their names "+
			"with them."),
	Wrong: `# data/organisations/example-extra.yaml
name: Région d'exemple du Nord
kind: region
cog: "55" # the list has 53, Exemple, and 54, Exemple du Nord
`,
	Right: `# data/organisations/example-extra.yaml
name: Région d'exemple du Nord
kind: region
cog: "54"
`,
	Check: func(s *check.Subject, report check.Report) {
		all := territory.In(s.Collected)
		for i := range s.Organisations {
			o := &s.Organisations[i]
			if u, ok := territory.OfKind(all, o.Kind); ok {
				checkTerritory(u, o, report)
			}
		}
	},
}

func checkTerritory(u *territory.Universe, o *record.Organisation, report check.Report) {
	in, list := ref(record.Organisations, o.ID), "data/collected/"+u.Source+".csv"
	byCode, coded := u.Code(o.COG)
	bySIREN, numbered := u.SIREN(o.SIREN)
	switch {
	case o.COG != "" && !coded:
		report(in, "cog", fmt.Sprintf("the code %s is in no line of %s", o.COG, list), nearest(u, o.COG, o.Name.FR))
	case o.Kind == territory.Intercommunal && o.SIREN != "" && !numbered:
		report(in, "siren", fmt.Sprintf("the SIREN %s is in no line of %s, which lists the groupings with taxes of "+
			"their own", o.SIREN, list), nearest(u, o.SIREN, o.Name.FR))
	case coded && byCode.SIREN != "" && o.SIREN != "" && byCode.SIREN != o.SIREN:
		report(in, "siren",
			fmt.Sprintf("the code %s is that of %s, whose SIREN is %s and not %s (%s)", o.COG, byCode.Name, byCode.SIREN,
				o.SIREN, list), "one of the two numbers names another body")
	case coded && !u.Bears(o.Name.FR, byCode):
		report(in, "cog", fmt.Sprintf("the code %s is that of %q (%s), not of %q", o.COG, byCode.Name, list, o.Name.FR),
			nearest(u, o.COG, o.Name.FR))
	case !coded && numbered && !u.Bears(o.Name.FR, bySIREN):
		report(in, "siren",
			fmt.Sprintf("the SIREN %s is that of %q (%s), not of %q", o.SIREN, bySIREN.Name, list, o.Name.FR),
			nearest(u, o.SIREN, o.Name.FR))
	}
}

func nearest(u *territory.Universe, number, name string) string {
	p, ok := u.Nearest(number, name)
	if !ok || p.Number() == number {
		return "read the number again in its source"
	}
	return fmt.Sprintf("did you mean %s, %s?", p.Number(), p.Name)
}
