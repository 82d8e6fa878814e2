package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

func computeMigrationProgress(ds *dataset.Dataset) Answer {
	t := newTally("migration-progress", unitOf(ds, "service"))
	a := Answer{Unit: t.unit,
		Coverage: Coverage{Unknown: true,
			Of: cases(ds, "migration-progress", say("déplacements de services", "moves of services"))}}
	kinds, statuses := map[record.BodyKind]bool{}, map[record.MigrationStatus]bool{record.Live: true}
	for _, m := range inHand(ds, ds.Migrations) {
		if !inCloud(m) || m.Organisation == nil {
			continue
		}
		if m.Current.Status == "" { // only states of the future are written
			continue
		}
		a.Coverage.Known++
		kinds[m.Organisation.Kind], statuses[m.Current.Status] = true, true
		t.add(string(m.Current.Status), string(m.Organisation.Kind), record.Ref{Kind: record.Migrations, ID: m.ID})
	}
	roles := map[record.MigrationStatus]string{record.Announced: "series5", record.Planned: "series4",
		record.UnderWay: "series7",
		record.Live:     "series3", record.Postponed: "series2", record.Abandoned: "series6", record.MovedBack: "series8"}
	var lines []place
	var none []lang.Text
	for _, s := range record.MigrationStatuses() {
		if statuses[s] {
			lines = append(lines, place{key: string(s), label: s.Name().Map(upper), role: roles[s]})
		} else {
			none = append(none, s.Name())
		}
	}
	a.Lines = t.lines(lines, kindPlaces(ds, func(k record.BodyKind) bool { return kinds[k] }))
	if len(none) > 0 {
		a.Notes = append(a.Notes,
			naming(say("Aucun service n’est documenté dans l’état :", "No service is documented as:"), none))
	}
	return a
}

// inCloud reports whether a service runs in the cloud or goes there, whichever the
// tier: a host that sells cloud offers is cloud even where the offer is not named.
func inCloud(m *dataset.Migration) bool {
	switch {
	case m.Role.Cloud(), m.Role == record.Several:
		return true
	case m.Role == record.Unplaced:
		return m.TierUnknown == record.OfferUnnamed || m.TierUnknown == record.ToCome || m.Model != ""
	}
	return false
}
