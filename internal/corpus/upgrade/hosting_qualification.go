package upgrade

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"vigie/internal/record"
)

// hostingQualification is the step of 30 November 2026: until then a migration had one
// key, named by a scheme, for what is known of the qualification of its hosting. It is a
// list now, which names the scheme: another one may stand beside it.
//
//	scheme-a: qualified → hosting_qualification: [{scheme: scheme-a, standing: qualified}]
func hostingQualification(schemes []string) Step {
	was := func(key string) bool { return slices.Contains(schemes, key) }
	return Step{
		Name: "hosting-qualification", Kind: record.Migrations,
		What: "the key of a migration that is named by a scheme becomes an entry of hosting_qualification:",
		was:  was,
		rewrite: func(content []byte, root *yaml.Node) ([]byte, error) {
			lines := strings.SplitAfter(string(content), "\n")
			for i := 0; i+1 < len(root.Content); i += 2 {
				key, value := root.Content[i], root.Content[i+1]
				if !was(key.Value) {
					continue
				}
				written, ok := asWritten(lines, key, value)
				if !ok {
					return content, errors.New("the value of " + key.Value + " does not stand whole on the line of its key")
				}
				line := lines[key.Line-1]
				at := columnOf(line, key.Column)
				lines[key.Line-1] = fmt.Sprintf("%shosting_qualification: [{scheme: %s, standing: %s}]%s",
					line[:at], key.Value, value.Value, line[at+len(written):])
			}
			after := []byte(strings.Join(lines, ""))
			if mapping(after) == nil || bytes.Count(after, []byte("\n")) != bytes.Count(content, []byte("\n")) {
				return content, errUnsafe
			}
			return after, nil
		},
	}
}
