package decp

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/loose"
	"vigie/internal/france/filter"
	"vigie/internal/value/tabular"
)

// intake takes rows one after the other: judges each, keeps those that pass, counts
// the others by reason.
type intake struct {
	rule    *filter.Rule
	judge   *filter.Judge
	ledger  Ledger
	columns []string // of all rows, each once
	known   map[string]bool
	forms   map[string]int // rows of each form
	rows    int
	bytes   int // of those that are kept
	bad     []collect.Bad
	left    map[string]int
	unread  tabular.Tally
	damaged collect.Damage
	// partly are the markets that only one of their holders has let through: a
	// second reading takes their other holders.
	partly map[string]bool
}

func newIntake(rule *filter.Rule) *intake {
	return &intake{rule: rule, judge: rule.Judge(), left: map[string]int{}, known: map[string]bool{},
		forms: map[string]int{}, partly: map[string]bool{}}
}

// textAtMost is above the longest text of a contract, which producers cut at 1,000
// characters.
const textAtMost = 10_000

// Bounds of what is held: rows that cannot be read, and the bytes of those that pass,
// which are some tens of thousands. A file of which all passes is not one of contracts.
const (
	badAtMost = 10_000
	keptBytes = 80 << 20
)

var (
	errBroken = errors.New("too many rows cannot be read")
)

func (in *intake) reject(at, column, found, wanted string) error {
	if len(in.bad) == badAtMost {
		return errBroken
	}
	if len(found) > 200 {
		found = strings.ToValidUTF8(found[:200], "") + "…"
	}
	in.bad = append(in.bad, collect.Bad{At: at, Column: column, Found: found, Wanted: wanted})
	return nil
}

func (in *intake) leave(why string) { in.left[why]++ }

// has notes the columns of a row, and its form: the first row alone may lack some.
func (in *intake) has(names []string, form string) {
	in.forms[form]++
	for _, n := range names {
		if len(in.columns) == columnsAtMost {
			return
		}
		if !in.known[n] {
			in.known[n] = true
			in.columns = append(in.columns, n)
		}
	}
}

// columnsAtMost is above the columns of all forms together.
const columnsAtMost = 1000

// flat takes a row of a table.
func (in *intake) flat(row flat, doc int, at string) error {
	in.rows++
	object, damage := objectOf([]byte(row("object")))
	v := in.verdict([]byte(row("cpv")), object, []byte(row("holder")), []byte(row("holder_2")), []byte(row("holder_3")))
	if !v.Taken {
		in.leave(v.Why)
		in.damaged = in.damaged.With(damage)
		return nil
	}
	return in.keep(in.spelt(row).contracts(in.rule), v.Why, doc, at)
}

// object takes a flat JSON object as a row of a table.
func (in *intake) object(n loose.Node, doc int, at string) error {
	names := n.Names()
	in.has(names, formOf(n.Has))
	if _, ok := member(n, "object"); !ok {
		in.rows++
		return in.reject(at, "", strings.Join(names, " "), "an object with the members of a contract")
	}
	for _, name := range names {
		if !known()[name] {
			in.unread.Add(name, n.Member(name).Text())
		}
	}
	return in.flat(func(column string) string {
		m, _ := member(n, column)
		return m.Text()
	}, doc, at)
}

// verdict judges a contract by its raw cells, so that the others need not be read.
func (in *intake) verdict(cpv, object []byte, holders ...[]byte) filter.Verdict {
	supplier := false
	for _, h := range holders {
		supplier = supplier || in.rule.Supplier(h)
	}
	return in.judge.Of(in.rule.Class(cpv), object, supplier)
}

// legal takes a contract in the format of the law.
func (in *intake) legal(n loose.Node, at string) error {
	in.rows++
	if isConcession(n) {
		in.has(nil, formLaw)
		in.leave("concession")
		return nil
	}
	in.has(legalNames(n), formLaw)
	for _, name := range legalUnread(n) {
		in.unread.Add(name, n.Member(name).Text())
	}
	var holders [][]byte
	for _, id := range n.Texts("titulaires/titulaire/id", "titulaires/id") {
		holders = append(holders, []byte(id))
	}
	object, damage := objectOf([]byte(n.First("objet").Text()))
	v := in.verdict([]byte(n.First("codeCPV").Text()), object, holders...)
	if !v.Taken {
		in.leave(v.Why)
		in.damaged = in.damaged.With(damage)
		return nil
	}
	return in.keep(law{in}.contracts(n), v.Why, 0, at)
}

// keep enters what a row says.
func (in *intake) keep(rows []Contract, why string, doc int, at string) error {
	for _, c := range rows {
		switch {
		case c.UID == "" && c.Buyer == "":
			return in.reject(at, "acheteur", "", "the buyer, by its SIRET")
		case c.UID == "" || len(c.UID) > 200:
			return in.reject(at, "uid", c.UID, "the SIRET of the buyer and its number of the market")
		case len(c.Object) > textAtMost || len(c.BuyerName)+len(c.Framework)+len(c.Producer) > textAtMost:
			return in.reject(at, "object", c.Object, "a text shorter than a page")
		case !utf8.ValidString(c.UID + c.Object + c.BuyerName + c.Framework + c.Producer):
			return in.reject(at, "object", "", "a text in UTF-8")
		}
		if in.bytes += c.weight(); in.bytes > keptBytes {
			return &budget.Spent{Of: budget.Bytes, Most: keptBytes,
				Raise: "for the contracts that pass the filter: have it in parts"}
		}
		c.Why, c.Doc, c.At = why, doc, at
		in.ledger.Add(c)
		if why == filter.BySupplier {
			in.partly[c.UID] = true
		}
	}
	return nil
}

// remarks are what there is to say besides rows.
func (in *intake) remarks() collect.Remarks {
	r := collect.Remarks{Columns: in.columns, Form: in.form(), Rows: in.rows, Bad: in.bad, Damaged: in.damaged}
	var left tabular.Tally
	for why := range in.left {
		left.Add(why, "")
	}
	for _, l := range left.List() {
		r.Ignored = append(r.Ignored, collect.Unread{What: l.What, Count: in.left[l.What]})
	}
	for _, l := range in.unread.List() {
		r.Unread = append(r.Unread, collect.Unread(l))
	}
	return r
}

// form is that of most rows.
func (in *intake) form() string {
	most := ""
	for _, f := range []string{formLaw, formExport} {
		if in.forms[f] > in.forms[most] {
			most = f
		}
	}
	return most
}

// formOf distinguishes the two forms of flat rows: the consolidated one names each market.
func formOf(has func(name string) bool) string {
	if has("uid") || has("__id") {
		return ""
	}
	return formExport
}

// emit hands over the markets.
func (in *intake) emit(emit func(collect.Row) error) error {
	for _, m := range in.ledger.Markets() {
		if err := emit(m.row()); err != nil {
			return fmt.Errorf("market %s: %w", m.UID, err)
		}
	}
	return nil
}
