package record

import "vigie/internal/value/lang"

// Indicator is a question that other records answer, and how: its figures and their
// proofs, its chart, its table and its downloads are made from what is declared here.
type Indicator struct {
	Head `yaml:",inline"`
	// title: what it shows, as the title of its chart
	Title lang.Text `yaml:"title" json:"title"`
	// question: what a citizen asks
	Question lang.Text `yaml:"question" json:"question"`
	// conclusion: the title of its chart, with slots for its points: {line/latest}, {line/greatest}, {line/next},
	// {line/key}, with .date, .when, .end or .place after it for its period, the same with its preposition, its last day
	// or its name; the title stands when absent (doc/indicators.md#conclusion)
	Conclusion lang.Text `yaml:"conclusion,omitempty" json:"conclusion,omitempty"`
	// method: how it is counted, and what it leaves out
	Method lang.Text `yaml:"method" json:"method"`
	// order: its place in the list of indicators, from 1; after the others when absent
	Order int `yaml:"order,omitempty" json:"order,omitempty"`
	// compute: the way to find its points, each with its keys in doc/indicators.md
	Compute Computing `yaml:"compute" json:"compute"`
	// unit: identifier of the unit of its points; what judges records has its own
	Unit string `yaml:"unit,omitempty" json:"unit,omitempty"`
	// drawing: lines, columns or rows, stacked or not; when absent, lines through time and rows elsewhere
	Drawing string `yaml:"drawing,omitempty" json:"drawing,omitempty"`
	// line: the one line on which all points stand, where each is a value of its own
	Line *IndicatorLine `yaml:"line,omitempty" json:"line,omitempty"`
	// lines: what each line shows; for latest and parts, what each point shows
	Lines []IndicatorLine `yaml:"lines,omitempty" json:"lines,omitempty"`
	// rows: for rows, which rows of which collected source are counted
	Rows *RowCount `yaml:"rows,omitempty" json:"rows,omitempty"`
	// count: for count, which records are counted, and by what
	Count *RecordCount `yaml:"count,omitempty" json:"count,omitempty"`
	// flow: for flows, which records are followed, and through what
	Flow *RecordFlow `yaml:"flow,omitempty" json:"flow,omitempty"`
	// of: for spans and deadlines, which records stand there, each on its own
	Of *RecordChoice `yaml:"of,omitempty" json:"of,omitempty"`
	// cases: of what the points are cases, where they are no years ("quantities published about these clouds")
	Cases lang.Text `yaml:"cases,omitempty" json:"cases,omitempty"`
	// words: of a way that judges records, the sentences and labels that this site words otherwise; their keys stand in
	// doc/indicators.md
	Words []IndicatorWord `yaml:"words,omitempty" json:"words,omitempty"`
}

// IndicatorWord is a sentence or a label of a way that judges, in the words of the site.
type IndicatorWord struct {
	// key: which one
	Key string `yaml:"key" json:"key"`
	// text: its words; those that hold a mark ({scheme}, {list}) have it too
	Text lang.Text `yaml:"text" json:"text"`
}

// IndicatorLine is a line of a chart, or a point of a chart of single values.
type IndicatorLine struct {
	// key: identifier of the line, for ever: the identifiers of its figures hold it
	Key string `yaml:"key" json:"key"`
	// label: its name; the title of the series when absent
	Label lang.Text `yaml:"label,omitempty" json:"label,omitempty"`
	// role: its colour in the palette of charts
	Role string `yaml:"role,omitempty" json:"role,omitempty"`
	// series: identifier of the series that it shows
	Series string `yaml:"series,omitempty" json:"series,omitempty"`
	// calculations: identifiers of the calculations that it shows, our own arithmetic, never joined to what sources say
	Calculations []string `yaml:"calculations,omitempty" json:"calculations,omitempty"`
	// targets_of: identifier of the series of which it shows what commitments promise
	TargetsOf string `yaml:"targets_of,omitempty" json:"targets_of,omitempty"`
}

