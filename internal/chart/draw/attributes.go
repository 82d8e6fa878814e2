package draw

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

type attribute struct{ name, value string }

// The attributes of ECharts, by what becomes of them.
var (
	// kept, numbers rounded
	kept = set(`x y x1 y1 x2 y2 cx cy r rx ry width height
		stroke-width stroke-dasharray stroke-dashoffset fill-opacity stroke-opacity opacity`)
	// kept to the letter: ECharts rounds its paths, and the arc of a whole circle
	// vanishes when its two ends become one
	exact = set(`d points text-anchor dominant-baseline paint-order stroke-linecap stroke-linejoin
		stroke-miterlimit patternUnits patternTransform patternContentUnits`)
	// of no use in a page that does not move
	dropped = set(`class pointer-events xml:space ecmeta_ssr_type ecmeta_silent ecmeta_series_index ecmeta_data_index`)
)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

// attributes rewrites those of an element, and says whether it paints anything:
// ECharts lays invisible shapes where a mouse might come.
func (w *writer) attributes(e xml.StartElement) (list []attribute, visible bool, err error) {
	given := map[string]string{}
	for _, a := range e.Attr {
		given[qualified(a.Name)] = a.Value
	}
	paint, classes, visible := w.paint(e.Name.Local, given)
	if len(classes) > 0 {
		list = append(list, attribute{"class", strings.Join(classes, " ")})
	}
	for _, a := range e.Attr {
		name, value := qualified(a.Name), a.Value
		switch {
		case paint[name] != "":
			list = append(list, attribute{name, rounded(paint[name])})
		case paintNames[name] || dropped[name]:
		case kept[name]:
			list = append(list, attribute{name, rounded(value)})
		case exact[name]:
			list = append(list, attribute{name, value})
		case name == "transform":
			list = append(list, attribute{name, transform(value)})
		case name == "id":
			list = append(list, attribute{name, w.id(value)})
		case name == "clip-path":
			list = append(list, attribute{name, w.reference(value)})
		case name == "style":
			fonts, err := font(value)
			if err != nil {
				return nil, false, err
			}
			list = append(list, fonts...)
		default:
			return nil, false, fmt.Errorf("attribute %s=%q is not among those we let through", name, value)
		}
	}
	if given["ecmeta_ssr_type"] == "chart" && given["ecmeta_silent"] == "" && given["ecmeta_data_index"] != "" {
		series, item := given["ecmeta_series_index"], given["ecmeta_data_index"]
		list = append(list, attribute{"data-series", series}, attribute{w.marks.name(series, item), item})
	}
	return list, visible, nil
}

func qualified(n xml.Name) string {
	if n.Space == "http://www.w3.org/XML/1998/namespace" {
		return "xml:" + n.Local
	}
	return n.Local
}

// id gives the page's name of an id, numbered as they come.
func (w *writer) id(old string) string {
	if w.ids[old] == "" {
		w.ids[old] = w.job.Prefix + "-" + strconv.Itoa(len(w.ids)+1)
	}
	return w.ids[old]
}

var local = regexp.MustCompile(`^url\(#([\w-]+)\)$`)

// reference rewrites url(#id); what points elsewhere becomes nothing.
func (w *writer) reference(value string) string {
	m := local.FindStringSubmatch(value)
	if m == nil {
		return "none"
	}
	return "url(#" + w.id(m[1]) + ")"
}

var fontShorthand = regexp.MustCompile(`^font: ?((?:normal |bold |italic |[1-9]00 )*)([\d.]+)px [^;]*$`)

// font turns the style attribute of a text into attributes of its own. The
// family is the page's.
func font(style string) ([]attribute, error) {
	var list []attribute
	if m := fontShorthand.FindStringSubmatch(style); m != nil {
		list = append(list, attribute{"font-size", m[2]})
		for _, word := range strings.Fields(m[1]) {
			switch word {
			case "normal":
			case "italic":
				list = append(list, attribute{"font-style", word})
			default:
				list = append(list, attribute{"font-weight", word})
			}
		}
		return list, nil
	}
	for _, part := range strings.Split(style, ";") {
		name, value, _ := strings.Cut(part, ":")
		switch name {
		case "", "font-family":
		case "font-size":
			list = append(list, attribute{name, strings.TrimSuffix(value, "px")})
		case "font-weight", "font-style":
			list = append(list, attribute{name, value})
		default:
			return nil, fmt.Errorf("style %q holds %q, which no attribute of ours stands for", style, name)
		}
	}
	return list, nil
}

// transform rounds a move; a matrix also turns or scales, and stays exact.
func transform(value string) string {
	if strings.HasPrefix(value, "translate(") {
		return rounded(value)
	}
	return value
}

var long = regexp.MustCompile(`-?\d*\.\d{3,}(?:e-?\d+)?`)

// rounded cuts numbers to two decimals: a hundredth of a pixel is not seen, and
// machines may differ in the last digits.
func rounded(value string) string {
	return long.ReplaceAllStringFunc(value, func(s string) string {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return s
		}
		short := strconv.FormatFloat(f, 'f', 2, 64)
		return strings.TrimRight(strings.TrimRight(short, "0"), ".")
	})
}
