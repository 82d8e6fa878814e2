package anssi_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the catalogues that package readers plays again")

// played are catalogues of eight offers for the test of all sources, which cannot
// alter a PDF: as it should be, and with what may go wrong with its table.
func played() map[string]*catalogue {
	var eight []offer
	for i := range 8 {
		eight = append(eight, offer{fmt.Sprintf("Hébergeur %d", i+1), fmt.Sprintf("Nuage %d", i+1), "I", "30/11/2025", "30/11/2028",
			fmt.Sprint(2101 + i), fmt.Sprintf("2025_%d", 2101+i), green, 0})
	}
	with := func(name string, offers []offer) *catalogue {
		c := &catalogue{}
		c.cover()
		c.contents()
		s, y := c.open()
		for _, t := range titles {
			s.text(t.x, y+t.dy, 4, strings.ReplaceAll(t.text, "Nom", name))
		}
		y -= 15
		for _, o := range offers {
			y = s.row(y, o)
		}
		c.close()
		return c
	}
	return map[string]*catalogue{"catalogue": with("Nom", eight), "catalogue-half": with("Nom", eight[:4]), "catalogue-empty": with("Nom", nil),
		"catalogue-renamed": with("Marque", eight)}
}

func TestTheCataloguesThatArePlayedAreThoseMadeHere(t *testing.T) {
	for name, c := range played() {
		file := "../../collect/readers/testdata/" + name + ".pdf"
		if *update {
			if err := os.WriteFile(file, c.bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if content, err := os.ReadFile(file); err != nil || !bytes.Equal(content, c.bytes()) {
			t.Errorf("%s is not what is made here (%v): run go test ./internal/france/anssi -run ArePlayed -update", file, err)
		}
	}
}
