package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/problem"
)

// Asset is a file that is published as it is; a style sheet loses its comments and its spare space,
// and has the published addresses of what it asks for.
type Asset struct {
	Name string // "style.css"
	Path string // "assets/style.3f2a9c10.css": the name carries a hash of the bytes
	Data []byte
}

// Pages ask for one style sheet: each more would be a request that they wait for before anything is drawn. What
// the program makes of the colours of charts stands before the style of the theme, which may lay its own over
// it, and that of the marks of tiers after it.
const (
	sheetName = "style.css"
	chartName = "charts.css"
	tierName  = "tiers.css"
)

// publish names the assets after their bytes. Style sheets come last: the addresses in
// them are names of other assets, and what is published has the published names.
func (th *Theme) publish(names []string, files map[string][]byte) error {
	sheets := map[string][]byte{}
	for _, name := range names {
		rest, ok := strings.CutPrefix(name, "assets/")
		switch {
		case !ok || strings.HasSuffix(name, ".md") || strings.HasSuffix(name, "SUMS"):
		case path.Ext(name) == ".css":
			sheets[rest] = nil
		default:
			th.add(rest, files[name])
		}
	}
	for _, rest := range slices.Sorted(maps.Keys(sheets)) {
		addressed, err := th.addressed("assets/"+rest, files["assets/"+rest])
		if err != nil {
			return err
		}
		sheets[rest] = trimmed(addressed)
	}
	if style, ok := sheets[sheetName]; ok {
		sheets[sheetName] = slices.Concat(sheets[chartName], style, sheets[tierName])
		delete(sheets, chartName)
		delete(sheets, tierName)
	}
	for _, rest := range slices.Sorted(maps.Keys(sheets)) {
		th.add(rest, sheets[rest])
	}
	return nil
}

func (th *Theme) add(name string, data []byte) {
	th.assets[name] = hashed("assets/"+name, data)
	th.Assets = append(th.Assets, Asset{Name: name, Path: th.assets[name], Data: data})
}

// inSheet is an address in a style sheet, in quotes or not.
var inSheet = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

// addressed puts the published name of each asset that a style sheet asks for, from the folder of the
// sheet, in the place of its own. Addresses with a scheme ("data:") or into the same file ("#") stay.
func (th *Theme) addressed(name string, sheet []byte) ([]byte, error) {
	var out bytes.Buffer
	end := 0
	for _, m := range inSheet.FindAllSubmatchIndex(sheet, -1) {
		asked := string(sheet[m[2]:m[3]])
		if strings.Contains(asked, ":") || strings.HasPrefix(asked, "#") {
			continue
		}
		wanted := path.Join(path.Dir(name), asked)
		published, ok := th.assets[strings.TrimPrefix(wanted, "assets/")]
		if !ok {
			return nil, &Fault{Place: problem.Place{File: th.from[name], Line: 1 + bytes.Count(sheet[:m[0]], []byte("\n"))},
				Message: "the style asks for " + wanted + ", which is no file of the theme"}
		}
		out.Write(sheet[end:m[2]])
		out.WriteString(strings.TrimPrefix(published, path.Dir(name)+"/"))
		end = m[3]
	}
	out.Write(sheet[end:])
	return out.Bytes(), nil
}

// aside are the comments and the strings of a style sheet.
var aside = regexp.MustCompile(`(?s)/\*.*?\*/\s*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`)

// padding is the space that a style sheet has for who reads it: at the start of lines, and around braces,
// commas and semicolons.
var padding = regexp.MustCompile(`\s*([{};,])\s*|\n\s*`)

// trimmed is a style sheet without comments and without the space that only people need. Strings stay.
func trimmed(sheet []byte) []byte {
	var out bytes.Buffer
	end := 0
	between := func(part []byte) {
		out.Write(padding.ReplaceAllFunc(part, func(space []byte) []byte {
			if mark := bytes.TrimSpace(space); len(mark) > 0 {
				return mark
			}
			return []byte(" ") // between two words of a value, or two parts of a selector
		}))
	}
	for _, m := range aside.FindAllIndex(sheet, -1) {
		between(sheet[end:m[0]])
		if sheet[m[0]] != '/' {
			out.Write(sheet[m[0]:m[1]])
		}
		end = m[1]
	}
	between(sheet[end:])
	return bytes.TrimSpace(out.Bytes())
}

func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}
