package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"vigie/internal/output"
)

// Manifest is the file at a target that lists what Vigie has there. It holds what anybody
// may read at the target, and nothing of the machine or of the person that publishes.
const Manifest = ".vigie-published.json"

// manifestForm is the form of the manifest: a program that does not know it touches nothing.
const manifestForm = 1

// manifest is what Vigie has at a target. While a run is under way it also lists what that
// run sends and removes, so that whoever cuts it, the next one knows what is Vigie's.
type manifest struct {
	Form    int      `json:"vigie_published"`
	Objects []Object `json:"objects"`           // there
	Coming  []Object `json:"coming,omitempty"`  // being sent: there, or not yet
	Leaving []Object `json:"leaving,omitempty"` // being removed: there, or no longer
}

// readManifest reads a manifest; an empty one where there is none.
func readManifest(content []byte) (manifest, error) {
	m := manifest{Form: manifestForm}
	if content == nil {
		return m, nil
	}
	if err := json.Unmarshal(content, &m); err != nil {
		return m, fmt.Errorf("%s at the target cannot be read: %w; without it nothing there is known to be Vigie's. "+
			"Put back the one that was there, or remove it and publish with --take-over", Manifest, err)
	}
	if m.Form != manifestForm {
		return m, fmt.Errorf("%s at the target has form %d, and this program knows form %d: publish with the newest Vigie",
			Manifest, m.Form, manifestForm)
	}
	for _, o := range slices.Concat(m.Objects, m.Coming, m.Leaving) {
		if err := output.CheckPath(o.Path); err != nil {
			return m, fmt.Errorf("%s at the target was altered: %w; put back the one that was there", Manifest, err)
		}
	}
	return m, nil
}

// written is the manifest as a file: one object a line, in the order of the paths.
func (m manifest) written() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"vigie_published\": %d", m.Form)
	for _, list := range []struct {
		name    string
		objects []Object
	}{{"objects", m.Objects}, {"coming", m.Coming}, {"leaving", m.Leaving}} {
		if len(list.objects) == 0 && list.name != "objects" {
			continue
		}
		fmt.Fprintf(&b, ",\n\"%s\": [", list.name)
		for i, o := range list.objects {
			line, err := json.Marshal(o)
			if err != nil {
				return nil, err
			}
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
			b.Write(line)
		}
		b.WriteByte(']')
	}
	b.WriteString("}\n")
	return b.Bytes(), nil
}

// listed are the objects of an inventory in the order of their paths.
func (i Inventory) listed() []Object {
	out := make([]Object, 0, len(i))
	for _, path := range slices.Sorted(maps.Keys(i)) {
		out = append(out, i[path])
	}
	return out
}
