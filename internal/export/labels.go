package export

import "vigie/internal/value/lang"

// titled is a table without columns: what it is called and where its page is.
func (m maker) titled(id string) Table {
	key := "table." + id
	return Table{ID: id, Slug: m.label(key + ".address"), Title: m.label(key), About: m.label(key + ".about")}
}

// labelled is a column of a table with what it is called and what it means: as that
// table words it, or else as all tables do.
func (m maker) labelled(table string, c Column) Column {
	if !c.Label.IsZero() {
		return c // it is that of a word of the site
	}
	own, common := "column."+table+"."+c.Name, "column."+c.Name
	c.Label, c.Meaning = m.label(own, common), m.label(own+".about", common+".about")
	return c
}

// label gives the words of the first key that has some.
func (m maker) label(keys ...string) lang.Text {
	for _, key := range keys {
		if t, ok := m.Labels(key); ok {
			return t
		}
	}
	return m.text(keys[0])
}