// RowCount says which rows of a collected source are counted, or added up, and where.
type RowCount struct {
	// source: identifier of the source
	Source string `yaml:"source" json:"source"`
	// along: column whose values are the points: categories, or dates where `by` is given; a row of
	// which it holds a list stands at each of its values
	Along string `yaml:"along" json:"along"`
	// by: year or month, for a column of dates
	By string `yaml:"by,omitempty" json:"by,omitempty"`
	// sum: column of numbers that are added up; rows are counted when absent
	Sum string `yaml:"sum,omitempty" json:"sum,omitempty"`
	// round: decimals that a sum keeps, 6 at most, negative for tens, hundreds and so on, down to -9
	// (-3: thousands); all of them when absent
	Round *int `yaml:"round,omitempty" json:"round,omitempty"`
	// only: conditions that a row must fulfil, all of them
	Only []RowCondition `yaml:"only,omitempty" json:"only,omitempty"`
	// places: the categories to show, in this order, with their words; when absent, the values that
	// are met, the largest first, as the source writes them
	Places []RecordPlace `yaml:"places,omitempty" json:"places,omitempty"`
}

// RowCondition is fulfilled by a row whose cell is one of some values, or holds one of them.
type RowCondition struct {
	// column: name of the column
	Column string `yaml:"column" json:"column"`
	// is: the values that fulfil it
	Is []string `yaml:"is" json:"is"`
}

// RecordCount says which records are counted, and by what.
type RecordCount struct {
	// records: the kind of the records (the name of their folder)
	Records Kind `yaml:"records" json:"records"`
	// along: key of the record whose values are the points, or what is computed of it
	// (doc/indicators.md#count); a record with several values stands at each
	Along string `yaml:"along" json:"along"`
	// through: year, where the values are dates
	Through string `yaml:"through,omitempty" json:"through,omitempty"`
	// split: key whose values are the lines; one line when absent
	Split string `yaml:"split,omitempty" json:"split,omitempty"`
	// only: conditions that a record must fulfil, all of them
	Only []RecordCondition `yaml:"only,omitempty" json:"only,omitempty"`
	// part: for share, conditions of the part, out of the records that fulfil `only`
	Part []RecordCondition `yaml:"part,omitempty" json:"part,omitempty"`
	// total: out of how many the coverage counts: fitting (those that fulfil the conditions, when
	// absent), all (of the kind) or unknown (nobody knows how many there are)
	Total string `yaml:"total,omitempty" json:"total,omitempty"`
	// places: the points to show, in this order, with their words; when absent, the values that are
	// met: in the order of their list and in its words where `along` has a closed one, the most
	// frequent first otherwise
	Places []RecordPlace `yaml:"places,omitempty" json:"places,omitempty"`
}

// RecordChoice says which records are shown one by one.
type RecordChoice struct {
	// records: the kind of the records: qualifications for spans, commitments for deadlines
	Records Kind `yaml:"records" json:"records"`
	// only: conditions that a record must fulfil, all of them
	Only []RecordCondition `yaml:"only,omitempty" json:"only,omitempty"`
}

// RecordFlow says which records are followed from one of their keys to the next.
type RecordFlow struct {
	// records: the kind of the records (the name of their folder)
	Records Kind `yaml:"records" json:"records"`
	// only: conditions that a record must fulfil, all of them
	Only []RecordCondition `yaml:"only,omitempty" json:"only,omitempty"`
	// stages: the keys that they are followed through, in order, two at least
	Stages []FlowStage `yaml:"stages" json:"stages"`
}

// FlowStage is a key at each value of which a flow has a place. A record that has no value
// there, or "unknown", stands at the place of what is unknown; one with several, at "several".
type FlowStage struct {
	// key: the key of the record, or what is computed of it (doc/indicators.md#count)
	Key string `yaml:"key" json:"key"`
	// label: what the key is called
	Label lang.Text `yaml:"label" json:"label"`
	// role: colour of its places that have none of their own
	Role string `yaml:"role" json:"role"`
	// places: the places, in this order, with their words; when absent, the values that are met
	Places []RecordPlace `yaml:"places,omitempty" json:"places,omitempty"`
}

