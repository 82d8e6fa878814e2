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
identifiers: [{kind: cog, value: "55"}] # the list has 53, Exemple, and 54, Exemple du Nord
`,
	Right: `# data/organisations/example-extra.yaml
name: Région d'exemple du Nord
kind: region
identifiers: [{kind: cog, value: "54"}]
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
	code, atCode := numberOf(o, territory.CodeKind)
	number, atSIREN := numberOf(o, territory.SIRENKind)
	byCode, coded := u.Code(code)
	bySIREN, numbered := u.SIREN(number)
	switch {
	case code != "" && !coded:
		report(in, atCode, fmt.Sprintf("the code %s is in no line of %s", code, list), nearest(u, code, o.Name.FR))
	case o.Kind == territory.Intercommunal && number != "" && !numbered:
		report(in, atSIREN, fmt.Sprintf("the SIREN %s is in no line of %s, which lists the groupings with taxes of "+
			"their own", number, list), nearest(u, number, o.Name.FR))
	case coded && byCode.SIREN != "" && number != "" && byCode.SIREN != number:
		report(in, atSIREN,
			fmt.Sprintf("the code %s is that of %s, whose SIREN is %s and not %s (%s)", code, byCode.Name, byCode.SIREN,
				number, list), "one of the two numbers names another body")
	case coded && !u.Bears(o.Name.FR, byCode):
		report(in, atCode, fmt.Sprintf("the code %s is that of %q (%s), not of %q", code, byCode.Name, list, o.Name.FR),
			nearest(u, code, o.Name.FR))
	case !coded && numbered && !u.Bears(o.Name.FR, bySIREN):
		report(in, atSIREN,
			fmt.Sprintf("the SIREN %s is that of %q (%s), not of %q", number, bySIREN.Name, list, o.Name.FR),
			nearest(u, number, o.Name.FR))
	}
}

// numberOf gives an identifier of a body and the path of its value.
func numberOf(o *record.Organisation, kind record.IdentifierKind) (value, path string) {
	one, i := record.IdentifierOf(o.Identifiers, kind)
	return one.Value, fmt.Sprintf("identifiers/%d/value", i)
}

func nearest(u *territory.Universe, number, name string) string {
	p, ok := u.Nearest(number, name)
	if !ok || p.Number() == number {
		return "read the number again in its source"
	}
	return fmt.Sprintf("did you mean %s, %s?", p.Number(), p.Name)
}
