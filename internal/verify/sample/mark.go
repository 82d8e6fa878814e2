package sample

// Mark is what a second reader found of one thing that was drawn.
type Mark string

// The closed list of marks.
const (
	Confirmed    Mark = "confirmed"
	Imprecise    Mark = "imprecise"
	Wrong        Mark = "wrong"
	NotCheckable Mark = "not checkable"
	FactsAlone   Mark = "known from the gathered facts alone"
)

// Marks is the closed list, in the order of a count.
func Marks() []Mark { return []Mark{Confirmed, Imprecise, Wrong, NotCheckable, FactsAlone} }

// Meaning is when a mark is given.
func (m Mark) Meaning() string {
	switch m {
	case Confirmed:
		return "read again in the source, or in a copy of it: it says so"
	case Imprecise:
		return "the source says something near: another part, another day, another author"
	case Wrong:
		return "the source says otherwise"
	case NotCheckable:
		return "nothing within reach lets it be read again"
	case FactsAlone:
		return "the source could not be opened; the facts that were gathered from it say so"
	}
	return ""
}