// RecordCondition is fulfilled by a record of which a key is one of some values.
type RecordCondition struct {
	// key: the key, or what is computed of the record
	Key string `yaml:"key" json:"key"`
	// is: the values that fulfil it
	Is []string `yaml:"is" json:"is"`
}

// RecordPlace is a value of a record or of a row, with its words.
type RecordPlace struct {
	// key: the value
	Key string `yaml:"key" json:"key"`
	// label: what readers see
	Label lang.Text `yaml:"label" json:"label"`
}

// Computing is a way to find the points of an indicator.
type Computing string

// The closed list of ways to compute; doc/indicators.md has a chapter for each.
const (
	BySeries Computing = "series" // each line a series, through time
	ByLatest Computing = "latest" // each point the last value of a series, side by side
	ByParts  Computing = "parts"  // the parts of a total, by provider, and what is left of it
	ByRows   Computing = "rows"   // rows of a collected source, counted or added up
	ByCount  Computing = "count"  // records of a kind, counted by their keys

	ByFlows       Computing = "flows"       // records of a kind, followed from one of their keys to the next
	ByShare       Computing = "share"       // which share of the records of a kind fulfils conditions
	ByCalculation Computing = "calculation" // each point a calculation, side by side
	BySpans       Computing = "spans"       // a bar per record, from its first day to its last
	ByDeadlines   Computing = "deadlines"   // a row per promise, from its announcement to its deadline

	BySpokenOf      Computing = "spoken-of"       // what was put forward beside what was measured
	BySpokenOfShare Computing = "spoken-of-share" // which share of it was measured
)

// General lists the ways that any question may be computed by.
func General() []Computing {
	return []Computing{BySeries, ByLatest, ByCalculation, ByParts, ByRows, ByCount, ByFlows, ByShare, BySpans,
		ByDeadlines, BySpokenOf, BySpokenOfShare}
}

// Judged lists the ways that need Go, because they judge records. Their lines have names
// of their own, and the one indicator that is computed so bears the same name.
func Judged() []Computing {
	return []Computing{
		"tier-adoption",
		"tier-adoption-by-kind",
		"migration-progress",
		"bodies-with-migration",
		"qualified-offers",
		"expiries-ahead",
		"qualifications-in-progress",
		"provider-control",
		"source-freshness",
		"findings",
		"findings-by-lack",
		"answers-by-measure",
		"own-publications",
		"silences-by-reason",
	}
}

// ThroughTime says that the points are years, months or quarters, and no categories.
func (d *Indicator) ThroughTime() bool {
	switch d.Compute {
	case BySeries, "tier-adoption", "qualified-offers", "expiries-ahead":
		return true
	case ByRows:
		return d.Rows != nil && d.Rows.By != ""
	case ByCount, ByShare:
		return d.Count != nil && d.Count.Through != ""
	}
	return false
}

// Computings is the closed list.
func Computings() []Computing { return append(General(), Judged()...) }

// ComputedKeys lists, by kind, what is computed of records and may be counted like one of
// their keys.
func ComputedKeys() map[Kind][]string {
	return map[Kind][]string{
		Sources:        {"freshness", "drawn-from"},
		Organisations:  {"documented"},
		Qualifications: {"standing"},
		Migrations: {"status", "live-since", "organisation-kind", "tier-shown", "hosted-by",
			"host-control"},
		Commitments: {"outcome"},
	}
}

// LineRoles are the colours that a line may have, by their roles in the palette.
func LineRoles() []string {
	return []string{"series1", "series2", "series3", "series4", "series5", "series6", "series7", "series8",
		"tier-internal", "tier-dedicated", "tier-external", "own-means", "target", "spoken-of", "unknown"}
}
