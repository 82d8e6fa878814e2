package boamp

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/collect/read/loose"
	"vigie/internal/france/filter"
	"vigie/internal/value/cal"
	"vigie/internal/value/spelling"
	"vigie/internal/value/tabular"
)

// taken are the members of a record that are read; left are those left aside: how a
// procedure goes, what is written twice, and what is about persons.
var (
	taken = set(`idweb objet nomacheteur dateparution datelimitereponse nature nature_categorise_libelle famille code_departement titulaire
		annonce_lie etat url_avis donnees`)
	left = set(`id contractfolderid filename famille_libelle code_departement_prestation datefindiffusion perimetre type_procedure
		soustype_procedure procedure_libelle procedure_categorise sousnature nature_libelle sousnature_libelle nature_categorise criteres
		marche_public_simplifie marche_public_simplifie_label descripteur_code dc descripteur_libelle type_marche type_marche_facette type_avis
		annonces_anterieures annonces_anterieures_schema_v110 source_schema gestion`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// notice is what is held of a notice.
type notice struct {
	id          string
	kind        string // closed list below
	object      string
	buyerName   string
	buyer       string // SIREN
	published   cal.Date
	deadline    cal.Date
	family      string
	departments []string
	cpv         []string
	amount      amount
	winners     []winner
	linked      []string
	corrections []string
	url         string
	unreadable  bool // donnees could not be read
	cancelled   bool
	applied     bool // it corrects another notice, which has taken what it says
	doc         int
	at          string
}

// The closed list of kinds of notices.
const (
	call         = "appel-offre"
	award        = "attribution"
	correction   = "rectificatif"
	cancellation = "annulation"
)

var kinds = []string{call, award, correction, cancellation, "intention-conclure", "pre-information", "modification"}

// categories are the kinds that the other member names, in words.
var categories = map[string]string{"avis-de-marche": call, "resultat-de-marche": award, "rectificatif": correction,
	"avis-rectificatif": correction}

var number = regexp.MustCompile(`^[0-9]{2}-[0-9]{1,8}$`)

// read reads a record; false when it is not a notice.
func read(r loose.Node) (*notice, bool) {
	text := func(name string) string { return strings.TrimSpace(r.First(name).Text()) }
	n := &notice{id: text("idweb"), object: text("objet"), buyerName: text("nomacheteur"), family: slug(text("famille")),
		url:         text("url_avis"),
		departments: r.Texts("code_departement"), linked: links(r.Texts("annonce_lie"))}
	if !number.MatchString(n.id) {
		return nil, false
	}
	n.kind = slug(text("nature"))
	if !slices.Contains(kinds, n.kind) {
		n.kind = categories[slug(text("nature_categorise_libelle"))]
	}
	n.published, n.deadline = day(text("dateparution")), day(text("datelimitereponse"))
	n.cancelled = slug(text("etat")) == "avis-annule"
	if !strings.HasPrefix(n.url, "https://www.boamp.fr/") {
		n.url = "https://www.boamp.fr/pages/avis/?q=idweb:" + n.id
	}
	itself, ok := donnees(r.Member("donnees"))
	n.unreadable = !ok
	n.details(itself)
	n.win(winner{}, r.Texts("titulaire")...)
	return n, true
}

// donnees is what a notice says whole: a text of JSON, or an object in some dumps.
func donnees(n loose.Node) (loose.Node, bool) {
	if n.IsZero() || n.IsObject() {
		return n, true
	}
	inner, err := loose.Parse(strings.NewReader(n.Text()), itself)
	return inner, err == nil
}

// links are the numbers among the notices that a notice is linked to.
func links(texts []string) (out []string) {
	const most = 100
	for _, t := range texts {
		for _, id := range strings.FieldsFunc(t, func(r rune) bool { return strings.ContainsRune(" ,;|[]\"", r) }) {
			if len(out) < most && number.MatchString(id) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	slices.Sort(out)
	return out
}

// verdict judges a notice by its codes, its object and its winners.
func (n *notice) verdict(rule *filter.Rule, judge *filter.Judge) filter.Verdict {
	var cpv [][]byte
	for _, c := range n.cpv {
		cpv = append(cpv, []byte(c))
	}
	listed := slices.ContainsFunc(n.winners, func(w winner) bool { return rule.Supplier([]byte(w.siren)) })
	return judge.Of(rule.Class(cpv...), []byte(spelling.Of(n.object).Text), listed)
}

// correct applies the corrections, from the first to the last.
func (in *intake) correct() {
	var corrections []*notice
	for _, n := range in.notices {
		if n.kind == correction {
			corrections = append(corrections, n)
		}
	}
	slices.SortFunc(corrections,
		func(a, b *notice) int { return cmp.Or(a.published.Compare(b.published), cmp.Compare(a.id, b.id)) })
	for _, c := range corrections {
		if of := in.target(c); of != nil {
			of.replace(c)
			c.applied = true
		}
	}
}

// target is the notice that a correction corrects, through other corrections.
func (in *intake) target(c *notice) *notice {
	const longest = 100 // corrections of corrections, whatever they say
	for range longest {
		var next *notice
		for _, id := range c.linked {
			if n := in.notices[id]; n != nil && n != c {
				next = n
				break
			}
		}
		if next == nil || next.kind != correction {
			return next
		}
		c = next
	}
	return nil
}

// replace takes what a correction says.
func (n *notice) replace(c *notice) {
	n.object = cmp.Or(c.object, n.object)
	n.buyerName = cmp.Or(c.buyerName, n.buyerName)
	n.buyer = cmp.Or(c.buyer, n.buyer)
	if !c.deadline.IsZero() {
		n.deadline = c.deadline
	}
	if len(c.cpv) > 0 {
		n.cpv = c.cpv
	}
	if c.amount.given {
		n.amount = c.amount
	}
	if len(c.winners) > 0 {
		n.winners = c.winners
	}
	n.cancelled = n.cancelled || c.cancelled
	n.corrections = append(n.corrections, c.id)
	n.doc, n.at = c.doc, c.at
}

// cancel marks the notices that another one cancels.
func (in *intake) cancel() {
	for _, n := range in.notices {
		if n.kind != cancellation {
			continue
		}
		for _, id := range n.linked {
			if of := in.notices[id]; of != nil {
				of.cancelled = true
			}
		}
	}
}

func slug(text string) string {
	return strings.ReplaceAll(strings.TrimSpace(filter.Words(spelling.Of(text).Text)), " ", "-")
}

// day reads a day, or the day in Paris of a moment.
func day(text string) cal.Date {
	if t, ok := moment(text); ok {
		return cal.On(t)
	}
	d, _, _ := strings.Cut(text, "T")
	date, ok := tabular.Date(d)
	if !ok {
		return cal.Date{}
	}
	return date
}
