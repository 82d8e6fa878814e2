package dataset

import (
	"reflect"
	"slices"
	"strings"

	"vigie/internal/record"
)

// Around lists the records to which one is linked, in either direction: those that it
// names, those that name it, the owners and the sources of its claims. Whatever shows
// a record in full may show something of each of them, or count them. They are found
// in the linked types themselves, so that a new link needs no word here.
func (ds *Dataset) Around(ref record.Ref) []record.Ref {
	of := ds.byID[ref]
	if of == nil {
		return nil
	}
	found := map[record.Ref]bool{}
	v := reflect.ValueOf(of).Elem()
	for i := range v.NumField() {
		ds.gatherAround(v.Field(i), found)
	}
	delete(found, ref)
	var out []record.Ref
	for r := range found {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b record.Ref) int { return strings.Compare(a.String(), b.String()) })
	return out
}

var (
	claimType = reflect.TypeFor[*Claim]()
	ownTypes  = reflect.TypeFor[Dataset]().PkgPath()
)

// gatherAround finds the linked records in a value: it follows lists and the small
// structs of this package, and stops at records and claims.
func (ds *Dataset) gatherAround(v reflect.Value, found map[record.Ref]bool) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			ds.gatherAround(v.Index(i), found)
		}
	case reflect.Struct:
		if v.Type().PkgPath() != ownTypes {
			return
		}
		for i := range v.NumField() {
			ds.gatherAround(v.Field(i), found)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Type().Elem().Kind() != reflect.Struct || v.Type().Elem().PkgPath() != ownTypes {
			return
		}
		if v.Type() == claimType {
			owner, source := v.Elem().FieldByName("Owner"), v.Elem().FieldByName("Source")
			found[record.Ref{Kind: record.Kind(owner.FieldByName("Kind").String()), ID: owner.FieldByName("ID").String()}] = true
			if !source.IsNil() {
				found[ds.refs[source.Pointer()]] = true
			}
			return
		}
		if ref, linked := ds.refs[v.Pointer()]; linked {
			found[ref] = true
			return
		}
		ds.gatherAround(v.Elem(), found)
	}
}

// nameAll keeps by which reference each linked record goes.
func (ds *Dataset) nameAll() {
	for ref, of := range ds.byID {
		ds.refs[reflect.ValueOf(of).Pointer()] = ref
	}
}
