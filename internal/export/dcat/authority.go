package dcat

import (
	"strings"

	"golang.org/x/text/language"

	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// What DCAT-AP has named by the tables of the Publications Office of the European Union.

const authority = "http://publications.europa.eu/resource/authority/"

// frequencies are the words of its table of frequencies.
var frequencies = map[record.Cadence]string{record.Once: "NEVER", record.Daily: "DAILY", record.Weekly: "WEEKLY",
	record.Monthly: "MONTHLY", record.Quarterly: "QUARTERLY", record.HalfYearly: "ANNUAL_2", record.Yearly: "ANNUAL",
	record.Irregular: "IRREG"}

func frequency(c record.Cadence) string {
	if word := frequencies[c]; word != "" {
		return authority + "frequency/" + word
	}
	return ""
}

// fileTypes are the words of its table of types of files, by the end of a name. It has none
// for SQLite.
var fileTypes = map[string]string{"csv": "CSV", "json": "JSON", "xlsx": "XLSX", "ods": "ODS", "parquet": "PARQUET",
	"zip": "ZIP"}

func fileType(path string) string {
	if word := fileTypes[path[strings.LastIndexByte(path, '.')+1:]]; word != "" {
		return authority + "file-type/" + word
	}
	return ""
}

// tongue is a language in its table, whose words are the three letters of ISO 639-2.
func tongue(l lang.Lang) string {
	tag, err := language.Parse(string(l))
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return authority + "language/" + strings.ToUpper(base.ISO3())
}

// mediaType is a media type at the authority that keeps their list.
func mediaType(media string) string { return "https://www.iana.org/assignments/media-types/" + media }
