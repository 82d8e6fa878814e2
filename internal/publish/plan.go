package publish

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Plan is what a run would do at its target.
type Plan struct {
	Send    []Object // in their order: what pages need, pages, the digests of all files
	Delete  []Object // in their order: pages, then what they needed; nothing that is not Vigie's
	Same    int      // files that are there as they should be
	Arrived int      // of these, files that a run sent which was cut

	Foreign []string // there, and not Vigie's: left alone
	Altered []string // Vigie's, and changed by another hand since: sent again
	Left    []string // Vigie's, changed by another hand, and no longer of the site: left alone
	Taken   []string // not Vigie's, where the site has a file of its own

	want, ours Inventory // what should be there; what is there and Vigie's
	first      []Object  // of Delete, what stands in the way of a folder or of a file
	late       Inventory // what a run that was cut may still have on its way, and the site no longer has
	noted      []byte    // the manifest that the plan rests on
	pressed    *pressed  // files that were compressed already
}

// Bytes is how many bytes of the site are sent.
func (p *Plan) Bytes() int64 {
	total := int64(0)
	for _, o := range p.Send {
		total += o.Size
	}
	return total
}

// stock is what a plan rests on.
type stock struct {
	want  Inventory
	noted manifest
	there map[string]string // marks by path, of everything at the target
	mark  func(Object) (string, error)
}

// plan compares what should be there with what is.
func (s stock) plan(traits Traits) (*Plan, error) {
	p := &Plan{want: s.want, ours: Inventory{}, late: Inventory{}}
	found := s.resolve(p.ours)
	for _, path := range slices.Sorted(maps.Keys(s.want)) {
		o := s.want[path]
		own, isOurs := p.ours[path]
		if isOurs && own.same(o) {
			o.Mark = own.Mark
			s.want[path] = o
			p.Same++
			if found.arrived[path] {
				p.Arrived++
			}
			continue
		}
		mark, err := s.mark(o)
		if err != nil {
			return nil, err
		}
		if mark != o.SHA256 {
			o.Mark = mark
		}
		s.want[path] = o
		if found.foreign[path] {
			delete(found.foreign, path)
			if s.there[path] != mark { // the very bytes of the site may be ours from now on
				p.Taken = append(p.Taken, path)
			}
		}
		p.Send = append(p.Send, o)
	}
	for _, path := range slices.Sorted(maps.Keys(p.ours)) {
		if _, wanted := s.want[path]; !wanted {
			p.Delete = append(p.Delete, p.ours[path])
		}
	}
	for _, o := range s.noted.Coming {
		if _, there := s.there[o.Path]; !there && s.want[o.Path].Path == "" {
			p.late[o.Path] = o
		}
	}
	if traits.Folders {
		p.untangle(found.foreign)
	}
	p.Foreign = slices.Sorted(maps.Keys(found.foreign))
	for _, path := range slices.Sorted(maps.Keys(found.altered)) {
		if _, wanted := s.want[path]; wanted {
			p.Altered = append(p.Altered, path)
		} else {
			p.Left = append(p.Left, path)
		}
	}
	slices.SortStableFunc(p.Send, func(a, b Object) int { return cmp.Compare(turn(a.Path), turn(b.Path)) })
	slices.SortStableFunc(p.Delete, func(a, b Object) int { return cmp.Compare(turn(b.Path), turn(a.Path)) })
	return p, nil
}

// found is what stands at a target beside what is known to be Vigie's, by path.
type found struct {
	foreign map[string]bool // not Vigie's
	altered map[string]bool // Vigie's, with other bytes
	arrived map[string]bool // sent by a run that was cut
}

// resolve finds out what is Vigie's at the target, and in which of the states that the
// manifest gives: a run that was cut leaves it open.
func (s stock) resolve(ours Inventory) found {
	states, coming := map[string][]Object{}, map[string]bool{}
	for _, o := range s.noted.Coming {
		coming[o.Path] = true
	}
	for _, o := range slices.Concat(s.noted.Coming, s.noted.Objects, s.noted.Leaving) {
		states[o.Path] = append(states[o.Path], o)
	}
	f := found{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for path, mark := range s.there {
		open := states[path]
		i := slices.IndexFunc(open, func(o Object) bool { return o.mark() == mark })
		switch {
		case len(open) == 0:
			f.foreign[path] = true
			continue
		case i < 0:
			f.altered[path] = true
			continue
		}
		own := open[i]
		if slices.ContainsFunc(open[i+1:], func(o Object) bool { return o.mark() == mark && !o.same(own) }) {
			own.Media, own.Cache = "?", "?" // the same bytes with headers of which nobody knows: sent again
		}
		ours[path] = own
		if coming[path] && i == 0 {
			f.arrived[path] = true
		}
	}
	return f
}

// untangle finds what stands in the way where a name is that of a file or of a folder.
func (p *Plan) untangle(foreign map[string]bool) {
	folders, files := map[string]bool{}, map[string]bool{}
	for path := range p.want {
		files[path] = true
		for dir := range above(path) {
			folders[dir] = true
		}
	}
	inTheWay := func(path string) bool {
		if folders[path] {
			return true
		}
		for dir := range above(path) {
			if files[dir] {
				return true
			}
		}
		return false
	}
	for _, path := range slices.Sorted(maps.Keys(foreign)) {
		if inTheWay(path) {
			delete(foreign, path)
			p.Taken = append(p.Taken, path)
		}
	}
	for _, o := range p.Delete {
		if inTheWay(o.Path) {
			p.first = append(p.first, o)
		}
	}
	p.Delete = slices.DeleteFunc(p.Delete, func(o Object) bool { return inTheWay(o.Path) })
}

// above goes through the folders of a path, from the nearest one up.
func above(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
			if !yield(path[:i]) {
				return
			}
		}
	}
}

// The turns in which files are sent. They are removed the other way round.
const (
	turnNeeded = iota // what pages need
	turnPage
	turnDigests // of all files
	turns
)

func turn(path string) int {
	for _, c := range codings { // what stands beside a file goes with it
		path = strings.TrimSuffix(path, c.end)
	}
	switch {
	case path == "SHA256SUMS":
		return turnDigests
	case strings.HasSuffix(path, ".html"):
		return turnPage
	}
	return turnNeeded
}

// IsPage says that a file is a page.
func IsPage(path string) bool { return turn(path) == turnPage }
