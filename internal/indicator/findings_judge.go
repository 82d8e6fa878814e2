package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// judge sets what a source says of a hosting against the qualifications read.
func judge(m *dataset.Migration, read catalogue) (Verdict, lang.Text) {
	p := proofOf(m, read.scheme)
	switch m.Under(read.scheme) {
	case record.HostQualified:
		if older(m, read) {
			return Undecidable, say("La source dit l’hébergement qualifié ; elle est plus ancienne que la première "+
				"édition lue du catalogue, ou sans date, et ne peut pas en être rapprochée.",
				"The source says that the hosting is qualified; it is older than the first edition of the catalogue that "+
					"was read, or undated, and cannot be set against it.")
		}
		return saidQualified(m, p)
	case record.InfrastructureOnly:
		return ToExplain, say("La plateforme repose sur une infrastructure qualifiée, mais n’est pas qualifiée "+
			"elle-même : serait-ce assez pour de telles données ?",
			"The platform stands on qualified infrastructure, but is not itself qualified: would that be enough for such data?")
	case record.HostInProgress:
		if m.Offer != nil && p == held {
			return Consistent,
				say("La qualification était en cours à la date du document ; l’offre est qualifiée à la date de référence.",
					"The qualification was in progress on the date of the document; the offer is qualified on the day of reference.")
		}
		return ToExplain, say("La qualification de l’hébergeur était en cours à la date du document, et rien de lu ne "+
			"montre que cette offre l’a obtenue.",
			"The qualification of the host was in progress on the date of the document, and nothing read shows that this "+
				"offer obtained it.")
	case record.NotQualified:
		return ToExplain,
			say("L’hébergement n’est pas qualifié, d’après la source ou d’après la liste "+read.whose.FR+".",
				"The hosting is not qualified, according to the source or to the "+read.whose.EN+" list.")
	case record.HostDiffers:
		return Undecidable,
			say("Une partie de l’hébergement est qualifiée et l’autre non ; rien ne dit laquelle porte les données.",
				"Part of the hosting is qualified and part is not; nothing tells which holds the data.")
	case record.HostNotApplicable:
		return notForQualification(m)
	}
	return saidNothing(m, p)
}

// older says that the last document on a service is older than the catalogue as it
// was read, or bears no date.
func older(m *dataset.Migration, read catalogue) bool {
	return m.Documented.IsZero() || read.first.IsZero() || !m.Documented.Last().IsZero() &&
		m.Documented.Last().Before(read.first.First())
}

func saidQualified(m *dataset.Migration, p proof) (Verdict, lang.Text) {
	switch {
	case p == held && m.Offer != nil:
		return Consistent,
			say("La source dit l’hébergement qualifié, et l’offre l’est à la date de référence.",
				"The source says that the hosting is qualified, and the offer is on the day of reference.")
	case p == held:
		return Consistent, say("La source dit l’hébergement qualifié, et cet hébergeur a une offre qualifiée à la "+
			"date de référence ; l’offre employée n’est pas nommée.",
			"The source says that the hosting is qualified, and this host has a qualified offer on the day of reference; "+
				"the offer used is not named.")
	case p == lapsed:
		return Undecidable, say("La source dit l’hébergement qualifié ; le terme de la dernière qualification lue est "+
			"passé, et son renouvellement n’a pas été lu.",
			"The source says that the hosting is qualified; the term of the last qualification read has passed, and its "+
				"renewal was not read.")
	case p == heldNearby:
		return Consistent, say("La source dit l’hébergement qualifié ; cet hébergeur a une offre qualifiée, mais rien "+
			"de lu ne dit si elle couvre l’offre ou la région que la source nomme.",
			"The source says that the hosting is qualified; this host has a qualified offer, but nothing read tells "+
				"whether it covers the offer or the region that the source names.")
	case p == noHost:
		return Undecidable,
			say("La source dit l’hébergement qualifié sans nommer l’hébergeur.",
				"The source says that the hosting is qualified without naming the host.")
	}
	return ToExplain,
		say("La source dit l’hébergement qualifié ; aucune qualification en vigueur de cet hébergeur n’a été lue.",
			"The source says that the hosting is qualified; no qualification of this host in force was read.")
}

func notForQualification(m *dataset.Migration) (Verdict, lang.Text) {
	if m.Role == record.InHouse {
		return Consistent, say("Le service est dans un cloud interne de l’État, que la qualification ne concerne pas.",
			"The service is in an internal cloud of the State, which the qualification does not concern.")
	}
	return Undecidable,
		say("La qualification ne concerne pas cet hébergement.", "The qualification does not concern this hosting.")
}

func saidNothing(m *dataset.Migration, p proof) (Verdict, lang.Text) {
	switch {
	case m.Offer == nil:
		return Undecidable,
			say("La source ne nomme pas l’offre employée, et ne dit rien de sa qualification.",
				"The source does not name the offer used, and says nothing of its qualification.")
	case p == held:
		return Consistent,
			say("La source ne parle pas de qualification ; l’offre qu’elle nomme est qualifiée à la date de référence.",
				"The source does not speak of qualification; the offer that it names is qualified on the day of reference.")
	case p == heldNearby:
		return Undecidable,
			say("Cet hébergeur a une offre qualifiée, mais rien de lu ne dit si elle couvre l’offre que la source nomme.",
				"This host has a qualified offer, but nothing read tells whether it covers the offer that the source names.")
	case p == lapsed:
		return Undecidable,
			say("Le terme de la dernière qualification lue de cette offre est passé, et son renouvellement n’a pas été lu.",
				"The term of the last qualification of this offer that was read has passed, and its renewal was not read.")
	}
	return ToExplain,
		say("Aucune qualification en vigueur de l’offre nommée n’a été lue.",
			"No qualification in force of the offer named was read.")
}
