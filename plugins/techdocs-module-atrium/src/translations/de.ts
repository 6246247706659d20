import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'allDocs.allDocumentation': 'Gesamte Dokumentation',
  'allDocs.clearTheFilter': 'Filter zurücksetzen',
  'allDocs.filter': 'Filter',
  'allDocs.filterByTitleSystemOr': 'Nach Titel, System oder Owner filtern',
  'allDocs.noSiteFitsTheFilter': 'Keine Dokumentation passt zum Filter',
  'allDocs.owner': 'Owner',
  'allDocs.searchOwners': 'Owner suchen',
  'allDocs.showMore': '{{more}} weitere anzeigen',
  'allDocs.sites_one': '{{count}} Dokumentation',
  'allDocs.sites_other': '{{count}} Dokumentationen',
  'allDocs.someSites': '{{shown}} von {{total}} Dokumentationen',
  'allDocs.theseAreTheFirst':
    'Das sind die ersten {{shown}} von {{total}} Dokumentationen.',
  'allDocs.whatIsWrittenInsideOf':
    'Den Inhalt der Seiten durchsuchst du mit der Suche ganz oben.',
  'buildFailure.buildAgain': 'Neu bauen',
  'buildFailure.buildLog': 'Protokoll',
  'buildFailure.itIsTriedAgain':
    'In einigen Minuten wird es erneut versucht. Schlägt es weiter fehl, sag denen Bescheid, die Atrium betreiben.',
  'buildFailure.itTookMoreThan':
    'Sie braucht mehr, als einer Dokumentation zusteht. Ihre Owner können sie verkleinern oder bei denen, die Atrium betreiben, um mehr bitten.',
  'buildFailure.itsOwnersHaveTo':
    'Ihre Owner müssen das Repository korrigieren; nach dem nächsten Push wird neu gebaut.',
  'buildFailure.theNewestVersionCouldNot':
    'Die neueste Fassung dieser Dokumentation konnte nicht gebaut werden',
  'buildFailure.thePageYouOpened':
    'Die geöffnete Seite ist noch nicht veröffentlicht.',
  'buildFailure.thisDocumentationCouldNot':
    'Diese Dokumentation konnte nicht gebaut werden',
  'buildFailure.youAreReadingTheLast':
    'Du liest die letzte Fassung, die gebaut werden konnte.',
  'diagram.diagram': 'Diagramm: {{heading}}',
  'diagram.diagram2': 'Diagramm',
  'diagram.drawing': 'Diagramm wird gezeichnet',
  'diagram.enlarge': 'Vergrößern',
  'diagram.thisDiagramCannotBeDrawn':
    'Dieses Diagramm lässt sich nicht zeichnen.',
  'diagramDialog.close': 'Schließen',
  'docsFilter.allOwners': 'Alle Owner',
  'docsFilter.myTeams': 'Meine Teams ({{mineCount}})',
  'docsHandedOver.readersSeeItNow': 'Sie ist veröffentlicht.',
  'docsHandedOver.readersSeeItWithinTwo':
    'Sie wird innerhalb von zwei Minuten veröffentlicht.',
  'docsHandedOver.showThePage': 'Seite anzeigen',
  'docsLibrary.inNoSystem': 'Ohne System',
  'docsSearch.searchInAllDocumentation': 'Gesamte Dokumentation durchsuchen',
  'docsSearch.searchInAllDocumentationA':
    'Gesamte Dokumentation durchsuchen: eine Formulierung, eine Fehlermeldung, ein Befehl',
  'docsWorkbench.change': '{{name}} ändern',
  'docsWorkbench.document': '{{title}} dokumentieren',
  'docsWorkbench.edit': '{{title}} bearbeiten',
  'docsWorkbench.theSameChangeAdds':
    'Dieselbe Änderung fügt {{site}} und die Annotation in {{catalogFile}} hinzu. Damit wird die Seite veröffentlicht.',
  'editDocsPage.backToTheDocsTab': 'Zurück zum Tab „Docs“',
  'editDocsPage.backToThePage': 'Zurück zur Seite',
  'editDocsPage.openAPageOfThe':
    'Öffne eine Seite der Dokumentation und wähle „Seite bearbeiten“.',
  'editDocsPage.whichPage': 'Welche Seite?',
  'entityWithoutDocs.hasNoDocumentationYet':
    '{{title}} hat noch keine Dokumentation',
  'feedbackComments.comments': 'Kommentare',
  'feedbackComments.helpful': 'Hilfreich',
  'feedbackComments.nobodyHasLeftAComment': 'Noch keine Kommentare',
  'feedbackComments.notHelpful': 'Nicht hilfreich',
  'feedbackComments.on': 'zu {{page}}',
  'feedbackComments.showMore': 'Mehr anzeigen',
  'feedbackPage.feedbackOn': 'Feedback zu {{title}}',
  'feedbackPage.feedbackOnWhichDocumentation':
    'Feedback zu welcher Dokumentation?',
  'feedbackPage.noFeedbackYet': 'Noch kein Feedback',
  'feedbackPage.openAPageThatYour':
    'Öffne eine Seite, die deinem Team gehört, und wähle „Gesamtes Feedback ansehen“.',
  'feedbackPage.readersAnswerWasThisPage':
    'Am Ende jeder Seite steht die Frage „War diese Seite hilfreich?“. Hier siehst du die Antworten. Die Seiten, die am wenigsten geholfen haben, stehen oben.',
  'feedbackTable.comments': 'Kommentare',
  'feedbackTable.feedbackByPage': 'Feedback je Seite',
  'feedbackTable.helpful': 'Hilfreich',
  'feedbackTable.lastAnswer': 'Letzte Antwort',
  'feedbackTable.notHelpful': 'Nicht hilfreich',
  'feedbackTable.page': 'Seite',
  'feedbackTable.shareHelped': 'Anteil hilfreich',
  'feedbackTable.showMore': '{{more}} weitere anzeigen',
  'feedbackTable.startPage': 'Startseite',
  'firstPageRefusal.inARepositoryOfOthers':
    'Definiert ist es in {{repository}}, wofür du keine Schreibrechte hast. Frage jemanden, der das Repository betreut.',
  'firstPageRefusal.inNoRepository':
    'Es liegt in keinem Repository, in das das Portal schreiben kann.',
  'frameTexts.next': 'Weiter',
  'frameTexts.onThisPage': 'Auf dieser Seite',
  'frameTexts.permanentLink': 'Link zu diesem Abschnitt',
  'frameTexts.previous': 'Zurück',
  'frameTexts.previousAndNext': 'Vorige und nächste Seite',
  'hitMarks.clear': 'Ausblenden',
  'hitMarks.matchesFor_one': '{{count}} Treffer für „{{term}}“',
  'hitMarks.matchesFor_other': '{{count}} Treffer für „{{term}}“',
  'howToDocument.writeMarkdown':
    'Schreibe Markdown in den Ordner {{folder}} neben {{catalogFile}}, gib der Dokumentation in {{siteFile}} einen Namen und füge der Entität die Annotation {{annotation}} hinzu. Eine Seite wird innerhalb von zwei Minuten nach ihrem Commit veröffentlicht.',
  'myTeamDocs.myTeamsDocs': 'Docs meines Teams',
  'myTeamDocs.nothingThatYourTeamsOwn':
    'Nichts, was deinen Teams gehört, ist bisher dokumentiert.',
  'myTeamDocs.showMore': '{{more}} weitere anzeigen',
  'noDocs.nobodyHasPublishedDocumentationYet':
    'Noch hat niemand eine Dokumentation veröffentlicht',
  'noDocs.startADocumentationSite': 'Eine Dokumentation beginnen',
  'ownerNotice.andMore': 'und {{more}} weitere',
  'ownerNotice.onlyYourTeamSeesThis': 'Nur dein Team sieht das',
  'ownerNotice.thingsToFixHere_one':
    '{{count}} Punkt in dieser Dokumentation zu beheben, davon {{onThisPage}} auf dieser Seite',
  'ownerNotice.thingsToFixHere_other':
    '{{count}} Punkte in dieser Dokumentation zu beheben, davon {{onThisPage}} auf dieser Seite',
  'ownerNotice.thingsToFix_one':
    '{{count}} Punkt in dieser Dokumentation zu beheben',
  'ownerNotice.thingsToFix_other':
    '{{count}} Punkte in dieser Dokumentation zu beheben',
  'pageFacts.editThisPage': 'Seite bearbeiten',
  'pageFacts.lastUpdated': 'Zuletzt aktualisiert {{time}}',
  'pageFacts.lastUpdatedByIn':
    'Zuletzt aktualisiert {{time}} von {{author}} in {{commit}}',
  'pageFacts.lastUpdatedIn': 'Zuletzt aktualisiert {{time}} in {{commit}}',
  'pageFacts.minRead': '{{minutes}} Min. Lesezeit',
  'pageFacts.openOn': 'Auf {{host}} öffnen',
  'pageFacts.updated': 'Aktualisiert {{time}}',
  'pageFailure.thePageItselfIsSafe':
    'Die Seite liegt unverändert in ihrem Repository. Versuche es gleich noch einmal; hilft das nicht, sag denen Bescheid, die Atrium betreiben.',
  'pageFailure.thisPageCouldNot': 'Diese Seite konnte nicht geladen werden',
  'pageFailure.tryAgain': 'Erneut versuchen',
  'pageFeedback.feedback': 'Feedback',
  'pageFeedback.no': 'Nein',
  'pageFeedback.seeAllFeedback': 'Gesamtes Feedback ansehen',
  'pageFeedback.sendComment': 'Kommentar senden',
  'pageFeedback.thankYouYourAnswerIs': 'Danke. Deine Antwort ist gespeichert.',
  'pageFeedback.theOwnersOfThisPage':
    'Die Owner dieser Seite sehen deine Antwort mit deinem Namen.',
  'pageFeedback.wasThisPageHelpful': 'War diese Seite hilfreich?',
  'pageFeedback.whatHelpedOptional': 'Was hat geholfen? (optional)',
  'pageFeedback.whatIsMissingOrWrong':
    'Was fehlt oder stimmt nicht? (optional)',
  'pageFeedback.yes': 'Ja',
  'pageFeedback.yourAnswerWasNotSaved':
    'Deine Antwort wurde nicht gespeichert: {{error}}',
  'pageListToggle.pages': 'Seiten',
  'pagePreview.howThePageWillLook': 'So wird die Seite aussehen',
  'pagePreview.preview': 'Vorschau',
  'pagePreview.thePreviewIsBeingRendered': 'Die Vorschau wird erstellt.',
  'pagePreview.thePreviewIsNotUp': 'Die Vorschau ist nicht aktuell: {{error}}',
  'readerFrame.allDocs': 'Alle Docs',
  'readerStyles.closeAll': 'Alle schließen',
  'readerStyles.openAll': 'Alle öffnen',
  'readingWidthSetting.readingWidth': 'Lesebreite',
  'readingWidthSetting.shortLines': 'Kurze Zeilen',
  'readingWidthSetting.wholePage': 'Ganze Seite',
  'recentDocs.recentlyRead': 'Zuletzt gelesen',
  'recentDocs.thePagesYouReadAre': 'Hier stehen die Seiten, die du liest.',
  'siteHeader.about': 'Über',
  'siteHeader.lifecycle': 'Lifecycle',
  'siteHeader.owner': 'Owner',
  'siteHeader.source': 'Quelle',
  'siteSearch.searchThisDocumentation': 'Diese Dokumentation durchsuchen',
  'siteSearch.theSearchDoesNotAnswer':
    'Die Suche antwortet nicht. Versuche es gleich noch einmal.',
  'starSite.removeTheStar': 'Favorit entfernen',
  'starSite.star': 'Favorisieren',
  'starredDocs.starred': 'Favoriten',
  'starredDocs.theStarBesideASite':
    'Dokumentation, die du hier oder oben auf ihren Seiten favorisierst, steht hier.',
  'startDocsLink.itsOwnersCanWriteIt': 'Die Owner können sie hier schreiben.',
  'startDocsLink.writeTheFirstPage': 'Erste Seite schreiben',
  'undocumentedPanel.howDocumentationIsAdded': 'So kommt Dokumentation dazu',
  'undocumentedPanel.withoutDocumentation': 'Ohne Dokumentation',
  'undocumentedPanel.writeTheFirstPage': 'Erste Seite schreiben',
  'undocumentedPanel.writeTheFirstPageOf':
    'Erste Seite von {{title}} schreiben',
} satisfies Translated<typeof en>;
