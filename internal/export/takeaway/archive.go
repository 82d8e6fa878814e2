package takeaway

import (
	"archive/zip"
	"context"
	"io"

	"vigie/internal/export"
)

// archive writes the tables as CSV in one ZIP, with what describes them. Its parts bear no
// hour, so that the same tables give the same bytes.
func (from From) archive(ctx context.Context, w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range from.Plain {
		to, err := z.Create(f.Path)
		if err != nil {
			return err
		}
		if _, err := to.Write(f.Data); err != nil {
			return err
		}
	}
	for _, shelf := range from.Shelves {
		if !shelf.Listed {
			continue
		}
		for _, e := range shelf.Tables {
			if err := ctx.Err(); err != nil {
				return err
			}
			to, err := z.Create(shelf.Folder + e.ID + export.Standard.Suffix)
			if err != nil {
				return err
			}
			if err := e.WriteCSV(to, export.Standard); err != nil {
				return err
			}
		}
	}
	return z.Close()
}
