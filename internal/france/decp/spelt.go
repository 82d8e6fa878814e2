package decp

import (
	"vigie/internal/collect"
	"vigie/internal/value/spelling"
)

// spelt gives the cells of a row as we write them, and counts those that were encoded
// twice. Letters that are lost are counted where the row comes out.
func (in *intake) spelt(row flat) flat {
	return func(column string) string { return in.repaired(row(column)) }
}

func (in *intake) repaired(text string) string {
	t := spelling.Of(text)
	if t.Repaired {
		in.damaged.Note(spelling.Text{Text: t.Text, Repaired: true})
	}
	return t.Text
}

// object gives the object of a row as it is to be judged. It is one in millions.
func objectOf(raw []byte) (judged []byte, damage collect.Damage) {
	if spelling.Sound(raw) {
		return raw, damage
	}
	t := spelling.Of(string(raw))
	damage.Note(t)
	return []byte(t.Text), damage
}

// sound gives the first of some texts of the same thing that has not lost letters, or
// else the first.
func sound(rows []Contract, text func(Contract) string) string {
	first := ""
	for _, r := range rows {
		t := text(r)
		if t != "" && !spelling.Of(t).Lost {
			return t
		}
		if first == "" {
			first = t
		}
	}
	return first
}
