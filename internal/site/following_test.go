package site_test

import (
	"strings"
	"testing"
)

// Whoever follows a feed has read these identifiers: they are for ever.
func TestTheIdentifiersOfWhatIsFollowedStay(t *testing.T) {
	here, there := extras(real(t, nil)), extras(withAddress(t))
	for path, want := range map[string][]string{
		"flux/fournisseurs/outscale.atom": {"<id>tag:vigie.invalid,2026:flux/fournisseurs/outscale.atom</id>",
			"<id>tag:vigie.invalid,2026:qualification/fr/outscale-iaas-cloud-on-demand-2023/from</id>",
			"<id>tag:vigie.invalid,2026:event/fr/eurocloud-white-paper-2017</id>"},
		"en/flux/providers/outscale.json":               {`"id": "tag:vigie.invalid,2026:qualification/en/outscale-iaas-cloud-on-demand-2023/from"`},
		"flux/fournisseurs/outscale.ics":                {"UID:qualification-outscale-iaas-cloud-on-demand-2023@vigie.invalid"},
		"flux/engagements/internal-cloud-july-2019.ics": {"UID:commitment-internal-cloud-july-2019@vigie.invalid"},
		"flux/organismes/ademe.atom": {"<id>tag:vigie.invalid,2026:flux/organismes/ademe.atom</id>",
			"<id>tag:vigie.invalid,2026:migration/fr/ademe-benefriches/"},
		"flux/corrections.atom": {"<id>tag:vigie.invalid,2026:flux/corrections.atom</id>"},
		"flux/sources.atom": {"<id>tag:vigie.invalid,2026:flux/sources.atom</id>",
			"<id>tag:vigie.invalid,2026:source/fr/anssi-catalogue/"},
	} {
		for _, w := range want {
			for _, files := range []map[string]string{here, there} {
				if !strings.Contains(strings.ReplaceAll(files[path], "\r\n ", ""), w) {
					t.Errorf("%s has no %s", path, w)
				}
			}
		}
	}
}

func TestEachProviderIsFollowedAndABodyOfWhichSomethingIsKnown(t *testing.T) {
	s := real(t, nil)
	files := extras(s)
	for _, p := range s.Data.Every.Providers {
		for _, path := range []string{"flux/fournisseurs/" + p.ID + ".atom", "en/flux/providers/" + p.ID + ".json"} {
			if files[path] == "" {
				t.Errorf("there is no %s", path)
			}
		}
	}
	followed, silent := 0, 0
	for _, o := range s.Data.Every.Organisations {
		known := len(o.Migrations) > 0 || len(o.Events) > 0
		if known != (files["flux/organismes/"+o.ID+".atom"] != "") {
			t.Errorf("something is known of %s: %t; it has a feed: %t", o.ID, known, !known)
		}
		if known {
			followed++
		} else {
			silent++
		}
	}
	if followed == 0 || silent == 0 {
		t.Errorf("%d bodies followed, %d not: nothing was compared", followed, silent)
	}
}
