package export

import (
	"fmt"
	"slices"
	"strings"

	"vigie/internal/value/lang"
)

// Readme is where the page stands that explains the schema of a table to people.
func (f Folder) Readme(table string) string { return string(f) + "schemas/" + table + "/README.md" }

// The words of that page.
var (
	readmeVersion = lang.Text{FR: "Version %s des colonnes, du %s. Le premier nombre grandit quand une colonne " +
		"change de nom ou de sens, ou disparaît ; le deuxième quand une colonne s’ajoute.",
		EN: "Version %s of the columns, of %s. The first number grows when a column changes name or meaning, or goes; " +
			"the second when one is added."}
	readmeFile = lang.Text{FR: "Le fichier que ce schéma décrit est `%s` : UTF-8, virgule entre les colonnes, " +
		"point décimal, lignes finies par CR LF. Ce qui n’est pas connu est une cellule vide.",
		EN: "The file that this schema describes is `%s`: UTF-8, comma between columns, decimal point, lines that end " +
			"in CR LF. What is not known is an empty cell."}
	readmeCheck = lang.Text{FR: "`schema.json` suit Table Schema : tout programme qui lit ce format peut contrôler " +
		"le fichier. Les clés vers d’autres tables sont dans `datapackage.json`, à la racine du site.",
		EN: "`schema.json` follows Table Schema: any program that reads this format can check the file. Keys to other " +
			"tables are in `datapackage.json`, at the root of the site."}
	readmeColumns = lang.Text{FR: "| Colonne | Type | Obligatoire | Sens |", EN: "| Column | Type | Required | Meaning |"}
	readmeHead    = lang.Text{FR: "Colonnes", EN: "Columns"}
	readmeWho     = lang.Text{FR: "Publié par %s, sous %s.", EN: "Published by %s, under %s."}
	readmeYes     = lang.Text{FR: "oui", EN: "yes"}
)

// ReadmeFile explains the schema of a table, in the first language of the site: registers of
// schemas want one beside each.
func (t Table) ReadmeFile(a About) []byte {
	l := a.first()
	var b strings.Builder
	line := func(text string) { b.WriteString(lang.Typeset(l, text) + "\n\n") }
	line("# " + t.Title.In(l))
	line(t.About.In(l))
	line(fmt.Sprintf(readmeVersion.In(l), Version, VersionDay().Text(l)))
	line(fmt.Sprintf(readmeFile.In(l), a.Folder.CSV(t.ID, Standard)))
	line(readmeCheck.In(l))
	line(fmt.Sprintf(readmeWho.In(l), a.Publisher.In(l), a.Licence.Title.In(l)+" ("+a.Licence.Path+")"))
	line("## " + readmeHead.In(l))
	b.WriteString(readmeColumns.In(l) + "\n|---|---|---|---|\n")
	_, filled := t.key()
	for _, c := range t.Columns {
		required := ""
		if slices.Contains(filled, c.Name) {
			required = readmeYes.In(l)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, standardTypes[c.Type][0], required,
			strings.ReplaceAll(c.Label.In(l)+". "+c.Meaning.In(l)+formats[c.Type].In(l), "|", `\|`))
	}
	return []byte(b.String())
}
