package check_test

import (
	"strings"
	"testing"
)

// zero is a made-up correction of a made-up claim, which states 60 M.
const zero = `# data/corrections.yaml
- id: example-zero
  kind: source-error
  target: example-invoices-2025
  expected: 60 M
  published: 6 M
  reason: {fr: Un zéro de trop, en: One zero too many}
  on: 2026-10-02
  state: open
`

func TestACorrectionAndItsClaimSayTheSame(t *testing.T) {
	for name, c := range map[string]struct {
		change []string // pairs of old and new
		want   string   // place, message and rule of the only problem; nothing when it is sound
	}{
		"it holds": {nil, ""},
		"the source does not agree, and we publish":    {[]string{"state: open", "state: refused"}, ""},
		"the source was mended, and the entry says so": {[]string{"state: open", "state: mended", "expected: 60 M", "expected: 600 M"}, ""},
		"our own error, mended in the claim":           {[]string{"source-error", "our-error", "state: open", "state: mended", "60 M", "600 M", "6 M\n  reason", "60 M\n  reason"}, ""},
		"the source was mended": {[]string{"60 M", "61 M"},
			`data/corrections.yaml:4:13: 61000000 is expected, and the claim "example-invoices-2025" states 60000000 in data/series/example-invoices.yaml:9:44: the source was mended [correction]`},
		"it is said to be mended and is not": {[]string{"state: open", "state: mended"},
			`data/corrections.yaml:8:10: it is said to be mended, and the claim "example-invoices-2025" still states 60000000 in data/series/example-invoices.yaml:9:44 [correction]`},
		"our own error, left in the claim": {[]string{"source-error", "our-error", "state: open", "state: mended"},
			`data/corrections.yaml:5:14: the claim "example-invoices-2025" states 60000000 in data/series/example-invoices.yaml:9:44, where the correction says 6000000 [correction]`},
		"our own error, left open": {[]string{"source-error", "our-error"},
			`data/corrections.yaml:8:10: an error of ours is "open": it is mended at once, in the claim itself [correction]`},
		"it corrects nothing": {[]string{"published: 6 M", "published: 60 M"},
			`data/corrections.yaml:5:14: 60000000 is published instead of 60000000: nothing is corrected [correction]`},
		"the claim has no number": {[]string{"example-invoices-2025", "example-event-1"},
			`data/corrections.yaml:3:11: the claim "example-event-1" has no value that could be corrected [correction]`},
		"the claim does not exist": {[]string{"example-invoices-2025", "example-invoices-2052"},
			`data/corrections.yaml:3:11: there is no "example-invoices-2052" among claims [reference]`},
		"it shows a claim that does not exist": {[]string{"  on:", "  claim_ids: [nowhere]\n  on:"},
			`data/corrections.yaml:7:15: there is no "nowhere" among claims [reference]`},
		"the claim is corrected twice": {[]string{"  state: open\n", "  state: open\n" + strings.TrimPrefix(strings.Replace(zero, "example-zero", "example-again", 1), "# data/corrections.yaml\n")},
			`data/corrections.yaml:11:11: the claim "example-invoices-2025" is already corrected by "example-zero" [correction]`},
	} {
		t.Run(name, func(t *testing.T) {
			var reported []string
			for _, p := range valid(t).with(strings.NewReplacer(c.change...).Replace(zero)).check(t, asOf) {
				reported = append(reported, p.Place.String()+": "+p.Message+" ["+p.Rule+"]")
			}
			if got := strings.Join(reported, "\n"); got != c.want {
				t.Errorf("reported\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A slip of a source that other rules would refuse is published corrected.
func TestRulesAboutNumbersLookAtThePublishedValue(t *testing.T) {
	slip := strings.Replace(shareRangeSlip, "value: 84", "value: 840", 1)
	reported := valid(t).with(slip).check(t, asOf)
	if len(reported) == 0 || reported[0].Rule != "share-range" {
		t.Fatalf("without correction: %v", reported)
	}
	corrected := slip + `# data/corrections.yaml
- id: example-slip
  kind: source-error
  target: example-extra-1
  expected: 840
  published: 84
  reason: {fr: Un zéro de trop, en: One zero too many}
  on: 2026-10-02
  state: open
`
	for _, p := range valid(t).with(corrected).check(t, asOf) {
		t.Errorf("with its correction: %s", p.Place.String()+": "+p.Message)
	}
}

const shareRangeSlip = `# data/series/example-extra.yaml
measure: example-share
perimeter: example-all-buyers
provider: example-host
unit: percent
title: {fr: Part, en: Share}
observations:
  - period: "2025"
    claims:
      - {id: example-extra-1, value: 84, source: example-report, read: 2026-10-01}
`
