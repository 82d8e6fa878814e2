package procedures_test

import (
	"fmt"
	"strings"
	"testing"

	"vigie/internal/collected"
	"vigie/internal/france/demarches"
	"vigie/internal/france/procedures"
	"vigie/internal/value/cal"
)

// rows are made-up procedures in the columns of the reader: "edition, ministry,
// online, accessible" each; a "gone" at the end takes the row off the list.
func rows(t *testing.T, lines ...string) *collected.Collected {
	t.Helper()
	r := demarches.Reader()
	c := &collected.Collected{Columns: r.Columns, State: collected.State{Reader: r.Name}}
	starts := map[string]string{"b1": "2026-04-01", "b2": "2026-01-01"} // identifiers are in no order of time
	for i, line := range lines {
		part := strings.Split(line, ", ")
		row := collected.Row{Cells: make([]string, len(c.Columns))}
		start := starts[part[0]]
		if i%2 == 0 && i > 0 {
			start = "" // not every procedure gives its edition
		}
		for name, cell := range map[string]string{"edition": part[0], "demarche": fmt.Sprint(i), "debut": start,
			"ministere": part[1], "en_ligne": part[2], "accessible": part[3]} {
			row.Cells[c.Index(name)] = cell
		}
		if len(part) > 4 {
			row.GoneSince = cal.NewDay(2026, 11, 20)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func TestSharesAreCountedByEditionAndMinistry(t *testing.T) {
	all := procedures.Shares(rows(t,
		"b1, Ministère des Essais, oui, non", "b1, Ministère des Essais, proactive, ", "b1, Ministère de l'Attente, , ",
		"b2, Ministère des Essais, partiel, oui", "b2, Ministère des Essais, beta, deploiement", "b2, Ministère des Essais, oui, oui, gone"))
	want := `edition,nom_edition,debut,fin,ministere,demarches,en_ligne,en_ligne_en_partie,en_ligne_non,en_ligne_sans_reponse,accessibles,accessibles_en_partie,accessibles_non,accessibles_sans_reponse
b2,,2026-01-01,,Ministère des Essais,2,0,2,0,0,1,1,0,0
b1,,2026-04-01,,Ministère de l'Attente,1,0,0,0,1,0,0,0,1
b1,,2026-04-01,,Ministère des Essais,2,2,0,0,0,0,0,1,1
`
	if got := string(procedures.Table(all)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if last := procedures.Last(all); len(last) != 2 || last[0].Edition != "b1" || last[1].Edition != "b1" {
		t.Errorf("the last edition is %+v", last)
	}
}

func TestRowsOfAnotherReaderAreNoProcedures(t *testing.T) {
	c := rows(t, "b1, Ministère des Essais, oui, non")
	c.State.Reader = "another"
	if all := procedures.Shares(c); all != nil {
		t.Errorf("counts %+v", all)
	}
	if all := procedures.Last(procedures.Shares(nil)); all != nil {
		t.Errorf("of nothing it counts %+v", all)
	}
}
