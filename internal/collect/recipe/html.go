package recipe

import (
	"context"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
	"vigie/internal/record"
)

// page reads a document as a web page.
func page(taken *budget.Budget, r record.Recipe, doc collect.Document) (*goquery.Document, error) {
	if doc.Size > maxPage {
		return nil, fmt.Errorf("the page holds %d bytes, more than %d", doc.Size, maxPage)
	}
	charset := doc.Charset
	if r.Charset != "" {
		charset = r.Charset
	}
	return markup.Page(taken, doc.Reader(), charset)
}

// htmlRows reads the rows of a page, wherever they are.
func htmlRows(r record.Recipe) extraction {
	return func(ctx context.Context, doc collect.Document, h *harvest) error {
		taken := budget.New(ctx, budget.Document())
		p, err := page(taken, r, doc)
		if err != nil {
			return err
		}
		texts := taken.Again()
		rows := p.Find(r.Rows)
		if rows.Length() == 0 {
			return fmt.Errorf("nothing in the page matches %q", r.Rows)
		}
		for i := range rows.Nodes {
			if err := ctx.Err(); err != nil {
				return err
			}
			row := rows.Eq(i)
			if !markup.Shown(row.Nodes[0]) {
				h.left.Add("hidden rows", "")
				continue
			}
			took := takings{}
			values := make([]found, len(r.Fields))
			for j, f := range r.Fields {
				values[j] = locate(row, f, took)
			}
			for _, selector := range r.Ignored {
				took.add(row.Find(selector))
			}
			took.unread(row.Nodes[0], nil, func(path, example string) { h.left.Add(path, shown(example)) })
			if err := texts.Bytes(lengths(values)); err != nil {
				return err
			}
			if err := h.row(fmt.Sprintf("n° %d", i+1), values); err != nil {
				return err
			}
		}
		return nil
	}
}

// lengths are the bytes of what was found in a row: rows may stand within rows.
func lengths(values []found) int {
	n := 0
	for _, v := range values {
		for _, t := range v.texts {
			n += len(t)
		}
	}
	return n
}

// locate finds a field in a row.
func locate(row *goquery.Selection, f record.RecipeField, took takings) found {
	at := row
	if f.From != "" {
		at = row.Find(f.From)
	}
	out := found{there: at.Length() > 0}
	at.Each(func(_ int, s *goquery.Selection) {
		if f.Attribute == "" {
			out.texts = append(out.texts, markup.Lines(s))
		} else if value, ok := s.Attr(f.Attribute); ok {
			out.texts = append(out.texts, value)
		}
	})
	if f.Attribute == "" {
		took.add(at)
	}
	return out
}

// htmlNext gives the address of the next page: that of a link.
func htmlNext(r record.Recipe) func(context.Context, collect.Document) ([]string, error) {
	return func(ctx context.Context, doc collect.Document) ([]string, error) {
		p, err := page(budget.New(ctx, budget.Document()), r, doc)
		if err != nil {
			return nil, err
		}
		var out []string
		p.Find(r.Next).Each(func(_ int, s *goquery.Selection) {
			if href := strings.TrimSpace(s.AttrOr("href", "")); href != "" && !strings.HasPrefix(href, "#") {
				out = append(out, href)
			}
		})
		return out, nil
	}
}
