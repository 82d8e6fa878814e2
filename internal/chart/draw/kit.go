package draw

import (
	"embed"
	"strings"
)

// The kit is the JavaScript of ours that stands between an option and ECharts,
// the same at build time and in the browser.
//
//go:embed kit/*.js
var kit embed.FS

// Kit gives the script that a page loads after the vendored ECharts to draw the
// same options itself. It defines one global function,
//
//	chartkit.mount(element, json, lang, picked) → {redraw(), show(view), at(series, item), undo()}
//
// which draws in the colours and font that the page's CSS gives the element.
func Kit() []byte {
	return []byte(script("mount"))
}

// script joins the parts of the kit that a side needs: drawSVG for the build,
// mount for the browser. What it names becomes global.
func script(side string) string {
	parts := []string{"list", "text", "look", "marks", "fit", "option"}
	global := "var drawSVG = chartkit.drawSVG;\n"
	if side == "mount" {
		parts = append(parts, "mount")
		global = ""
	} else {
		parts = append(parts, "build")
	}
	var b strings.Builder
	b.WriteString("var chartkit = (function (echarts, palette) {\n'use strict';\n")
	for _, name := range parts {
		text, err := kit.ReadFile("kit/" + name + ".js")
		if err != nil {
			panic("draw: the kit lacks a part of itself: " + err.Error())
		}
		b.Write(text)
	}
	b.WriteString("return { " + side + " };\n})(echarts, " + paletteJSON() + ");\n" + global)
	return b.String()
}
