package catalogue_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collected"
	"vigie/internal/collected/beside"
	"vigie/internal/france/anssi"
	"vigie/internal/france/catalogue"
	"vigie/internal/record"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// The services of these tests are made up.

func day(s string) cal.Day {
	d, err := cal.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// printed is a catalogue with the rows given, of seven cells each.
func printed(rows ...[]string) []*collected.Collected {
	c := &collected.Collected{Columns: anssi.Reader().Columns,
		State: collected.State{Source: "catalogue", Standing: collected.Good, Reader: catalogue.Reader, Edition: cal.MustDate("2026-01-27"),
			Documents: []collected.Document{{URL: "https://example.org/catalogue.pdf", SHA256: strings.Repeat("0", 64), Read: day("2026-02-01")}}}}
	for _, r := range rows {
		_, number, _ := strings.Cut(r[0], "-")
		c.Rows = append(c.Rows, collected.Row{Cells: []string{r[0], r[1], r[2], r[3], r[4], r[5], number, act(r[0]), r[6]}, FirstSeen: day("2026-02-01"), At: "p. 63, l. 1"})
	}
	return []*collected.Collected{c}
}

func act(decision string) string {
	return "https://example.org/visas/" + strings.ReplaceAll(decision, "-", "_") + "_np.pdf"
}

var cirrus = []string{"2024-12", "Cirrus", "Cirrus IaaS", "IaaS", "2024-03-01", "2027-03-01", "optimal"}

// described is the qualification of the first row as a person would describe it.
func described() beside.Described {
	return beside.Described{
		Qualification: &record.Qualification{Head: record.Head{ID: "cirrus-2024"}, Offer: "cirrus-iaas", Scheme: "secnumcloud", Stage: record.Granted,
			Decision: &record.Decision{Number: "12", URL: act("2024-12")},
			Period:   &record.Validity{From: day("2024-03-01"), Until: day("2027-03-01")},
			Listings: []record.Listing{{Edition: cal.MustDate("2026-01-27"), Listed: "yes", Recommendation: "optimal", Source: "catalogue"}}},
		Offer: &record.Offer{Head: record.Head{ID: "cirrus-iaas"}, Name: lang.Name("Cirrus IaaS"), Models: []record.Model{"IaaS"}},
	}
}

func compare(t *testing.T, all []*collected.Collected, d ...beside.Described) beside.Laid {
	t.Helper()
	list, ok := catalogue.In(all)
	if !ok {
		t.Fatal("there is no catalogue")
	}
	return catalogue.Compare(list, d)
}

func TestARowIsReadAsTheReaderWritesIt(t *testing.T) {
	list, _ := catalogue.In(printed(cirrus))
	want := beside.Entry{Decision: "2024-12", Supplier: "Cirrus", Service: "Cirrus IaaS", Models: []record.Model{"IaaS"}, From: day("2024-03-01"),
		Until: day("2027-03-01"), Act: act("2024-12"), Recommendation: "optimal", FirstSeen: day("2026-02-01"), At: "p. 63, l. 1", Line: 2}
	if diff := cmp.Diff(want, list.Entries[0], cmp.Comparer(func(a, b cal.Day) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if list.Edition != cal.MustDate("2026-01-27") || list.Read != day("2026-02-01") || list.Source != "catalogue" {
		t.Errorf("got the edition %s of %s, read on %s", list.Edition, list.Source, list.Read)
	}
}

func TestWithoutACatalogueThereIsNothingToCompare(t *testing.T) {
	other := printed(cirrus)
	other[0].State.Reader = "something-else"
	if _, ok := catalogue.In(other); ok {
		t.Error("what another reader read was taken for the catalogue")
	}
}

func TestARecordIsComparedWithItsRow(t *testing.T) {
	row := func(change ...string) []string {
		r := slices.Clone(cirrus)
		for i := 0; i < len(change); i += 2 {
			r[slices.Index(cirrus, change[i])] = change[i+1]
		}
		return r
	}
	tests := []struct {
		name   string
		row    []string
		change func(*beside.Described)
		want   []beside.Difference
	}{
		{"the same", cirrus, nil, nil},
		{"spelled out by the catalogue", row("Cirrus IaaS", "IAAS - Cirrus (calcul, stockage objet)"), nil, nil},
		{"renewed", row("2027-03-01", "2027-03-08"), nil, []beside.Difference{{Path: "period/until", What: beside.Last, Here: "2027-03-01", Listed: "2027-03-08"}}},
		{"begun on another day", row("2024-03-01", "2024-03-02"), nil, []beside.Difference{{Path: "period/from", What: beside.First, Here: "2024-03-01", Listed: "2024-03-02"}}},
		{"another service", row("Cirrus IaaS", "Stratus"), nil, []beside.Difference{{Path: "offer", What: beside.TheOffer, Here: "Cirrus IaaS", Listed: "Stratus"}}},
		{"another model", row("IaaS", "PaaS|IaaS"), nil, []beside.Difference{{Path: "offer", What: beside.Models, Here: "IaaS", Listed: "IaaS, PaaS"}}},
		{"another level", row("optimal", "moderate"), nil, []beside.Difference{{Path: "listings/0/recommendation", What: beside.Recommendation, Here: "optimal", Listed: "moderate"}}},
		{"another decision of the same service and day", cirrus,
			func(d *beside.Described) { d.Qualification.Decision.Number, d.Qualification.Decision.URL = "13", "" },
			[]beside.Difference{{Path: "decision/number", What: beside.TheDecision, Here: "13", Listed: "12"}}},
		{"without address of the act, by the year of its first day", cirrus, func(d *beside.Described) { d.Qualification.Decision.URL = "" }, nil},
		{"without dates, by the address of the act", cirrus, func(d *beside.Described) { d.Qualification.Period = nil }, nil},
		{"without offer", cirrus, func(d *beside.Described) { d.Offer = nil }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := described()
			if tt.change != nil {
				tt.change(&d)
			}
			laid := compare(t, printed(tt.row), d)
			if len(laid.Pairs) != 1 || len(laid.Alone) != 0 {
				t.Fatalf("%d pairs, %d alone", len(laid.Pairs), len(laid.Alone))
			}
			if diff := cmp.Diff(tt.want, laid.Pairs[0].Differences); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAServiceThatBearsTheVeryNameOfAnotherOfferIsReported(t *testing.T) {
	right, other := described(), described()
	other.Qualification = &record.Qualification{Head: record.Head{ID: "cirrus-share-2020"}, Scheme: "secnumcloud", Stage: record.Granted}
	other.Offer = &record.Offer{Head: record.Head{ID: "cirrus-share"}, Name: lang.Name("Cirrus_IaaS_Share")}
	row := slices.Clone(cirrus)
	row[2] = "Cirrus IaaS Share"
	laid := compare(t, printed(row), right, other)
	if len(laid.Pairs) != 1 || len(laid.Pairs[0].Differences) != 1 || laid.Pairs[0].Differences[0].What != beside.TheOffer {
		t.Errorf("got %+v", laid.Pairs)
	}
}

func TestRowsThatNoRecordDescribesStandAlone(t *testing.T) {
	progress, hds, otherYear := described(), described(), described()
	progress.Qualification.Stage, hds.Qualification.Scheme = record.InProgress, record.Scheme("another-scheme")
	otherYear.Qualification.Decision.URL, otherYear.Qualification.Period = act("2021-12"), nil
	for name, d := range map[string]beside.Described{"in progress": progress, "another scheme": hds, "the same number of another year": otherYear} {
		t.Run(name, func(t *testing.T) {
			if laid := compare(t, printed(cirrus), d); len(laid.Alone) != 1 || len(laid.Pairs) != 0 {
				t.Errorf("got %+v", laid)
			}
		})
	}
	gone := printed(cirrus)
	gone[0].Rows[0].GoneSince = day("2026-06-01")
	if laid := compare(t, gone); len(laid.Alone) != 0 {
		t.Error("a row that is gone is to be described")
	}
}

func TestOneRecordIsLaidBesideOneRow(t *testing.T) {
	twin := slices.Clone(cirrus)
	twin[0] = "2024-13"
	laid := compare(t, printed(cirrus, twin), described())
	if len(laid.Pairs) != 1 || len(laid.Alone) != 1 || laid.Alone[0].Decision != "2024-13" {
		t.Errorf("got %+v", laid)
	}
}
