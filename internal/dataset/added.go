package dataset

import (
	"vigie/internal/collected/beside"
	"vigie/internal/corpus"
	"vigie/internal/value/cal"
)

// Added is what a country adds to the links and to the judgements. The zero value adds
// nothing.
type Added struct {
	Known  beside.Knowledge // what the rows of its sources mean beside the records
	Access Access
}

// Access is what the law has on requests for documents. Without a law no request is
// ever late, and nothing is lost by waiting.
type Access struct {
	Answer int // months after which silence is a refusal; zero when it never is
	Appeal int // months in which a refusal may be appealed against; zero without limit
}

// New links a corpus as of one day, with what a country adds.
func (a Added) New(c *corpus.Corpus, asOf cal.Day) *Dataset { return link(a, c, asOf) }

// New links a corpus as of one day, with nothing that any country adds.
func New(c *corpus.Corpus, asOf cal.Day) *Dataset { return link(Added{}, c, asOf) }

// Anew links other records, or as of another day, with what was added to this one.
func (ds *Dataset) Anew(c *corpus.Corpus, asOf cal.Day) *Dataset { return link(ds.added, c, asOf) }
