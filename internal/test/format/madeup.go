package format

import "vigie/internal/record"

// madeUp are files to start from, for kinds of which data/ may hold none, or none that
// shows a way that many take.
var madeUp = map[record.Kind]string{
	record.Indicators: `# yaml-language-server: $schema=../../doc/schemas/indicators.json
title: {fr: Commandes par modèle, en: Orders by model}
question: {fr: Que commande-t-on ?, en: What is ordered?}
method: {fr: Une ligne de la liste est une commande., en: A row of the list is an order.}
order: 95
compute: rows
unit: order
line: {key: orders, label: {fr: Commandes, en: Orders}, role: series1}
rows:
  source: example-orders-list
  along: modele
  only:
    - {column: objet, is: [Cloud, Hébergement]}
  places:
    - {key: I, label: {fr: Infrastructure, en: Infrastructure}}
    - {key: S, label: {fr: Logiciel, en: Software}}
cases: {fr: commandes relevées, en: orders collected}
`,
	record.Changes: `# yaml-language-server: $schema=../../doc/schemas/changes.json
on: 2026-12-03
cause: correction
targets:
  - {target: claims/example-orders-2023, was: 76 M, now: 34.5 M}
reason:
  fr: Le chiffre lu était le cumul depuis l'ouverture du marché.
  en: The number that was read is the total since the contract opened.
`,
	record.Requests: `# yaml-language-server: $schema=../../doc/schemas/requests.json
organisation: example-ministry
silence: example-spending-of-ministries
asked:
  fr: La dépense d'informatique en nuage du ministère, par année et par fournisseur
  en: The cloud spending of the ministry, by year and by provider
sent: 2026-12-01
claims:
  - id: example-request-sent
    source: example-request-letter
    read: 2026-12-01
    says:
      fr: La demande a été envoyée par courriel.
      en: The request was sent by e-mail.
steps:
  - step: acknowledged
    on: 2026-12-04
    claims:
      - id: example-request-acknowledged
        source: example-request-receipt
        read: 2026-12-04
`,
}
