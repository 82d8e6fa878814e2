// Package decp reads the essential data of public contracts (données essentielles
// de la commande publique), which every public buyer must publish above 40,000 €
// before tax, and keeps those that are about the cloud (package filter).
//
// The same contracts come in many shapes: pages of the tabular API of data.gouv.fr
// (reader decp-tabular), and files (reader decp-bulk) that are a table of several
// gigabytes (CSV, Parquet), a list of flat objects (the exports of
// data.economie.gouv.fr) or the format of the law, of 2019 and of 2022. All become
// one typed row, a Contract, in which the known traps are undone.
//
// A market is listed many times: once a holder, once a modification, once a platform;
// and a framework that was awarded to several holders is declared as many times,
// with its whole ceiling each time. So rows are put together by market, and
// frameworks of one buyer with the same object, ceiling and CPV are listed as one:
//
//	sum of amount over the rows whose column counted says oui
//
// is the sum of the markets, each once. See Ledger for the rules.
//
// Records of natural persons are not kept. A holder is named by its SIREN, which the
// law makes public; its name is kept only where it shows by itself a legal person's
// (a legal form in it), where the source says that it is of intermediate or large
// size, or where it is a company that the filter names. Everything else may be the
// name of a sole trader.
//
// What the producers damaged is mended where that is certain, and marked where it is
// not (package spelling); a contract is found all the same.
//
// Memory does not grow with the document: only what passes the filter is held.
package decp

import (
	"context"

	"vigie/internal/collect"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/france/filter"
)

// The forms of a document, besides the consolidated table: contracts in the format of
// the law, and the tables and objects of data.economie.gouv.fr, which name no market.
const (
	formLaw    = "law"
	formExport = "export"
)

// version is that of both readers: they give the same rows of the same contracts.
const version = 3

// Tabular reads pages of the tabular API of data.gouv.fr, and follows them.
func Tabular(rule *filter.Rule) collect.Reader {
	return collect.Taking(collect.Reader{Name: "decp-tabular", Version: version, Columns: columns(), Rule: rule.Digest,
		ReadAll: pages{rule}.readAll, Follow: follow}, sniff.JSON)
}

// Bulk reads one file, in any of its formats, as a stream.
func Bulk(rule *filter.Rule) collect.Reader {
	return collect.Taking(collect.Reader{Name: "decp-bulk", Version: version, Columns: columns(), Rule: rule.Digest,
		Forms: []string{formLaw, formExport},
		Read: func(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
			in := newIntake(rule)
			if err := in.file(ctx, doc); err != nil {
				return collect.Remarks{}, err
			}
			return in.remarks(), in.emit(emit)
		}}, sniff.CSV, sniff.JSON, sniff.Parquet)
}
