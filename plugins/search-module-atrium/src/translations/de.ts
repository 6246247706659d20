import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'countSentence.moreResults': 'Weitere Ergebnisse',
  'countSentence.noResults': 'Keine Ergebnisse',
  'countSentence.results_one': '{{count}} Ergebnis',
  'countSentence.results_other': '{{count}} Ergebnisse',
  'countSentence.theFirstResults': 'Die ersten {{hitsCount}} Ergebnisse',
  'noResults.clearTabAndFilters': 'Tab und Filter zurücksetzen',
  'noResults.elsewhere':
    'Anderswo gibt es Ergebnisse, zum Beispiel {{title}} ({{label}}).',
  'noResults.lookForATypingMistake':
    'Prüfe auf Tippfehler; ähnliche Namen wurden schon probiert.',
  'noResults.nothingFitsTheseFilters': 'Nichts passt zu diesen Filtern',
  'noResults.nothingFoundFor': 'Keine Ergebnisse für „{{term}}“',
  'noResults.nothingIn': 'Keine Ergebnisse in {{tab}}',
  'noResults.nothingInForFilters':
    'Keine Ergebnisse in {{tab}} mit diesen Filtern',
  'noResults.searchEverywhere': 'Überall suchen',
  'noResults.searchForWhatItIs':
    'Suche nach einem Namen ({{code}}), nach dem, was etwas anbietet ({{code2}}), oder nach Wörtern aus den Docs.',
  'noResults.useFewerOrOtherWords':
    'Nimm weniger oder andere Wörter. Der Wortanfang genügt.',
  'noResults.whatYouMayNotSee': 'Gefunden wird nur, worauf du Zugriff hast.',
  'quickSearchDialog.search': 'Suchen',
  'quickSearchField.search': 'Suchen',
  'quickSearchField.searchOrSayWhatYou':
    'Suchen, oder eingeben, was du tun willst',
  'quickSearchList.itsOwner': 'der Owner',
  'quickSearchList.onlyCanDoThisEnter':
    'Nur {{owner}} kann das. Enter öffnet die Seite dazu',
  'quickSearchList.results': 'Ergebnisse',
  'quickSearchMessage.exampleAction': 'Deployments von payment-service',
  'quickSearchMessage.examples':
    'Ein Name wie {{name}}, eine Operation wie {{operation}}, Wörter aus den Docs oder was du tun willst: {{action}}.',
  'quickSearchMessage.keys':
    '{{up}} {{down}} zum Auswählen, {{enter}} zum Öffnen, {{escape}} zum Schließen',
  'quickSearchMessage.nothingFoundForTheBeginning':
    'Keine Ergebnisse für {{q}}. Der Wortanfang genügt.',
  'quickSearchMessage.nothingHasAllOfThese':
    'Nichts enthält alles von {{q}}. Ergebnisse für {{text}}:',
  'quickSearchMessage.results_one': '{{count}} Ergebnis',
  'quickSearchMessage.results_other': '{{count}} Ergebnisse',
  'quickSearchMessage.searching': 'Suche läuft',
  'quickSearchMessage.theSearchDidNotAnswer':
    'Die Suche hat nicht geantwortet: {{message}}',
  'resultPager.next': 'Weiter',
  'resultPager.pagesOfResults': 'Ergebnisseiten',
  'resultPager.previous': 'Zurück',
  'resultRow.deprecated': 'veraltet',
  'searchFilters.anyOwner': 'Alle Owner',
  'searchFilters.anySystem': 'Alle Systeme',
  'searchFilters.owner': 'Owner',
  'searchFilters.system': 'System',
  'searchHit.docsOf': 'Docs von {{entity}}',
  'searchHit.element.channel': 'Channel',
  'searchHit.element.element': 'Element',
  'searchHit.element.message': 'Nachricht',
  'searchHit.element.method': 'Methode',
  'searchHit.element.operation': 'Operation',
  'searchHit.element.schema': 'Schema',
  'searchHit.element.type': 'Typ',
  'searchHit.of': '{{element}} von {{api}}',
  'searchIntroduction.aNameWrittenAsYou': 'ein Name, in jeder Schreibweise',
  'searchIntroduction.anOperationOfAnApi': 'eine Operation einer API',
  'searchIntroduction.theSearchKnowsServicesApis':
    'Du findest Services, APIs mit ihren Operationen und Schemas, Docs, Templates, Personen und Teams. Zum Beispiel:',
  'searchIntroduction.whatAreYouLookingFor': 'Was suchst du?',
  'searchIntroduction.wordsFromTheDocumentation': 'Wörter aus den Docs',
  'searchPage.aNameAnOperationSuch':
    'Ein Name, eine Operation wie POST /refunds oder Wörter aus den Docs',
  'searchPage.kindsOfResults': 'Arten von Ergebnissen',
  'searchPage.search': 'Suchen',
  'searchResults.nothingHasAllOfThese':
    'Nichts enthält alles von {{q}}. Ergebnisse für {{text}}:',
  'searchResults.results': 'Ergebnisse',
  'searchTabs.all': 'Alle',
  'searchTabs.apis': 'APIs',
  'searchTabs.docs': 'Docs',
  'searchTabs.people': 'Personen',
  'searchTabs.software': 'Software',
  'searchTabs.templates': 'Templates',
  'shortcutSheet.choose': 'Auswählen',
  'shortcutSheet.close': 'Schließen',
  'shortcutSheet.ctrl': 'Strg',
  'shortcutSheet.inTheSearch': 'In der Suche',
  'shortcutSheet.keyboardShortcuts': 'Tastenkürzel',
  'shortcutSheet.onAnyPage': 'Auf jeder Seite',
  'shortcutSheet.open': 'Öffnen',
  'shortcutSheet.openInANewTab': 'In neuem Tab öffnen',
  'shortcutSheet.or': 'oder',
  'shortcutSheet.searchAndDo': 'Suchen und Aktionen ausführen',
  'shortcutSheet.showTheseShortcuts': 'Diese Tastenkürzel zeigen',
  'shortcutSheet.skipToContentAsThe':
    'Zum Inhalt springen (erste Taste auf einer Seite)',
  'usePalette.actions': 'Aktionen',
  'usePalette.recentPages': 'Zuletzt besucht',
  'usePalette.results': 'Ergebnisse',
  'usePalette.seeAllResultsFor': 'Alle Ergebnisse für „{{term}}“',
} satisfies Translated<typeof en>;
