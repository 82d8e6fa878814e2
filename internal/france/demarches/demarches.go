// Package demarches reads « Vos démarches essentielles », the observatory in which
// the DINUM says each quarter whether the 250 most used procedures of the State can
// be done online, are accessible, answer fast.
//
// Its interface gives a list of editions, then one list of procedures an edition;
// both are JSON. An indicator is a slug with a label (the mark: « Oui », « Partiel »,
// « Optimal ») and a value (a number, a link, or nothing). Older editions give the
// mark as value: it is looked for in both.
//
// What says that there is no value yet (« À venir », « Nombre d'avis insuffisant »)
// is read as none. A mark that is not known is reported, and read as none as well.
// Package procedures counts, for each edition and ministry, what is online and what
// is accessible, beside those of which nothing is said.
package demarches

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"

	"vigie/internal/collect"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Reader reads the editions, and the procedures of each.
func Reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: "demarches-essentielles", Version: 1, Read: read, Follow: follow,
		Columns: []collect.Column{
			{Name: "edition", Kind: collect.Code, Key: true,
				Label: lang.Text{FR: "Identifiant de l’édition", EN: "Identifier of the edition"}},
			{Name: "demarche", Kind: collect.Code, Key: true,
				Label: lang.Text{FR: "Identifiant de la démarche dans l’édition",
					EN: "Identifier of the procedure in the edition"}},
			{Name: "nom_edition", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Édition", EN: "Edition"}},
			{Name: "debut", Kind: collect.Date, Label: lang.Text{FR: "Début de la période", EN: "Start of the period"}},
			{Name: "fin", Kind: collect.Date, Label: lang.Text{FR: "Fin de la période", EN: "End of the period"}},
			{Name: "suivi", Kind: collect.Code,
				Label: lang.Text{FR: "Numéro d’une édition à l’autre", EN: "Number across editions"}},
			{Name: "titre", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Démarche", EN: "Procedure"}},
			{Name: "ministere", Kind: collect.Text, Label: lang.Text{FR: "Ministère", EN: "Ministry"}},
			{Name: "administration", Kind: collect.Text, Label: lang.Text{FR: "Administration", EN: "Administration"}},
			{Name: "volume", Kind: collect.Number, Label: lang.Text{FR: "Dossiers par an", EN: "Files a year"}},
			{Name: "en_ligne", Kind: collect.Code, Label: lang.Text{FR: "Réalisable en ligne", EN: "Can be done online"}},
			{Name: "accessible", Kind: collect.Code,
				Label: lang.Text{FR: "Prise en compte du handicap", EN: "Accessible to disabled people"}},
			{Name: "conformite", Kind: collect.Number,
				Label: lang.Text{FR: "Conformité au RGAA (%)", EN: "Conformity to accessibility rules (%)"}},
			{Name: "disponibilite", Kind: collect.Number, Label: lang.Text{FR: "Disponibilité (%)", EN: "Uptime (%)"}},
			{Name: "chargement", Kind: collect.Number,
				Label: lang.Text{FR: "Temps de chargement (ms)", EN: "Loading time (ms)"}},
			{Name: "satisfaction", Kind: collect.Number,
				Label: lang.Text{FR: "Satisfaction (sur 10)", EN: "Satisfaction (out of 10)"}},
		}}, sniff.JSON)
}

// ofProcedure, ofEdition and ofField are the members that are known.
var (
	ofProcedure = tabular.Members{
		Take: []string{"id", "title", "ministere", "administration", "volume", "editionId", "edition", "fields",
			"grist_identifier", "airtable_identifier"},
		Leave: []string{"title_normalized", "administration_central", "sousorg", "jdma_identifier", "noJdma"},
	}
	ofEdition = tabular.Members{Take: []string{"id", "name", "start_date", "end_date"},
		Leave: []string{"created_at", "version"}}
	ofField = tabular.Members{Take: []string{"slug", "label", "value"},
		Leave: []string{"id", "color", "noBackground", "goalReached", "procedureId"}}
)

var identifier = regexp.MustCompile(`^[0-9a-f]{24}$`)

// isEdition distinguishes an edition from a procedure.
func isEdition(element map[string]json.RawMessage) bool {
	_, dated := element["start_date"]
	_, marked := element["fields"]
	return dated && !marked
}

// follow leads from the list of editions to the procedures of each.
func follow(ctx context.Context, doc collect.Document) ([]string, error) {
	var out []string
	err := tabular.Each(tabular.JSON(doc.Reader()), func(i int, element map[string]json.RawMessage) error {
		if err := ctx.Err(); err != nil || !isEdition(element) {
			return err
		}
		id, _ := tabular.Text(element["id"])
		if !identifier.MatchString(id) {
			return fmt.Errorf("the edition %d has the identifier %q", i, id)
		}
		out = append(out, "/api/procedures?"+url.Values{"editionId": {id}}.Encode())
		return nil
	})
	return out, err
}

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	var remarks collect.Remarks
	var unread, ignored tabular.Tally
	seen := map[string]bool{}
	err := tabular.Each(tabular.JSON(doc.Reader()), func(i int, element map[string]json.RawMessage) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, name := range slices.Concat(ofProcedure.Take, ofEdition.Take) {
			seen[name] = seen[name] || element[name] != nil
		}
		if isEdition(element) {
			countUnknown(&unread, "edition/", ofEdition, element)
			return nil
		}
		if element["fields"] == nil {
			return fmt.Errorf("the element %d is neither an edition nor a procedure", i)
		}
		p := procedure{element: element, at: fmt.Sprintf("/%d", i), unread: &unread}
		countUnknown(&unread, "", ofProcedure, element)
		if p.text("editionId") == "" {
			ignored.Add("démarche sans édition (brouillon)", p.text("title"))
			return nil
		}
		remarks.Rows++
		row, end := p.read()
		if p.bad != nil {
			return remarks.Reject(*p.bad)
		}
		if end.Compare(remarks.Edition) > 0 {
			remarks.Edition = end
		}
		return emit(row)
	})
	for _, known := range []tabular.Members{ofProcedure, ofEdition} {
		for _, name := range known.Take {
			if seen[name] {
				remarks.Columns = append(remarks.Columns, name)
			}
		}
	}
	for _, l := range unread.List() {
		remarks.Unread = append(remarks.Unread, collect.Unread(l))
	}
	for _, l := range ignored.List() {
		remarks.Ignored = append(remarks.Ignored, collect.Unread(l))
	}
	return remarks, err
}

// countUnknown counts the members that are not known.
func countUnknown(unread *tabular.Tally, where string, known tabular.Members, object map[string]json.RawMessage) {
	for _, name := range known.Unread(object) {
		unread.Add(where+name, string(object[name]))
	}
}
