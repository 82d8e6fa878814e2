package sniff_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"vigie/internal/collect/read/sniff"
)

// zipped is an archive with parts of these names.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err == nil {
			_, err = w.Write([]byte(strings.Repeat("x", 100_000)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAnotherFormIsNamedWithWhatToDo(t *testing.T) {
	for name, one := range map[string]struct {
		document, want string
		wanted         []sniff.Form
	}{
		"an archive for a table":             {zipped(t, "liste.csv"), "it is an archive (ZIP), where a table (CSV) is wanted: unzip it", []sniff.Form{sniff.CSV}},
		"a workbook for a table":             {zipped(t, "a", "xl/workbook.xml"), "it is a workbook (XLSX), where a table (CSV) is wanted: read it as XLSX", []sniff.Form{sniff.CSV}},
		"a letter for a workbook":            {zipped(t, "word/document.xml"), "it is a text or a presentation", []sniff.Form{sniff.Workbook}},
		"a binary workbook":                  {zipped(t, "xl/workbook.bin"), "it is a binary workbook (XLSB)", []sniff.Form{sniff.Workbook}},
		"a PDF for JSON":                     {"%PDF-1.7\n", "it is a PDF document, where JSON is wanted", []sniff.Form{sniff.JSON}},
		"gzip for a table":                   {packed(t, "a;b"), "it is a packed file", []sniff.Form{sniff.CSV}},
		"an old workbook":                    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxx", "save it as XLSX", []sniff.Form{sniff.Workbook}},
		"an error page for a table":          {"\xef\xbb\xbf\n<!DOCTYPE html><title>\n Service  indisponible</title>", `it is a web page (HTML) titled "Service indisponible", where a table (CSV) or JSON is wanted: it is most often an error`, []sniff.Form{sniff.CSV, sniff.JSON}},
		"a page that says it is XML":         {`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, "it is a web page", []sniff.Form{sniff.JSON}},
		"an error of a store of files":       {`<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>`, "it is XML, where a table (CSV) is wanted", []sniff.Form{sniff.CSV}},
		"an answer in JSON for a table":      {`{"error":"not found"}`, "it is JSON, where a table (CSV) is wanted", []sniff.Form{sniff.CSV}},
		"a table for JSON":                   {"Nom;SIREN\n", "it is plain text, perhaps a table (CSV), where JSON is wanted", []sniff.Form{sniff.JSON}},
		"a table for a workbook":             {"Nom;SIREN\n", "where a workbook (XLSX) is wanted: read it as CSV", []sniff.Form{sniff.Workbook}},
		"an image for a PDF":                 {"\x89PNG\r\n\x1a\nxxxx", "it is an image, where a PDF document is wanted", []sniff.Form{sniff.PDF}},
		"a table":                            {"Nom;SIREN\n", "", []sniff.Form{sniff.CSV}},
		"a table whose names are bracketed":  {"[nom];[siren]\n", "", []sniff.Form{sniff.CSV}},
		"a table that begins with less than": {"<5 M€;>5 M€\n", "", []sniff.Form{sniff.CSV}},
		"a table in UTF-16":                  {"\xff\xfeN\x00o\x00", "", []sniff.Form{sniff.CSV}},
		"nothing":                            {"", "", []sniff.Form{sniff.CSV}},
		"an empty list":                      {"[]", "", []sniff.Form{sniff.JSON}},
		"a list of numbers":                  {"[1, 2]", "", []sniff.Form{sniff.JSON}},
		"a piece of a page":                  {"<p>Essai", "", []sniff.Form{sniff.Page}},
		"a page in XML":                      {`<a>x</a>`, "", []sniff.Form{sniff.Page}},
		"an archive for a workbook":          {zipped(t, "a.csv"), "", []sniff.Form{sniff.Workbook}}, // the reader of workbooks says what it lacks
		"what nobody knows":                  {"\x00\x01\x02", "", []sniff.Form{sniff.CSV}},
	} {
		got := ""
		if err := sniff.Unlike(strings.NewReader(one.document), int64(len(one.document)), one.wanted...); err != nil {
			got = err.Error()
		}
		if (one.want == "") != (got == "") || !strings.Contains(got, one.want) {
			t.Errorf("%s: %q, want %q", name, got, one.want)
		}
	}
}

func TestAHintIsGivenWhereTheFormIsCertain(t *testing.T) {
	for document, want := range map[string]string{
		"<html><title>Connexion</title>": `it is a web page (HTML) titled "Connexion": it is most often an error`,
		"PK\x03\x04":                     "it is an archive (ZIP): unzip it",
		"Nom;SIREN":                      "",
		"\x00\x01":                       "",
		"":                               "",
	} {
		if got := sniff.Hint([]byte(document)); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", document, got, want)
		}
	}
}
