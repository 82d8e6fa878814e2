package decp

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"vigie/internal/collect"
	"vigie/internal/collect/read/loose"
	"vigie/internal/france/filter"
	"vigie/internal/value/tabular"
)

// pages reads the pages of the tabular API, which hold rows of several questions
// (a CPV, a keyword, a supplier): the same row may answer two of them.
type pages struct{ rule *filter.Rule }

// aPage bounds a page: two hundred rows of sixty columns.
var aPage = loose.Limits{Bytes: 4 << 20, Depth: 10}

var errNoPage = errors.New("it is not a page of the tabular API: it wants data, links and meta")

func (p pages) readAll(ctx context.Context, docs iter.Seq2[int, collect.Document],
	emit func(collect.Row) error) (collect.Remarks, error) {
	in := newIntake(p.rule)
	seen := map[string]bool{}
	for i, doc := range docs {
		if err := ctx.Err(); err != nil {
			return collect.Remarks{}, err
		}
		page, err := readPage(doc)
		if err != nil {
			return collect.Remarks{}, err
		}
		for n, record := range page.rows {
			if id := record.First("__id").Text(); id != "" {
				if seen[id] {
					in.leave("read twice")
					continue
				}
				seen[id] = true
			}
			if err := in.object(record, i, fmt.Sprintf("/data/%d", n)); err != nil {
				return collect.Remarks{}, err
			}
		}
	}
	return in.remarks(), in.emit(emit)
}

// page is a page of the tabular API.
type page struct {
	rows []loose.Node
	next string
}

func readPage(doc collect.Document) (page, error) {
	n, err := loose.Parse(tabular.JSON(doc.Reader()), aPage)
	if err != nil {
		return page{}, err
	}
	links, meta := n.Member("links"), n.Member("meta")
	if !links.IsObject() || !meta.IsObject() || !slices.Contains(n.Names(), "data") {
		return page{}, errNoPage
	}
	p := page{rows: n.All("data"), next: links.Member("next").Text()}
	this, size, total := number(meta.Member("page").Text()), number(meta.Member("page_size").Text()),
		meta.Member("total").Text()
	if p.next == "" && size > 0 && !reaches(this*size, total) {
		return page{}, fmt.Errorf("the pages end at %d rows of %s", this*size, total)
	}
	return p, nil
}

// reaches says whether so many rows are all of them.
func reaches(rows int, total string) bool {
	want, ok := tabular.Decimal(total)
	return !ok || len(want) < len(fmt.Sprint(rows)) || len(want) == len(fmt.Sprint(rows)) && want <= fmt.Sprint(rows)
}

// follow gives the address of the next page.
func follow(_ context.Context, doc collect.Document) ([]string, error) {
	p, err := readPage(doc)
	if err != nil || p.next == "" {
		return nil, err
	}
	return []string{p.next}, nil
}
