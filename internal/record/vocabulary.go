package record

import (
	"vigie/internal/value/lang"
)

// Vocabulary is one closed list of words of the world that is followed: kinds of bodies, sorts of
// events… The file bears the name of the list; which lists there are, and what each word of them
// may have, stands in doc/vocabulary.md. Records use these words and no other.
type Vocabulary struct {
	Head `yaml:",inline"`
	// words: its words, in the order in which pages show them
	Words []Word `yaml:"words" json:"words"`
}

// Word is one word of a vocabulary: the code that records use, what readers see of it, and what a
// rule needs to know of it.
type Word struct {
	// id: the code that records use, for ever
	ID string `yaml:"id" json:"id"`
	// name: what readers see of it
	Name lang.Text `yaml:"name" json:"name"`
	// many: of kinds of bodies, the name of all those of the kind
	Many lang.Text `yaml:"many,omitempty" json:"many,omitempty"`
	// heading: of kinds of bodies, the heading of what pages list of them, where `many` does not do; of tiers and of
	// service models, its name in charts, where `name` does not do
	Heading lang.Text `yaml:"heading,omitempty" json:"heading,omitempty"`
	// proper: whether its name keeps its capital inside a sentence
	Proper bool `yaml:"proper,omitempty" json:"proper,omitempty"`
	// meaning: what it means, in a sentence for readers
	Meaning lang.Text `yaml:"meaning,omitempty" json:"meaning,omitempty"`
	// address: last part of the address of its page, in each language, where there is one page for each word
	Address lang.Text `yaml:"address,omitempty" json:"address,omitempty"`
	// collective: of kinds of bodies, whether `many` names one thing and not several (Parliament)
	Collective bool `yaml:"collective,omitempty" json:"collective,omitempty"`
	// no_requests: of kinds of bodies, whether none of them can be asked for its documents
	NoRequests bool `yaml:"no_requests,omitempty" json:"no_requests,omitempty"`
	// bound: of kinds of bodies, whether a rule of the doctrine that names no kind binds them
	Bound bool `yaml:"bound,omitempty" json:"bound,omitempty"`
	// compared: of kinds of bodies, whether they are compared by what their own publications answer
	Compared bool `yaml:"compared,omitempty" json:"compared,omitempty"`
	// own: of qualities, whether the body speaks of itself; of provenances, whether the publisher wrote the text
	Own bool `yaml:"own,omitempty" json:"own,omitempty"`
	// reported: of qualities, whether somebody else reports it
	Reported bool `yaml:"reported,omitempty" json:"reported,omitempty"`
	// far: of qualities, whether readers are warned of it beside a number, and no headline rests on it alone
	Far bool `yaml:"far,omitempty" json:"far,omitempty"`
	// unread: of qualities, whether it is what a third party says of a document that was not read
	Unread bool `yaml:"unread,omitempty" json:"unread,omitempty"`
	// unsourced: of qualities, whether there is no document at all
	Unsourced bool `yaml:"unsourced,omitempty" json:"unsourced,omitempty"`
	// protected: of sensitivities, whether it asks for protection: open questions are put about such data first
	Protected bool `yaml:"protected,omitempty" json:"protected,omitempty"`
	// choice: of sensitivities, the choice of the page that helps to choose a tier which such data are
	Choice string `yaml:"choice,omitempty" json:"choice,omitempty"`
	// role: of tiers, what rules and counts take it for
	Role TierRole `yaml:"role,omitempty" json:"role,omitempty"`
	// exempt: of tiers of the role in-house, whether rules about hosting leave it free, because they are about what is
	// bought outside; without it, it is held to them as any tier
	Exempt bool `yaml:"exempt,omitempty" json:"exempt,omitempty"`
	// colour: of tiers, colour of charts and of the mark beside its name
	Colour string `yaml:"colour,omitempty" json:"colour,omitempty"`
	// services: of tiers, what a chart calls the services that stand in it, where its rules are
	// looked at whatever their data
	Services lang.Text `yaml:"services,omitempty" json:"services,omitempty"`
	// asked_of_hosting: of schemes, whether rules ask it of a hosting; each migration says where it stands under it
	AskedOfHosting bool `yaml:"asked_of_hosting,omitempty" json:"asked_of_hosting,omitempty"`
	// granted_by: of schemes, identifier of the body that grants its qualifications
	GrantedBy string `yaml:"granted_by,omitempty" json:"granted_by,omitempty"`
	// whose: of schemes, whose list of qualifications it is: after a noun in French (« de l’autorité
	// »), before one in English
	Whose lang.Text `yaml:"whose,omitempty" json:"whose,omitempty"`
	// longest: of schemes, the longest period of a qualification
	Longest *LongestTerm `yaml:"longest,omitempty" json:"longest,omitempty"`
	// milestones: of schemes, the steps of the procedure, in order
	Milestones []SchemeStep `yaml:"milestones,omitempty" json:"milestones,omitempty"`
	// levels: of schemes, its levels, the highest first
	Levels []SchemeLevel `yaml:"levels,omitempty" json:"levels,omitempty"`
	// read_in: of schemes, identifiers of the sources that list its qualifications
	ReadIn []string `yaml:"read_in,omitempty" json:"read_in,omitempty"`
	// register: of identifiers, the register or list that gives them, and the text behind it
	Register lang.Text `yaml:"register,omitempty" json:"register,omitempty"`
	// check: of identifiers, what a number has to be
	Check *IdentifierCheck `yaml:"check,omitempty" json:"check,omitempty"`
	// borne_by: of identifiers, the kinds of records that may bear one, with the columns of their tables
	Bearers []IdentifierBearer `yaml:"borne_by,omitempty" json:"borne_by,omitempty"`
	// former_rule: of identifiers, name that the rule about them had on the page of rules; its address stays
	FormerRule string `yaml:"former_rule,omitempty" json:"former_rule,omitempty"`
	// means: of steps of a request, what it does to the request
	Means RequestStepMeaning `yaml:"means,omitempty" json:"means,omitempty"`
	// state: of steps that are an appeal or its answer, where the request then stands, as readers see it
	State lang.Text `yaml:"state,omitempty" json:"state,omitempty"`
	// deadline_column: of steps that are an appeal, name of the column that has the last day for it
	DeadlineColumn string `yaml:"deadline_column,omitempty" json:"deadline_column,omitempty"`
}

