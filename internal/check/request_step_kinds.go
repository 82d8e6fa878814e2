package check

import (
	"fmt"

	"vigie/internal/record"
)

// checkSteps checks the list of steps of a request: each means something, and what only
// an appeal has stands with no other.
func checkSteps(v record.Vocabulary, report Report) {
	in := ref(record.Vocabularies, v.ID)
	for i, w := range v.Words {
		at, appeal := fmt.Sprintf("words/%d", i), w.Means == record.Appealed
		switch ofAppeal := appeal || w.Means == record.AppealAnswered; {
		case w.Means == "":
			report(in, at, fmt.Sprintf("the step %q has no meaning", w.ID),
				"add means: what it does to a request (doc/vocabulary.md)")
		case ofAppeal && w.State.IsZero():
			report(in, at, fmt.Sprintf("nothing says where a request stands after the step %q", w.ID),
				"add state: in each language")
		case !ofAppeal && !w.State.IsZero():
			report(in, at+"/state", fmt.Sprintf("a step that means %q leads to a state of the program", w.Means),
				"take state: away")
		case !appeal && w.DeadlineColumn != "":
			report(in, at+"/deadline_column", "only an appeal has a last day", "move it to the step that is one")
		case w.DeadlineColumn != "" && !columnName.MatchString(w.DeadlineColumn):
			report(in, at+"/deadline_column", fmt.Sprintf("%q cannot be the name of a column", w.DeadlineColumn),
				"small letters, digits and _")
		}
	}
}
