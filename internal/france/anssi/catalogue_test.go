package anssi_test

import (
	"strings"
)

// The places of the made-up table, in points: those of the real one.
var (
	lefts  = []float64{59.6, 144.6, 239.6, 269.4, 299.1, 328.8, 353.9, 402.1, 460.3}
	titles = []struct {
		x, dy float64
		text  string
	}{
		{70, 0, "Nom du fournisseur de service"}, {75.7, -5.6, "(par ordre alphabétique)"}, {169.3, 0, "Nom du service"},
		{237.2, 0, "SaaS"}, {267, 0, "PaaS"}, {296.3, 0, "CaaS"}, {326.9, 0, "IaaS"},
		{352.8, 0, "Date de début de"}, {357.8, -5.6, "qualification"}, {404.3, 0, "Date de fin de"}, {406, -5.6, "qualification"},
		{447.1, 0, "Lien vers la décision"}, {451.1, -5.6, "de qualification"}, {504.8, 0, "Niveau de"}, {497.8, -5.6, "recommandation"},
	}
)

const (
	green  = "0.58039 0.84705 0.17647"
	yellow = "0.98823 0.76862 0.09803"
	red    = "0.98039 0.32156 0.32156"
)

// offer is a row of the made-up table.
type offer struct {
	supplier, service string // lines are parted by a slash
	models            string // X where a letter of SPCI is
	from, until       string
	number, link      string // the link is made of the year and the number
	colour            string
	height            float64 // 20 when zero
}

// offers are three sound rows.
func offers() []offer {
	return []offer{
		{"Alpha Fictif", "Nuage d'essai", "I", "30/11/2023", "30/11/2026", "2118", "2023_2118", green, 0},
		{"Bêta Imaginaire/et Fils", "Plateforme (essai,/brique « test »)/et reste", "PC", "05/05/2025", "18/06/2027", "795", "2025_795", yellow, 40},
		{"Gamma & Cie", "Messagerie", "S", "01/01/2026", "31/12/2028", "12", "2026_12", red, 0},
	}
}

// catalogue is a made-up catalogue: a cover, the contents, other sections, and the
// one that is read.
type catalogue struct {
	made
	number string // of the section; 3.3 when empty
}

func (c *catalogue) cover() *sheet {
	s := c.page()
	s.text(41, 627, 30, "CATALOGUE")
	s.text(459, 17, 6, "Catalogue mis à jour le 27/01/2026 à 10:40:04")
	return s
}

func (c *catalogue) contents() *sheet {
	s := c.page()
	s.text(150, 434, 14, "3.3")
	s.text(173, 434, 14, "Services d'informatique en nuage (SecNumCloud)")
	s.text(413, 434, 14, ".....................................")
	s.text(523, 434, 14, "63")
	return s
}

// open starts the section on a new page; rows start below the height it gives.
func (c *catalogue) open() (*sheet, float64) {
	s := c.page()
	number := c.number
	if number == "" {
		number = "3.3"
	}
	s.text(85, 771, 14, number+".")
	s.text(119, 771, 14, "Services d’informatique en nuage (SecNumCloud)")
	s.text(57, 750, 9, "Services d'informatique en nuage : le texte courant en parle aussi.")
	s.text(57, 740, 9, "SaaS : Software as a service, à ne pas prendre pour une colonne")
	return s, 700
}

// heads writes the names of the columns.
func (s *sheet) heads(y float64) float64 {
	for _, t := range titles {
		s.text(t.x, y+t.dy, 4, t.text)
	}
	return y - 15
}

// row writes a row and gives where the next one starts.
func (s *sheet) row(top float64, o offer) float64 {
	height := o.height
	if height == 0 {
		height = 20
	}
	y := top - height/2
	cell := func(column int, text string) {
		parts := strings.Split(text, "/")
		for i, p := range parts {
			if p != "" {
				s.text(lefts[column], y+8.4*(float64(len(parts)-1)/2-float64(i)), 6, p)
			}
		}
	}
	cell(0, o.supplier)
	cell(1, o.service)
	for i, m := range "SPCI" {
		if strings.ContainsRune(o.models, m) {
			cell(2+i, "X")
		}
	}
	s.text(lefts[6], y, 6, o.from)
	s.text(lefts[7], y, 6, o.until)
	s.text(lefts[8], y, 6, o.number)
	if o.link != "" {
		s.link(lefts[8], y, "https://example.org/visas/"+o.link+"_np.pdf")
	}
	if o.colour != "" {
		s.rectangle(509, y-3, 10, 9, o.colour)
	}
	return top - height
}

// close starts the next section.
func (c *catalogue) close() *sheet {
	s := c.page()
	s.text(85, 771, 14, "3.4.")
	s.text(119, 771, 14, "Services d'infogérance")
	y := s.heads(700)
	s.row(y, offer{"Hors Section", "Autre métier", "I", "01/01/2026", "31/12/2028", "99", "2026_99", green, 0})
	return s
}

// usual is a whole catalogue with three rows.
func usual() *catalogue {
	c := &catalogue{}
	c.cover()
	c.contents()
	s, y := c.open()
	y = s.heads(y)
	for _, o := range offers() {
		y = s.row(y, o)
	}
	c.close()
	return c
}
