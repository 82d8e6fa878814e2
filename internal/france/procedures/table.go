package procedures

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"vigie/internal/value/tabular"
)

// Table writes the shares of all editions as CSV, in the language of the source as the
// rows themselves are.
func Table(all []Share) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b) // a buffer takes everything
	w.Write([]string{"edition", "nom_edition", "debut", "fin", "ministere", "demarches",
		"en_ligne", "en_ligne_en_partie", "en_ligne_non", "en_ligne_sans_reponse",
		"accessibles", "accessibles_en_partie", "accessibles_non", "accessibles_sans_reponse"})
	for _, s := range all {
		line := []string{tabular.Inert(s.Edition), tabular.Inert(s.Name), s.From.String(), s.To.String(),
			tabular.Inert(s.Ministry), strconv.Itoa(s.Total)}
		w.Write(append(line, append(s.Online.cells(), s.Accessible.cells()...)...))
	}
	w.Flush()
	return b.Bytes()
}

func (c Count) cells() []string {
	return []string{strconv.Itoa(c.Yes), strconv.Itoa(c.Partly), strconv.Itoa(c.No), strconv.Itoa(c.Unknown)}
}
