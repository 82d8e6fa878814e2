package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// shortOfLevel says that a hosting is qualified under the scheme that was read, and at a lower level than the one
// asked for: by what its source says, or by the qualifications that were read.
func shortOfLevel(m *dataset.Migration, read catalogue, p proof) (lang.Text, bool) {
	asked := lang.In("asked", read.least)
	if claimed := m.LevelUnder(read.scheme); m.Under(read.scheme) == record.HostQualified && claimed != "" &&
		!read.takes(claimed) {
		return say("La source dit l’hébergement qualifié à un niveau plus bas que celui que la règle demande ({asked}).",
			"The source says that the hosting is qualified at a lower level than that which the rule asks for ({asked}).").
			With(asked), true
	}
	return say("Les qualifications lues sont d’un niveau plus bas que celui que la règle demande ({asked}).",
		"The qualifications that were read are of a lower level than that which the rule asks for ({asked}).").
		With(asked), p == tooLow
}

func levelNotRead(read catalogue) lang.Text {
	return say("Le niveau de la qualification n’a pas été lu, et la règle en demande un ({asked}).",
		"The level of the qualification was not read, and the rule asks for one ({asked}).").
		With(lang.In("asked", read.least))
}
