package site

import (
	"bytes"
	"encoding/csv"
	"iter"
	"strings"

	"vigie/internal/value/lang"
)

// proofsFile is where all that the list of proofs shows is downloaded, in one language.
func (s *Site) proofsFile(l lang.Lang) string {
	return strings.TrimPrefix(s.Href(l, "proofs"), "/") + "proofs.csv"
}

// proofFiles yields the list of proofs as CSV, whole, in each language.
func proofFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, l := range s.Config.Languages {
			v := view{site: s, l: l}
			var b bytes.Buffer
			w := csv.NewWriter(&b)
			w.UseCRLF = true
			rows := [][]string{{v.word("proof.id"), v.word("proof.label"), v.word("proof.value"), v.word("proof.exact"),
				v.word("proof.nature"), v.word("proof.address")}}
			for _, f := range s.listedProofs() {
				rows = append(rows, []string{f.ID, v.proofLabel(f), f.Text(l), f.Exact(), v.word("nature." + string(f.Nature)),
					s.full(s.ProofHref(l, f.ID))})
			}
			_ = w.WriteAll(rows) // a buffer never fails
			if !yield(Extra{s.proofsFile(l), b.Bytes()}) {
				return
			}
		}
	}
}
