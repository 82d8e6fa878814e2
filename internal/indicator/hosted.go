package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// ServicesHosted is the number of documented public services that a provider hosts; false
// where none is documented: that is not zero, for nobody publishes a list of them.
func ServicesHosted(ds *dataset.Dataset, p *dataset.Provider) (figure.Figure, bool) {
	return documented(ds, record.Ref{Kind: record.Providers, ID: p.ID}, p.Name, p.Migrations)
}

// ServicesOn is the number of documented public services that stand on an offer; false
// where none is documented.
func ServicesOn(ds *dataset.Dataset, o *dataset.Offer) (figure.Figure, bool) {
	return documented(ds, record.Ref{Kind: record.Offers, ID: o.ID}, o.Name, o.Migrations)
}

// documented counts services under the identifier "services/<kind>/<id>".
func documented(
	ds *dataset.Dataset, of record.Ref, name lang.Text, services []*dataset.Migration,
) (figure.Figure, bool) {
	if len(services) == 0 {
		return figure.Figure{}, false
	}
	var refs []record.Ref
	for _, m := range services {
		refs = append(refs, record.Ref{Kind: record.Migrations, ID: m.ID})
	}
	f := counted("", "", "", join(name, say("services publics documentés", "documented public services")),
		unitOf(ds, "service"), refs)
	f.ID = "services/" + of.String()
	return f, true
}
