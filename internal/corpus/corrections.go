package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strconv"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
	"vigie/internal/record/shape"
	"vigie/internal/value/problem"
)

// correctionsFile holds all corrections: a list, whose entries keep their
// identifier in a key. A project without the file has corrected nothing.
const correctionsFile = string(record.Corrections) + ".yaml"

// readCorrections reads the list as strictly as records are, each entry with its
// own positions.
func (c *Corpus) readCorrections(fsys fs.FS) (problem.List, error) {
	name := path.Join(c.root, correctionsFile)
	content, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	file := &decoding{file: name, shapes: shape.Under(c.Words()), languages: c.Languages}
	list := file.parse(content)
	if list == nil {
		return file.problems, nil
	}
	if list.Kind != yaml.SequenceNode {
		file.report(placeOf(list), RuleType, "the file of corrections wants a list, not "+describe(list),
			"start each correction with « - id: … »; write [] when there is none")
		return file.problems, nil
	}
	for i, item := range list.Content {
		file.problems = append(file.problems, c.readCorrection(file, i, item)...)
	}
	return file.problems, nil
}

func (c *Corpus) readCorrection(file *decoding, i int, item *yaml.Node) problem.List {
	d := &decoding{file: file.file, shapes: file.shapes, languages: file.languages, end: file.end}
	var one record.Correction
	d.remember("", item, item)
	d.decode(item, reflect.ValueOf(&one).Elem(), "", shape.Field{})
	if one.ID != "" && !identifier.MatchString(one.ID) {
		d.report(d.owner(item, "id"), RuleIdentifier, fmt.Sprintf("the identifier %q is not made of a-z, 0-9 and single "+
			"hyphens", one.ID), "identifiers are for ever and stand in addresses")
	}
	if first, twice := c.spots[one.Ref()]; twice && one.ID != "" {
		d.report(d.owner(item, "id"), RuleIdentifier,
			fmt.Sprintf("the correction %q already stands in line %d", one.ID, first[0].line), "give this one another name")
	}
	if one.ID == "" || c.spots[one.Ref()] != nil {
		one.ID = strconv.Itoa(i) // was reported; it keeps its place
	}
	c.Corrections = append(c.Corrections, one)
	c.spots[one.Ref()] = d.sortedSpots()
	return d.problems
}
