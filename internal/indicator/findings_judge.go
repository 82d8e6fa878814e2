package indicator

import (
	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// judge sets what a source says of a hosting against the qualifications read.
func (b bench) judge(m *dataset.Migration, read catalogue) (Verdict, lang.Text) {
	p := proofOf(m, read)
	switch m.Under(read.scheme) {
	case record.HostQualified:
		if older(m, read) {
			return Undecidable, b.text("older-document")
		}
		if why, short := shortOfLevel(m, read, p); short {
			return ToExplain, why
		}
		return b.claimedQualified(m, p, read)
	case record.InfrastructureOnly:
		return ToExplain, b.text("on-qualified")
	case record.HostInProgress:
		if m.Offer != nil && p == held {
			return Consistent,
				say("La qualification était en cours à la date du document ; l’offre est qualifiée à la date de référence.",
					"The qualification was in progress on the date of the document; the offer is qualified on the day of reference.")
		}
		return ToExplain, b.text("in-progress")
	case record.NotQualified:
		return ToExplain, b.with("not-qualified", "list", read.whose)
	case record.HostDiffers:
		return Undecidable, b.text("part-qualified")
	case record.HostNotApplicable:
		return b.notForQualification(m)
	}
	return b.nothingClaimed(m, p, read)
}

// older says that the last document on a service is older than the catalogue as it
// was read, or bears no date.
func older(m *dataset.Migration, read catalogue) bool {
	return m.Documented.IsZero() || read.first.IsZero() || !m.Documented.Last().IsZero() &&
		m.Documented.Last().Before(read.first.First())
}

func (b bench) claimedQualified(m *dataset.Migration, p proof, read catalogue) (Verdict, lang.Text) {
	switch {
	case p == held && m.Offer != nil:
		return Consistent, b.text("claimed-held")
	case p == held:
		return Consistent, b.text("claimed-by-holder")
	case p == noLevel:
		return Undecidable, levelNotRead(read)
	case p == lapsed:
		return Undecidable, b.text("claimed-lapsed")
	case p == heldNearby:
		return Consistent, b.text("claimed-held-nearby")
	case p == noHost:
		return Undecidable, b.text("claimed-no-provider")
	}
	return ToExplain, b.text("claimed-none-held")
}

func (b bench) notForQualification(m *dataset.Migration) (Verdict, lang.Text) {
	if b.words.Exempt(m.Tier) {
		return Consistent, b.text("in-house-unconcerned")
	}
	return Undecidable, b.text("unconcerned")
}

func (b bench) nothingClaimed(m *dataset.Migration, p proof, read catalogue) (Verdict, lang.Text) {
	switch {
	case m.Offer == nil:
		return Undecidable,
			say("La source ne nomme pas l’offre employée, et ne dit rien de sa qualification.",
				"The source does not name the offer used, and says nothing of its qualification.")
	case p == held:
		return Consistent,
			say("La source ne parle pas de qualification ; l’offre qu’elle nomme est qualifiée à la date de référence.",
				"The source does not speak of qualification; the offer that it names is qualified on the day of reference.")
	case p == noLevel:
		return Undecidable, levelNotRead(read)
	case p == heldNearby:
		return Undecidable, b.text("held-nearby")
	case p == lapsed:
		return Undecidable,
			say("Le terme de la dernière qualification lue de cette offre est passé, et son renouvellement n’a pas été lu.",
				"The term of the last qualification of this offer that was read has passed, and its renewal was not read.")
	}
	if why, short := shortOfLevel(m, read, p); short {
		return ToExplain, why
	}
	return ToExplain,
		say("Aucune qualification en vigueur de l’offre nommée n’a été lue.",
			"No qualification in force of the offer named was read.")
}
