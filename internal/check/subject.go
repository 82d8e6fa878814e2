package check

import (
	"strings"

	"slices"

	"vigie/internal/collected/beside"
	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/problem"
)

// Subject is what rules look at: the records, the day of reference, and what
// several rules look up.
type Subject struct {
	*corpus.Corpus
	AsOf cal.Day

	known beside.Knowledge // what the rows of collected sources mean

	claims  []located
	newest  located            // the claim that was read last; none without claims
	byClaim map[string]located // the first of each identifier
	words   record.Words
	names   map[record.Kind][]string
	sources map[string]*record.Source
	units   map[string]*record.Unit
	series  map[string]*record.Series
}

// located is a claim and where it stands.
type located struct {
	*record.Claim
	in   record.Ref
	path string
}

func newSubject(c *corpus.Corpus, asOf cal.Day) *Subject {
	s := &Subject{Corpus: c, AsOf: asOf, byClaim: map[string]located{}, names: map[record.Kind][]string{},
		sources: byID(c.Sources, func(r *record.Source) string { return r.ID }),
		units:   byID(c.Units, func(r *record.Unit) string { return r.ID }),
		series:  byID(c.Series, func(r *record.Series) string { return r.ID }),
	}
	c.EachClaim(func(in record.Ref, path string, claim *record.Claim) {
		one := located{claim, in, path}
		s.claims = append(s.claims, one)
		if s.newest.Claim == nil || one.Read.After(s.newest.Read) {
			s.newest = one
		}
		if _, taken := s.byClaim[claim.ID]; !taken {
			s.byClaim[claim.ID] = one
			s.names[record.ClaimKind] = append(s.names[record.ClaimKind], claim.ID)
		}
	})
	s.words = c.Words()
	for _, k := range record.Kinds() {
		s.names[k] = c.IDs(k)
	}
	return s
}

func byID[R any](records []R, id func(*R) string) map[string]*R {
	out := make(map[string]*R, len(records))
	for i := range records {
		out[id(&records[i])] = &records[i]
	}
	return out
}

// rated is what the vocabulary says of a quality.
func (s *Subject) rated(q record.Quality) record.Word {
	word, _ := s.words.Find(record.QualityList, string(q))
	return word
}

// has says that a record or a claim exists.
func (s *Subject) has(names record.Ref) bool {
	if names.Kind == record.ClaimKind {
		_, ok := s.byClaim[names.ID]
		return ok
	}
	_, ok := slices.BinarySearch(s.names[names.Kind], names.ID)
	return ok
}

// meant suggests the nearest word that exists.
func meant(word string, words []string) string {
	if near, ok := problem.Nearest(word, words); ok {
		return "did you mean " + near + "?"
	}
	return ""
}

// oneOf is how to mend a word that is in no list: the nearest of its words, or all.
func oneOf(word string, words []string) string {
	if hint := meant(word, words); hint != "" || len(words) == 0 {
		return hint
	}
	return "one of " + strings.Join(words, ", ")
}

// lastRead is the last day on which one of the claims was read; no day when
// there is none.
func lastRead(claims []record.Claim) cal.Day {
	var last cal.Day
	for _, c := range claims {
		if c.Read.After(last) {
			last = c.Read
		}
	}
	return last
}

func ref(k record.Kind, id string) record.Ref { return record.Ref{Kind: k, ID: id} }