// List is the name of a vocabulary: that of its file.
type List string

// The lists that the engine knows of. A site declares those whose words its records use.
const (
	BodyKindList       List = "body-kinds"
	EventKindList      List = "event-kinds"
	SourceKindList     List = "source-kinds"
	QualityList        List = "qualities"
	ProvenanceList     List = "provenances"
	ModelList          List = "service-models"
	SensitivityList    List = "sensitivities"
	SubjectList        List = "dispute-subjects"
	RecommendationList List = "recommendations"
	TierList           List = "tiers"
	SchemeList         List = "schemes"
	TextList           List = "doctrine-texts"
	IdentifierList     List = "identifiers"
	FunctionList       List = "public-functions"
	RequestStepList    List = "request-steps"
	CountryList        List = "countries"
)

// Lists is the closed list of lists.
func Lists() []List {
	return []List{BodyKindList, EventKindList, SourceKindList, QualityList, ProvenanceList, ModelList, SensitivityList,
		SubjectList, RecommendationList, TextList, TierList, SchemeList, IdentifierList, FunctionList,
		RequestStepList, CountryList}
}

// Parameters lists what the words of a list may have beside an identifier, a name and a meaning.
func Parameters(l List) []string {
	return map[List][]string{
		BodyKindList:    {"many", "heading", "proper", "address", "collective", "no_requests", "bound", "compared"},
		QualityList:     {"own", "reported", "far", "unread", "unsourced"},
		ProvenanceList:  {"own"},
		ModelList:       {"heading"},
		SensitivityList: {"protected", "choice"},
		TierList:        {"heading", "address", "role", "exempt", "colour", "services"},
		SchemeList:      {"asked_of_hosting", "granted_by", "whose", "longest", "milestones", "levels", "read_in"},
		RequestStepList: {"means", "state", "deadline_column"},
		IdentifierList:  {"register", "check", "borne_by", "former_rule"},
	}[l]
}

// WorldLists gives the list whose words a key takes: by type ("record.BodyKind"), or by field when the words have no
// type of their own. The lists of the engine itself are in ClosedLists.
func WorldLists() map[string]List {
	return map[string]List{
		"record.BodyKind":               BodyKindList,
		"record.EventKind":              EventKindList,
		"record.SourceKind":             SourceKindList,
		"record.Quality":                QualityList,
		"record.Provenance":             ProvenanceList,
		"record.Model":                  ModelList,
		"record.Sensitivity":            SensitivityList,
		"record.Contradiction.subject":  SubjectList,
		"record.Listing.recommendation": RecommendationList,
		"record.Doctrine.text":          TextList,
		"record.TierID":                 TierList,
		"record.Scheme":                 SchemeList,
		"record.IdentifierKind":         IdentifierList,
		"record.RequestStepName":        RequestStepList,
	}
}

// Words are the vocabularies of a site, by list. The zero value has none.
type Words struct {
	of map[List][]Word
	at map[List]map[string]int // of each word in its list, by its code
}

// WordsOf gathers the words of vocabularies.
func WordsOf(all []Vocabulary) Words {
	w := Words{map[List][]Word{}, map[List]map[string]int{}}
	for _, v := range all {
		at := make(map[string]int, len(v.Words))
		for i, one := range v.Words {
			if _, twice := at[one.ID]; !twice {
				at[one.ID] = i
			}
		}
		w.of[List(v.ID)], w.at[List(v.ID)] = v.Words, at
	}
	return w
}

// Declared says that the site has the list.
func (w Words) Declared(l List) bool { return w.of[l] != nil }

// In lists the words of a list in their order; none when the site does not have it.
func (w Words) In(l List) []Word { return w.of[l] }

// Find gives a word of a list; false when it is not in it.
func (w Words) Find(l List, id string) (Word, bool) {
	i, ok := w.at[l][id]
	if !ok {
		return Word{}, false
	}
	return w.of[l][i], true
}

// Name is what readers see of a word: its code when nothing says more.
func (w Words) Name(l List, id string) lang.Text {
	if one, ok := w.Find(l, id); ok {
		return one.Name
	}
	return lang.Name(id)
}

// Many is the name of all those that a word is said of: that of one when it has no other.
func (w Words) Many(l List, id string) lang.Text {
	if one, ok := w.Find(l, id); ok && !one.Many.IsZero() {
		return one.Many
	}
	return w.Name(l, id)
}

// Heading is what stands above those that a word is said of: their name, or a heading of its own.
func (w Words) Heading(l List, id string) lang.Text {
	if one, ok := w.Find(l, id); ok && !one.Heading.IsZero() {
		return one.Heading
	}
	return w.Many(l, id)
}

// Country is the name of a country by its code: the site's own word, or else that of ISO 3166-1.
func (w Words) Country(code string) lang.Text {
	if one, ok := w.Find(CountryList, code); ok {
		return one.Name
	}
	return lang.CountryText(code)
}

// IDs lists the codes of a list in their order.
func (w Words) IDs(l List) []string {
	out := []string{}
	for _, one := range w.of[l] {
		out = append(out, one.ID)
	}
	return out
}
