package sample

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Count is how many of a sheet bear a mark.
type Count struct {
	Mark  Mark `json:"mark"`
	Count int  `json:"count"`
}

// Tally is the count of a sheet that was filled in.
type Tally struct {
	Seed   string  `json:"seed"`
	AsOf   string  `json:"as_of"`
	Drawn  int     `json:"drawn"`
	Counts []Count `json:"counts"` // one of each mark, in their order
}

// Flaw is what keeps a sheet from being counted.
type Flaw struct {
	Line int // in the sheet, from 1
	What string
}

var (
	titled = regexp.MustCompile(`^# Second reading: (\d+) drawn with seed (\S+), as of (\d{4}-\d{2}-\d{2})$`)
	headed = regexp.MustCompile(`^## (\d+)\. (\S+)$`)
)

// entry is one thing of a sheet, as it was filled in.
type entry struct {
	line, number int
	name         string
	mark, remark []string
}

// Read counts a sheet. It is not counted when there are flaws: a mark that is missing
// or in no list, a remark that is missing, a thing that was drawn and is not there.
func Read(sheet string) (Tally, []Flaw) {
	var out Tally
	entries, flaws := parse(sheet, &out)
	if out.Seed == "" {
		return out, []Flaw{{1,
			"this is no sheet of vigie sample: its first line should be # Second reading: … drawn with seed …, as of …"}}
	}
	counts := map[Mark]int{}
	for i, e := range entries {
		if e.number != i+1 {
			flaws = append(flaws, Flaw{e.line, fmt.Sprintf("number %d stands where number %d should", e.number, i+1)})
		}
		mark, flaw := e.read()
		if flaw != "" {
			flaws = append(flaws, Flaw{e.line, fmt.Sprintf("%d. %s %s", e.number, e.name, flaw)})
		}
		counts[mark]++
	}
	if len(entries) != out.Drawn {
		flaws = append(flaws, Flaw{1, fmt.Sprintf("%d were drawn, and %d stand in the sheet", out.Drawn, len(entries))})
	}
	for _, m := range Marks() {
		out.Counts = append(out.Counts, Count{m, counts[m]})
	}
	return out, flaws
}

// parse finds the things of a sheet, and what it says of itself. What stands in a fence
// is a chain, whatever it looks like.
func parse(sheet string, out *Tally) (entries []entry, flaws []Flaw) {
	fenced := false
	var now *entry
	for i, line := range strings.Split(sheet, "\n") {
		line = strings.TrimRight(line, " \r")
		switch m := headed.FindStringSubmatch(line); {
		case strings.HasPrefix(line, fence):
			fenced = !fenced
		case fenced:
		case out.Seed == "" && titled.MatchString(line):
			t := titled.FindStringSubmatch(line)
			out.Drawn, _ = strconv.Atoi(t[1]) // digits: the pattern says so
			out.Seed, out.AsOf = t[2], t[3]
		case m != nil:
			number, _ := strconv.Atoi(m[1])
			entries = append(entries, entry{line: i + 1, number: number, name: m[2]})
			now = &entries[len(entries)-1]
		case now != nil && strings.HasPrefix(line, marking):
			now.mark = append(now.mark, strings.Trim(strings.TrimPrefix(line, marking), " `"))
		case now != nil && strings.HasPrefix(line, remarks):
			now.remark = append(now.remark, strings.TrimSpace(strings.TrimPrefix(line, remarks)))
		}
	}
	if fenced {
		flaws = append(flaws, Flaw{strings.Count(sheet, "\n") + 1, "a fence is not closed"})
	}
	return entries, flaws
}

// read is the mark of one thing, or what is amiss with it.
func (e entry) read() (Mark, string) {
	if len(e.mark) > 1 {
		return "", "has two marks"
	}
	if len(e.mark) == 0 || e.mark[0] == "" {
		return "", "has no mark; write one after \"" + marking + "\": " + listed()
	}
	mark := Mark(e.mark[0])
	if !slices.Contains(Marks(), mark) {
		return "", fmt.Sprintf("has the mark %q, which is in no list: %s", e.mark[0], listed())
	}
	if mark != Confirmed && strings.Join(e.remark, "") == "" {
		return mark, "is marked " + string(mark) + " without a remark: what was found, and where?"
	}
	return mark, ""
}

func listed() string {
	var words []string
	for _, m := range Marks() {
		words = append(words, string(m))
	}
	return strings.Join(words, ", ")
}
