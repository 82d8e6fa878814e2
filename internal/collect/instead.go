package collect

import (
	"context"

	"vigie/internal/fetch"
)

// turn is where a step stands when an address is gone and its source declares pages
// to look in instead.
type turn int

const (
	straight turn = iota // an address of the source, or where it leads
	page                 // a page to look in
	led                  // where such a page leads
)

// next is the turn of what a document leads to.
func (t turn) next() turn {
	if t == straight {
		return straight
	}
	return led
}

// lost is an address that answers that it is gone.
type lost struct {
	address string
	err     error
	found   bool // the pages to look in led to another one
}

// pages are read as what they are, whatever the source is.
var pages = []string{"text/html", "application/xhtml+xml"}

func (w *walk) media(s step) []string {
	if s.turn == page {
		return pages
	}
	return w.terms.media
}

// elsewhere gives the pages to look in when an address of the source is gone, once.
// A page that fails leads nowhere: it is the address that is missed.
func (w *walk) elsewhere(ctx context.Context, s step, err error) ([]step, bool) {
	switch {
	case ctx.Err() != nil:
		return nil, false
	case s.turn == page && err != nil:
		return nil, true
	case s.turn == led && err == nil:
		w.gone.found = true
		return nil, false
	case s.turn != straight || w.gone != nil || len(w.terms.instead) == 0 || fetch.FaultOf(err) != fetch.Gone:
		return nil, false
	}
	w.gone = &lost{address: s.url(), err: err}
	var out []step
	for _, a := range w.terms.instead {
		out = append(out, step{address: a, page: 1, turn: page})
	}
	return out, true
}

// nowhere says that an address is gone and that no page leads to another one.
func (w *walk) nowhere() error {
	if w.gone == nil || w.gone.found {
		return nil
	}
	w.at = w.gone.address
	return w.gone.err
}
