// Package panorama reads the « Panorama des grands projets numériques de l'État »,
// which the DINUM publishes twice a year.
//
// An edition came as a CSV file (2016, 2017) or as a page in which a table is
// embedded as JSON, column by column (2017 to 2023), or comes as a workbook (XLSX)
// with the same columns; they are recognised by their bytes. Columns are renamed from one edition
// to the next: they are found by all the names they have borne, and a name that is not known is reported.
//
// There is no identifier of projects. One is made of the folded name and of the
// ministry, whatever the ministry is called that year, so that a project is the
// same record from one edition to the next: what changed in it is reported, and one that
// ended is no longer listed. How far costs and delays overran is published as a mean alone, never by project:
// Totals reads those figures.
package panorama

import (
	"bytes"
	"context"
	"io"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Reader reads the projects of an edition.
func Reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: "panorama-grands-projets", Version: 3, Read: read,
		Columns: []collect.Column{
			{Name: "cle_projet", Kind: collect.Code, Key: true,
				Label: lang.Text{FR: "Nom, pour le suivi", EN: "Name, as followed"}},
			{Name: "cle_ministere", Kind: collect.Code, Key: true,
				Label: lang.Text{FR: "Ministère, pour le suivi", EN: "Ministry, as followed"}},
			{Name: "projet", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Projet", EN: "Project"}},
			{Name: "ministere", Kind: collect.Text, Label: lang.Text{FR: "Ministère porteur", EN: "Ministry in charge"}},
			{Name: "interministeriel", Kind: collect.Boolean,
				Label: lang.Text{FR: "Interministériel", EN: "For several ministries"}},
			{Name: "debut", Kind: collect.Date, Label: lang.Text{FR: "Début", EN: "Start"}},
			{Name: "duree_annees", Kind: collect.Number,
				Label: lang.Text{FR: "Durée prévue (années)", EN: "Planned length (years)"}},
			{Name: "phase", Kind: collect.Text, Label: lang.Text{FR: "Phase en cours", EN: "Present phase"}},
			{Name: "cout_meur", Kind: collect.Number,
				Label: lang.Text{FR: "Coût complet estimé (M€)", EN: "Estimated full cost (€m)"}},
			{Name: "tranche", Kind: collect.Text, Label: lang.Text{FR: "Tranche de coût", EN: "Band of cost"}},
			{Name: "zone", Kind: collect.Text, Label: lang.Text{FR: "Zone fonctionnelle", EN: "Functional area"}},
			{Name: "programmes", Kind: collect.Text, Label: lang.Text{FR: "Programmes de financement", EN: "Budget programmes"}},
			{Name: "description", Kind: collect.Text,
				Label: lang.Text{FR: "Description et objectifs", EN: "Description and aims"}},
		}}, sniff.Page, sniff.CSV, sniff.Workbook)
}

// layout are the columns under all the names that they have borne.
var layout = tabular.Layout{
	Take: []tabular.Column{
		{Name: "projet", Called: []string{"Projet", "Nom du projet"}},
		{Name: "porteur", Called: []string{"Ministère porteur"}},
		{Name: "ministere", Called: []string{"Ministère nom complet"}, Optional: true},
		{Name: "interministeriel", Called: []string{"Projet inter-ministériel", "Projet interministériel"}, Optional: true},
		{Name: "debut", Called: []string{"Début"}},
		{Name: "duree", Called: []string{"Durée du projet en années", "Durée prévisionnelle en année"}, Optional: true},
		{Name: "phase", Called: []string{"Phase du projet en cours"}},
		{Name: "cout", Called: []string{"Coût complet estimé", "Coût estimé"}},
		{Name: "tranche", Called: []string{"Coût estimé par tranche"}, Optional: true},
		{Name: "zone", Called: []string{"Zone fonctionnelle principale", "Zone fonctionnelle"}, Optional: true},
		{Name: "programmes", Called: []string{"Programme de financement", "Financement [programme(s)]"}, Optional: true},
		{Name: "description", Called: []string{"Description et objectifs", "Description et objectifs du projet"},
			Optional: true},
		{Name: "publication", Called: []string{"Date de publication"}, Optional: true},
	},
	Leave: []string{"En savoir plus sur le projet", "Lien vers les Projets Annuels de Performances"},
}

// table is an edition as published: names of columns, then rows of cells.
type table struct {
	names   []string
	rows    [][]string
	at      func(i int) string  // where a row stands
	edition cal.Date            // none when the rows alone bear it
	wrong   map[int]collect.Bad // rows that a cell without a value makes unreadable
	left    tabular.Tally       // what is not shown, or stands for several rows
}

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	t, err := open(ctx, doc)
	if err != nil {
		return collect.Remarks{}, err
	}
	return projects(ctx, t, emit)
}

// open finds the table of a document.
func open(ctx context.Context, doc collect.Document) (table, error) {
	taken := budget.New(ctx, budget.Document())
	if isWorkbook(doc) {
		return ofWorkbook(doc, taken)
	}
	content, err := content(taken, doc)
	if err != nil {
		return table{}, err
	}
	if isPage(content) {
		return ofPage(taken, content)
	}
	return ofFile(taken, content)
}

// content gives the text of a document, in UTF-8.
func content(taken *budget.Budget, doc collect.Document) ([]byte, error) {
	raw, err := io.ReadAll(taken.Reader(doc.Reader()))
	if err != nil {
		return nil, err
	}
	return tabular.UTF8(raw, doc.Charset)
}

func isPage(content []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(content), []byte("<")) }
