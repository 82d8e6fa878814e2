package check

// Rules lists the rules of the engine, in the order of the public page: the form of
// files, then proofs, time, numbers, and what each kind of record must say.
func Rules() []Rule {
	return []Rule{
		// form
		fileForm, yamlSyntax, identifierForm, unknownKey, duplicateKey, missingKey, valueForm, closedList, vocabularyForm,
		bothLanguages, reference, noLoop, withdrawnReference,
		// proofs
		claimID, claimNeeded, sourceUsed, listEdition, oneSource, deadSource, copiedText, unpublishedFile, webAddress,
		privatePerson, correctionHolds, changeTarget,
		unreadDocument, standsAlone, noteWithoutTask,
		// time
		asOfDay, datesInOrder, notYetDone, longestTerm, writtenSpan, finestDate,
		// numbers
		oneSeries, oneObservation, oneBasis, unitFits, shareRange, partOfTotal, floatArtefact,
		resolutionOwn, calculationInputs, mixedBases, joinedPoints, saidValue,
		// what each kind must say
		countryCode, identifierNumber, hosting, qualificationStage, schemeForm, migrationOrder,
		tierOrigin, tierHost, tierStated, tierQualification, hostAddress,
		noEmptyCell, namedPlace, nobodyPublishes, requestSteps, disputeState, oneQuestion,
		commitmentForm, commitmentNote,
		indicatorForm, countedRows,
	}
}
