package dataset_test

import (
	"testing"

	"vigie/internal/record"
)

const portal = `
-- data/organisations/treasury.yaml --
name: Treasury
kind: ministry
-- data/migrations/portal.yaml --
organisation: treasury
service: Portal
tier: external
hosting_qualification: [{scheme: secnumcloud, standing: unknown}]
statuses:
  - {status: planned, on: "2021", dating: documented, claims: [{id: a, source: gazette, read: 2026-01-01}]}
  - {status: live, on: 2023-06, dating: event, claims: [{id: b, source: gazette, read: 2026-01-01}]}
  - {status: moved-back, on: 2025-02-01, dating: documented, claims: [{id: c, source: gazette, read: 2026-01-01}]}
`

func TestAMigrationStandsWhereItsLastStatusSays(t *testing.T) {
	tests := []struct {
		day    string
		want   record.MigrationStatus
		liveIn int
	}{
		{"2020-12-31", "", 0},
		{"2021-01-01", record.Planned, 0},
		{"2023-06-01", record.Live, 2023},
		{"2025-01-31", record.Live, 2023},
		{"2025-02-01", record.MovedBack, 2023},
	}
	for _, tt := range tests {
		m := read(t, portal, tt.day).Migrations[0]
		year, dating, ok := m.LiveIn()
		if m.Current.Status != tt.want || year != tt.liveIn || ok != (tt.liveIn != 0) || ok && dating != record.Dated {
			t.Errorf("on %s: %q, live in %d (%s); want %q, %d", tt.day, m.Current.Status, year, dating, tt.want, tt.liveIn)
		}
	}
	if got := read(t, portal, "2026-01-01").Migrations[0].Documented.String(); got != "2025-02-01" {
		t.Errorf("last documented on %s", got)
	}
}
