package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// About says whose data these are; it goes with every file that can hold it.
type About struct {
	Package     string    // name of the Data Package: lower-case letters, digits and hyphens
	Name        lang.Text // of the site
	Description lang.Text
	Publisher   lang.Text
	Folder      Folder  // where the files of data stand
	Home        string  // address of the site; empty when it has none
	AsOf        cal.Day // day of reference
	Updated     cal.Day // last day on which a source was read
	Licence     Licence
	Edition     string         // the last one, a day; empty while there is none
	Languages   lang.Languages // of the site: what has room for one language is in the first

	Credit     lang.Text // the line that those whose data they are ask for; empty for that of Attribution
	Schemaless bool      // no schema stands in the folder of the files
}

// Tongues are the languages of the site; French and English where nothing says which they are.
func (a About) Tongues() lang.Languages {
	if len(a.Languages) == 0 {
		return lang.Languages{lang.FR, lang.EN}
	}
	return a.Languages
}

// first is the first language of the site; French where nothing says which they are.
func (a About) first() lang.Lang {
	if len(a.Languages) == 0 {
		return lang.FR
	}
	return a.Languages.First()
}

// Licence is what others may do with the data.
type Licence struct {
	Name  string // SPDX identifier, or UnknownLicence
	Title lang.Text
	Path  string // address of its text; empty where the licence is not known
}

// LicenceOf is a licence by its SPDX identifier, and by its name where it has another.
func LicenceOf(id string, title lang.Text) Licence {
	if title.IsZero() {
		title = lang.Name(id)
	}
	return Licence{id, title, "https://spdx.org/licenses/" + id + ".html"}
}

// UnknownLicence is the name that the Open Definition has for terms which nobody knows
// (https://licenses.opendefinition.org). A licence of that name has no path.
const UnknownLicence = "notspecified"

// Line is the licence as a Data Package states it, its title in one language.
func (l Licence) Line(in lang.Lang) LicenceLine { return LicenceLine{l.Name, l.Path, l.Title.In(in)} }

// Attribution is the line that the licence asks reusers to show.
func (a About) Attribution(title lang.Text) lang.Text {
	if !a.Credit.IsZero() {
		return a.Credit
	}
	place := ""
	if a.Home != "" {
		place = ", " + a.Home
	}
	days := a.Days()
	return lang.Text{
		FR: "Source : " + a.Publisher.FR + ", « " + title.FR + " », " + days.FR + place + " – " + a.Licence.Title.FR,
		EN: "Source: " + a.Publisher.EN + ", “" + title.EN + "”, " + days.EN + place + " – " + a.Licence.Title.EN,
	}
}

// Days are the two days that a reference needs: the one for which everything was computed, and the last one on
// which a source was read, which the licence asks to be named as that of the last update.
func (a About) Days() lang.Text {
	out := lang.Text{FR: "mis à jour le " + a.Updated.Text(lang.FR), EN: "updated " + a.Updated.Text(lang.EN)}
	if !a.AsOf.IsZero() {
		out = lang.Text{FR: "état au " + a.AsOf.Text(lang.FR) + ", " + out.FR,
			EN: "as of " + a.AsOf.Text(lang.EN) + ", " + out.EN}
	}
	return out
}

// envelope is what stands before the rows of a JSON file.
type envelope struct {
	Name          string    `json:"name"`
	Title         lang.Text `json:"title"`
	Description   lang.Text `json:"description"`
	SchemaVersion string    `json:"schema_version"`
	Schema        string    `json:"schema,omitempty"` // relative to the file
	AsOf          cal.Day   `json:"as_of"`
	Updated       cal.Day   `json:"updated"`
	Licence       string    `json:"licence"`
	LicencePath   string    `json:"licence_path"`
	Attribution   lang.Text `json:"attribution"`
	Total         int       `json:"total"`
}

// JSON is the table as one object: see WriteJSON.
func (t Table) JSON(a About) []byte {
	var b bytes.Buffer
	_ = t.WriteJSON(&b, a) // a buffer never fails
	return b.Bytes()
}

// WriteJSON writes the table as one object, row by row: what it is, then its rows, one
// object each. Numbers keep the digits of the source; what is not known is null.
func (t Table) WriteJSON(to io.Writer, a About) error {
	schema := "schemas/" + t.ID + "/schema.json"
	if a.Schemaless {
		schema = ""
	}
	b := bufio.NewWriter(to)
	b.WriteString("{\n\"meta\": ") // b keeps the first error
	b.Write(Marshal(envelope{t.ID, t.Title, t.About, Version, schema, a.AsOf, a.Updated,
		a.Licence.Name, a.Licence.Path, a.Attribution(t.Title), t.Count}))
	b.WriteString(",\n\"rows\": [")
	first := true
	for row := range t.Rows {
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteByte('\n')
		b.Write(t.RowJSON(row))
	}
	b.WriteString("\n]\n}\n")
	return b.Flush()
}

// RowJSON is a row of the table as an object, with the names of its columns.
func (t Table) RowJSON(row []Cell) []byte {
	b := []byte{'{'}
	for j, cell := range row {
		if j > 0 {
			b = append(b, ',')
		}
		b = append(append(b, Marshal(t.Columns[j].Name)...), ':')
		b = append(b, cell.json(t.Columns[j].Type)...)
	}
	return append(b, '}')
}

func (c Cell) json(t Type) []byte {
	switch {
	case t == List && len(c.List) == 0:
		return []byte("[]")
	case t == List:
		return Marshal(c.List)
	case c.Text == "":
		return []byte("null")
	case t == Integer || t == Number || t == Boolean:
		return []byte(c.Text)
	}
	return Marshal(c.Text)
}

// Marshal writes a value that is always writable, without escaping < > &.
func Marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // texts, numbers and lists of them cannot fail
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
