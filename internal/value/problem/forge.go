package problem

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// PrintGitHub writes problems as workflow commands, which GitHub shows beside the lines
// of a proposed change. What ends a line or a command is written as such commands want
// it: no text of the data becomes a command of its own.
func PrintGitHub(w io.Writer, problems List) error {
	text := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "::%s file=%s", p.Severity, property.Replace(p.File))
		if p.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", p.Line)
		}
		if p.Col > 0 {
			fmt.Fprintf(&b, ",col=%d", p.Col)
			if p.Len > 0 {
				fmt.Fprintf(&b, ",endColumn=%d", p.Col+p.Len)
			}
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", property.Replace(p.Rule), text.Replace(p.whole()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// inReport is a problem in a code quality report of GitLab.
type inReport struct {
	Description string `json:"description"`
	Check       string `json:"check_name"`
	Fingerprint string `json:"fingerprint"` // GitLab takes two problems with one fingerprint for the same
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// PrintGitLab writes problems as a code quality report of GitLab, which shows them beside
// the lines of a proposed change. A problem without a line is shown on the first one.
func PrintGitLab(w io.Writer, problems List) error {
	report := make([]inReport, 0, len(problems))
	same := map[string]int{}
	for _, p := range problems {
		one := inReport{Description: p.whole(), Check: p.Rule, Severity: "minor"}
		if p.Severity == Error {
			one.Severity = "blocker"
		}
		// a line that moves leaves the problem what it was; the third of three equal ones stays the third
		what := strings.Join([]string{p.File, p.Rule, p.Message}, "\x00")
		same[what]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", what, same[what]))
		one.Fingerprint = hex.EncodeToString(sum[:16])
		one.Location.Path, one.Location.Lines.Begin = p.File, max(1, p.Line)
		report = append(report, one)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(report)
}

// whole is the message with the other places and the hint.
func (p Problem) whole() string {
	message := p.Message
	for _, other := range p.Also {
		message += "\nand: " + other.String()
	}
	if p.Hint != "" {
		message += "\n" + p.Hint
	}
	return message
}
