package lang

import "strings"

// Typeset applies the spaces of French typography to a text written with plain
// ones: a no-break space before : and », after «, before % and €, a narrow one
// before ; ? !, and the curly apostrophe. English text is left as it is.
func Typeset(l Lang, s string) string {
	if l != FR || s == "" {
		return s
	}
	return french.Replace(s)
}

var french = strings.NewReplacer(
	" :", NBSP+":", " »", NBSP+"»", "« ", "«"+NBSP, " %", NBSP+"%", " €", NBSP+"€", " M€", NBSP+"M€", " Md€", NBSP+"Md€",
	" ;", NNBSP+";", " ?", NNBSP+"?", " !", NNBSP+"!", "'", "’",
)
