package territory

import (
	"slices"

	"vigie/internal/value/problem"
)

// Named finds the place whose name an organisation bears best: of those all of whose
// words are in it, the one with the most. False when there is none, or several.
func (u *Universe) Named(name string) (Place, bool) {
	own, best, most, several := words(name), -1, 0, false
	index := u.words()
	for n, opening := range own {
		if slices.Contains(own[:n], opening) {
			continue
		}
		for _, i := range index.opening[opening] {
			switch w := index.of[i]; {
			case len(w) < most || !within(w, own):
			case len(w) > most:
				best, most, several = i, len(w), false
			default:
				several = true
			}
		}
	}
	if best < 0 || several {
		return Place{}, false
	}
	return u.Places[best], true
}

// Bears says that an organisation may bear the name of a place: it holds all its
// words and no other place is named by more of them, or it is some of its words.
func (u *Universe) Bears(name string, p Place) bool {
	own, its := words(name), words(p.Name)
	if better, ok := u.Named(name); ok && better.Number() != p.Number() && len(words(better.Name)) > len(its) {
		return false
	}
	return within(its, own) || within(own, its)
}

// Nearest finds the place that was probably meant by a code or a SIREN that is not
// listed: the one whose name is borne, or else the one whose number is the nearest.
func (u *Universe) Nearest(number, name string) (Place, bool) {
	if p, ok := u.Named(name); ok {
		return p, true
	}
	numbers := make([]string, 0, len(u.Places))
	for i := range u.Places {
		numbers = append(numbers, u.Places[i].Number())
	}
	near, ok := problem.Nearest(number, numbers)
	if !ok {
		return Place{}, false
	}
	if p, ok := u.Code(near); ok {
		return p, true
	}
	return u.SIREN(near)
}

// Number is what names a place for ever: its code, or the SIREN of a grouping.
func (p Place) Number() string {
	if p.Code != "" {
		return p.Code
	}
	return p.SIREN
}
