import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'breakingChangesCard.andMore': 'und {{number}} weitere',
  'breakingChangesCard.breaking': '{{number}} brechend',
  'breakingChangesCard.breakingChangesInApisYou':
    'Breaking Changes in APIs, die du nutzt',
  'breakingChangesCard.inTheLastDays': 'In den letzten {{breakingDays}} Tagen',
  'changeGroups.andMore': 'und {{more}} weitere',
  'changeGroups.breaking': 'Brechend',
  'changeGroups.breakingConsumersThatFollowThe':
    '{{breaking}} brechend: Consumer, die der alten Definition folgen, funktionieren nicht mehr',
  'changeGroups.compatible': 'Verträglich',
  'changeGroups.nothingBreaksConsumersThatFollow':
    'Für Consumer, die der alten Definition folgen, bricht nichts',
  'changeGroups.ofChangesAreListedThe':
    '{{changesCount}} von {{total}} Änderungen stehen hier, die schlimmsten zuerst.',
  'changeGroups.risky': 'Riskant',
  'changeGroups.riskyCompatible':
    '{{risky}} riskant, {{compatible}} verträglich',
  'changeGroups.theWholeApi': 'Die ganze API',
  'comparison.bothMeanTheSame': 'Beide bedeuten dasselbe',
  'comparison.changes': 'Änderungen',
  'comparison.changesFrom': 'Änderungen von',
  'comparison.lineByLine': 'Zeile für Zeile',
  'comparison.lookAtWhatChangedLine':
    '{{reason}} Sieh dir stattdessen an, was sich Zeile für Zeile geändert hat.',
  'comparison.nothingToCompareWith': 'Nichts zum Vergleichen',
  'comparison.onlyWhatDoesNotMatter':
    'Anders ist nur, was für Consumer keine Rolle spielt, etwa die Reihenfolge der Operationen oder Kommentare.',
  'comparison.thereIsNoValidVersion':
    'Vor dieser gibt es keine gültige Version. Sobald sich die Definition ändert, stehen Änderungen hier.',
  'comparison.theseVersionsCannotBeCompared':
    'Diese Versionen lassen sich nicht inhaltlich vergleichen',
  'comparison.to': 'bis',
  'comparison.view': 'Ansicht',
  'describeVersion.breaking': '{{breaking}} brechend',
  'describeVersion.compatible': '{{compatible}} verträglich',
  'describeVersion.firstVersion': 'Erste Version',
  'describeVersion.notCompared': 'Nicht verglichen',
  'describeVersion.notValid': 'Nicht gültig',
  'describeVersion.notValidLine': 'Nicht gültig, Zeile {{line}}',
  'describeVersion.risky': '{{risky}} riskant',
  'describeVersion.sameMeaning': 'Gleiche Bedeutung',
  'historyContent.noVersionHasBeenKept': 'Noch keine Version gespeichert',
  'historyContent.thePortalKeepsAVersion':
    'Das Portal speichert eine Version, wenn es eine Definition zum ersten Mal sieht und wann immer sich ihre Bedeutung ändert. Das dauert bis zu einer Minute nach einem Commit; die Seite zeigt es von selbst.',
  'lastChangeCard.lastChange': 'Letzte Änderung',
  'lastChangeCard.noVersionHasBeenKept': 'Noch keine Version gespeichert',
  'lastChangeCard.seeTheHistory': 'Verlauf ansehen',
  'lastChangeCard.seeWhatChanged': 'Änderungen ansehen',
  'lastChangeCard.thePortalKeepsTheDefinition':
    'Das Portal speichert die Definition binnen einer Minute, nachdem es sie gesehen hat.',
  'lastChangeCard.version': 'Version {{version}}, {{relativeTime}}',
  'lineDiff.lineByLine': 'Zeile für Zeile',
  'lineDiff.linesAddedRemoved':
    'Zeilen: {{addedLines}} hinzugefügt, {{removedLines}} entfernt',
  'lineDiff.theTextsAreTheSame': 'Die Texte sind gleich',
  'lineDiff.theTwoVersionsDoNot':
    'Die beiden Versionen unterscheiden sich in keiner Zeile.',
  'lineDiff.thereIsMoreThatDiffers':
    'Es unterscheidet sich mehr, als hier stehen kann.',
  'versionList.byCommit': 'durch Commit {{commit}}',
  'versionList.showOlderVersions': 'Ältere Versionen anzeigen',
  'versionList.versions': 'Versionen',
  'versionList.versions2': 'Versionen {{text}}',
} satisfies Translated<typeof en>;
