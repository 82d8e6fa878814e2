package build_test

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/build"
	"vigie/internal/config"
	"vigie/internal/france"
	"vigie/internal/output"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// changed is a folder with some files replaced.
type changed struct {
	fs.FS
	files fstest.MapFS
}

func (c changed) Open(name string) (fs.File, error) {
	if c.files[name] != nil {
		return c.files.Open(name)
	}
	return c.FS.Open(name)
}

// otherShare is made up: it puts a share of 243 procedures in the line of shares
// of 250 procedures.
const otherShare = `title: {fr: Part calculée, en: Computed share}
formula: share * 1
words: {fr: La part., en: The share.}
inputs:
  - {name: share, claim: CLAIM}
unit: percent
round: 1
period: "2022-11-15"
`

func TestALineOfAnIndicatorThatJoinsTwoPerimetersFailsTheBuildAtBothPlaces(t *testing.T) {
	project := changed{os.DirFS("../.."), fstest.MapFS{
		"data/calculations/demat-2022-11-share.yaml": {Data: []byte(strings.Replace(otherShare, "CLAIM", "demat-2020-75", 1))}}}
	_, found, err := build.Run(context.Background(), build.Options{Project: project, Country: france.Extension(), Config: config.Config{Languages: lang.Composed(), Theme: "vigie"},
		AsOf: cal.NewDay(2027, 1, 1), Sink: output.NewNowhere()})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range found {
		if p.Rule == "joined-points" {
			if at := p.Place.String(); at != "data/calculations/demat-2022-11-share.yaml:2:10" || len(p.Also) != 1 || !strings.HasPrefix(p.Also[0].String(), "data/calculations/demat-2021-10-share.yaml:") {
				t.Errorf("reported at %s and %v", at, p.Also)
			}
			if !strings.Contains(p.Message, "perimeter") {
				t.Error(p.Message)
			}
			return
		}
	}
	t.Errorf("found %v", found)
}
