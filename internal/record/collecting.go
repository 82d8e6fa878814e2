package record

import "vigie/internal/value/lang"

// Collecting says how a source is visited and read. Only `vigie collect` uses it;
// a build never does.
type Collecting struct {
	// addresses: what is fetched, in order; {page} stands for a page number
	Addresses []string `yaml:"addresses" json:"addresses"`
	// instead: pages to look in when an address answers that it is gone; the reader follows them to where it went
	Instead []string `yaml:"instead,omitempty" json:"instead,omitempty"`
	// hosts: the only hosts that may answer, redirects included; those of the addresses when absent
	Hosts []string `yaml:"hosts,omitempty" json:"hosts,omitempty"`
	// media: media types that are accepted; anything else is refused
	Media []string `yaml:"media" json:"media"`
	// reader: name of the reader written in Go, when there is no recipe
	Reader string `yaml:"reader,omitempty" json:"reader,omitempty"`
	// recipe: where rows and fields are, for a source that needs no Go
	Recipe *Recipe `yaml:"recipe,omitempty" json:"recipe,omitempty"`
	// limits: size and time that a visit may take
	Limits Limits `yaml:"limits" json:"limits"`
	// bounds: what a healthy harvest looks like; outside them the last good records are kept
	Bounds Bounds `yaml:"bounds" json:"bounds"`
	// copies_apart: copies stay on the machine that collects, and their digest alone is published,
	// even when they may be republished: for a large document whose address gives the same bytes for
	// ever, or one that names persons
	CopiesApart bool `yaml:"copies_apart,omitempty" json:"copies_apart,omitempty"`
	// yields_to: the collected source that prevails over this one where both are about the same thing,
	// such as a catalogue over a list of what is in progress; both are compared by the columns that name their rows
	YieldsTo string `yaml:"yields_to,omitempty" json:"yields_to,omitempty"`
	// attribution: what the licence asks to be shown beside the data; {date} is the day of the copy
	Attribution lang.Text `yaml:"attribution,omitempty" json:"attribution,omitempty"`
	// off: why it is not visited at present; it is visited when absent. Files saved by hand are read all the same
	Off lang.Text `yaml:"off,omitempty" json:"off,omitempty"`
}

// Limits bound a visit.
type Limits struct {
	// bytes: most bytes of one document, after decompression ("20 M")
	Bytes string `yaml:"bytes" json:"bytes"`
	// seconds: most seconds to fetch one document, and as many to read it
	Seconds int `yaml:"seconds" json:"seconds"`
	// pages: most documents in one visit
	Pages int `yaml:"pages,omitempty" json:"pages,omitempty"`
}

// Bounds are what a healthy harvest looks like.
type Bounds struct {
	// rows_min: fewest rows; about 80 % of a healthy run
	RowsMin int `yaml:"rows_min" json:"rows_min"`
	// rows_max: most rows; about twice a healthy run
	RowsMax int `yaml:"rows_max" json:"rows_max"`
	// columns: columns that must be there, as the source names them
	Columns []string `yaml:"columns,omitempty" json:"columns,omitempty"`
	// unreadable: most rows that cannot be read, in percent
	Unreadable int `yaml:"unreadable" json:"unreadable"`
	// gone: most records that may disappear from one edition to the next, in percent of those known;
	// after a gap, each edition that was missed may have lost as many
	Gone int `yaml:"gone" json:"gone"`
	// moved: how far one number may move from one edition to the next, in percent; more after a gap,
	// but never tenfold; no bound when absent
	Moved int `yaml:"moved,omitempty" json:"moved,omitempty"`
	// forms: what is otherwise in a document of another form, where the reader distinguishes forms
	Forms []FormBounds `yaml:"forms,omitempty" json:"forms,omitempty"`
}

// FormBounds are bounds of a document that comes in another form than the usual one.
type FormBounds struct {
	// form: the form, as its reader names it
	Form string `yaml:"form" json:"form"`
	// rows_min: fewest rows of a document of this form
	RowsMin int `yaml:"rows_min" json:"rows_min"`
	// columns: columns that must be there, as this form names them
	Columns []string `yaml:"columns" json:"columns"`
	// unreadable: most rows that cannot be read, in percent; that of all forms when absent
	Unreadable int `yaml:"unreadable,omitempty" json:"unreadable,omitempty"`
}

// In gives the bounds of a document of a form; those that are declared for all when
// the form has none of its own.
func (b Bounds) In(form string) Bounds {
	for _, f := range b.Forms {
		if f.Form != form {
			continue
		}
		b.RowsMin, b.Columns = f.RowsMin, f.Columns
		if f.Unreadable > 0 {
			b.Unreadable = f.Unreadable
		}
	}
	return b
}

// Recipe says where rows are in a document and which field goes where.
type Recipe struct {
	// format: html (rows anywhere in a page), table (rows of a table in a page), json, csv or xlsx
	Format string `yaml:"format" json:"format"`
	// rows: CSS selector of the rows (html) or of the table (table; every table when absent), JSON
	// pointer (json; * stands for every element), or name of the sheet (xlsx; the first one when absent)
	Rows string `yaml:"rows,omitempty" json:"rows,omitempty"`
	// separator: of CSV cells; guessed when absent
	Separator string `yaml:"separator,omitempty" json:"separator,omitempty"`
	// charset: encoding of a text, where the source announces a wrong one
	Charset string `yaml:"charset,omitempty" json:"charset,omitempty"`
	// key: fields that name a row for ever
	Key []string `yaml:"key" json:"key"`
	// title: fields that name a row for people; those of the key when absent
	Title []string `yaml:"title,omitempty" json:"title,omitempty"`
	// fields: what is taken from each row
	Fields []RecipeField `yaml:"fields" json:"fields"`
	// ignored: columns (table, csv, xlsx), JSON pointers (json) or CSS selectors (html) within the
	// row that are left aside on purpose; any other is reported
	Ignored []string `yaml:"ignored,omitempty" json:"ignored,omitempty"`
	// next: where the address of the next page is (CSS selector of a link, or JSON pointer)
	Next string `yaml:"next,omitempty" json:"next,omitempty"`
}

// RecipeField is one field of a recipe.
type RecipeField struct {
	// name: its name in our records, in snake_case
	Name string `yaml:"name" json:"name"`
	// label: the heading of its column on the site
	Label lang.Text `yaml:"label" json:"label"`
	// from: name of the column (table, csv, xlsx), CSS selector (html) or JSON pointer (json) within
	// the row; the row itself when absent
	From string `yaml:"from,omitempty" json:"from,omitempty"`
	// attribute: attribute to read instead of the text (html)
	Attribute string `yaml:"attribute,omitempty" json:"attribute,omitempty"`
	// as: text, date, number, boolean, code or list
	As string `yaml:"as" json:"as"`
	// format: of dates, such as dd/mm/yyyy, where the usual French forms do not do; width of codes,
	// such as 00000, whose first zeros the source loses; sign before the decimals of numbers, where
	// cells could be read either way; what parts the values of a list
	Format string `yaml:"format,omitempty" json:"format,omitempty"`
	// unit: identifier of the unit of its numbers, where they all have one; an indicator that adds
	// them up is in that unit
	Unit string `yaml:"unit,omitempty" json:"unit,omitempty"`
	// absent: what the source writes for no value
	Absent []string `yaml:"absent,omitempty" json:"absent,omitempty"`
	// required: whether a row of which this cell is empty cannot be read; a cell that cannot be read
	// loses its row, required or not
	Required bool `yaml:"required,omitempty" json:"required,omitempty"`
}
