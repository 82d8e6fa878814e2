package collect

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"vigie/internal/collected"
	"vigie/internal/record"
	"vigie/internal/value/quantity"
)

// pageMark stands for a page number in an address.
const pageMark = "{page}"

// usualDocuments is the most documents of a visit when a source does not say.
const usualDocuments = 20

// terms are what a source declares of its visits, settled.
type terms struct {
	addresses []string
	instead   []string // pages to look in when an address is gone
	hosts     []string // lower case; with the port when the address has one
	media     []string
	maxBytes  int64
	timeout   time.Duration
	documents int
	under     string // digest of the recipe, the bounds and the reader's rule
}

// Mistake is a mistake in how a source says that it is collected.
type Mistake struct {
	Key    string // below collect; nothing when it is about the whole
	Reason string
}

// Error names the key, when there is one.
func (e *Mistake) Error() string {
	if e.Key == "" {
		return e.Reason
	}
	return e.Key + ": " + e.Reason
}

// Check says whether a source can be collected as it is declared. A mistake of its
// own keys is a *Mistake.
func (t Task) Check() error {
	_, err := settle(t)
	return err
}

// settle reads the declarations of a source. An error is a mistake in data/ or in
// a reader, never the source's fault.
func settle(t Task) (terms, error) {
	if t.Broken != nil {
		return terms{}, t.Broken
	}
	if t.Source.Collect == nil {
		return terms{}, &Mistake{"", "the source does not say how it is collected"}
	}
	if err := collected.CheckColumns(t.Reader.Columns); err != nil {
		return terms{}, fmt.Errorf("reader %s: %w", t.Reader.Name, err)
	}
	c := *t.Source.Collect
	s := terms{addresses: c.Addresses, instead: c.Instead, media: c.Media,
		timeout:   time.Duration(c.Limits.Seconds) * time.Second,
		documents: max(c.Limits.Pages, len(c.Addresses))}
	if c.Limits.Pages == 0 {
		s.documents = max(usualDocuments, len(c.Addresses))
	}
	if len(c.Addresses) == 0 {
		return terms{}, &Mistake{"addresses", "the source has no address to fetch"}
	}
	if c.Limits.Seconds <= 0 {
		return terms{}, &Mistake{"limits/seconds", "a visit takes one second at least"}
	}
	var err error
	if s.maxBytes, err = wholeNumber(c.Limits.Bytes); err != nil {
		return terms{}, &Mistake{"limits/bytes", err.Error()}
	}
	if s.hosts, err = hosts(c); err != nil {
		return terms{}, err
	}
	for i, f := range c.Bounds.Forms {
		if !slices.Contains(t.Reader.Forms, f.Form) {
			known := "it recognises no other form"
			if len(t.Reader.Forms) > 0 {
				known = "it knows " + strings.Join(t.Reader.Forms, ", ")
			}
			return terms{},
				&Mistake{fmt.Sprintf("bounds/forms/%d/form", i),
					fmt.Sprintf("the reader %s knows no form %q: %s", t.Reader.Name, f.Form, known)}
		}
	}
	s.under, err = digest(c, t.Reader.Rule)
	return s, err
}

func wholeNumber(text string) (int64, error) {
	v, err := quantity.ParseValue(text)
	if err != nil {
		return 0, err
	}
	whole, rest, ok := v.Low.Int64(0)
	if !ok || rest != 0 || whole <= 0 || v.IsRange() || v.Sense != quantity.Exact {
		return 0, fmt.Errorf("%q is not a number of bytes, such as 20 M", text)
	}
	return whole, nil
}

func hosts(c record.Collecting) ([]string, error) {
	var of []string
	for _, a := range slices.Concat(c.Addresses, c.Instead) {
		u, err := url.Parse(strings.ReplaceAll(a, pageMark, "1"))
		if err != nil || u.Host == "" {
			return nil, &Mistake{"addresses", fmt.Sprintf("%q is not an address", a)}
		}
		of = append(of, strings.ToLower(u.Host))
	}
	for _, h := range c.Hosts {
		of = append(of, strings.ToLower(h))
	}
	slices.Sort(of)
	return slices.Compact(of), nil
}

// digest shows whether rows were read under the present recipe, bounds and rule.
func digest(c record.Collecting, rule string) (string, error) {
	text, err := json.Marshal(struct {
		Recipe *record.Recipe
		Bounds record.Bounds
		Rule   string `json:",omitempty"`
	}{c.Recipe, c.Bounds, rule})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6]), nil
}
