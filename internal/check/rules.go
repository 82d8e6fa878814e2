package check

// Rules lists every rule, in the order of the public page: first the form of
// files, then what each record must say, then what records say together.
func Rules() []Rule {
	return []Rule{
		fileForm, yamlSyntax, identifierForm, unknownKey, duplicateKey, missingKey, valueForm, closedList,
		reference, claimID, claimNeeded,
		asOfDay, datesInOrder, toldAsDone, secNumCloudYears,
		oneSeries, oneObservation, oneBasis,
		sirenKey, cogCode,
	}
}
