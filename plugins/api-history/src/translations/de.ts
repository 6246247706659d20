import type { Translated } from '@atrium/ui';
import type en from './en';

export default {
  'breakingChangesCard.andMore': 'und {{number}} weitere',
  'breakingChangesCard.breaking': '{{number}} breaking',
  'breakingChangesCard.breakingChangesInApisYou':
    'Breaking Changes in APIs, die du nutzt',
  'breakingChangesCard.inTheLastDays': 'In den letzten {{breakingDays}} Tagen',
  'changeGroups.andMore': 'und {{more}} weitere',
  'changeGroups.breaking': 'Breaking',
  'changeGroups.breakingConsumersThatFollowThe':
    '{{breaking}} breaking: Consumer der alten Definition funktionieren nicht mehr',
  'changeGroups.compatible': 'Kompatibel',
  'changeGroups.nothingBreaksConsumersThatFollow':
    'Für Consumer der alten Definition geht nichts kaputt',
  'changeGroups.ofChangesAreListedThe':
    '{{changesCount}} von {{total}} Änderungen, die schlimmsten zuerst.',
  'changeGroups.risky': 'Riskant',
  'changeGroups.riskyCompatible':
    '{{risky}} riskant, {{compatible}} kompatibel',
  'changeGroups.theWholeApi': 'Die ganze API',
  'comparison.bothMeanTheSame': 'Keine inhaltliche Änderung',
  'comparison.changes': 'Änderungen',
  'comparison.changesFrom': 'Änderungen von',
  'comparison.lineByLine': 'Zeile für Zeile',
  'comparison.lookAtWhatChangedLine':
    '{{reason}} Sieh dir stattdessen an, was sich Zeile für Zeile geändert hat.',
  'comparison.nothingToCompareWith': 'Nichts zum Vergleichen',
  'comparison.onlyWhatDoesNotMatter':
    'Die Versionen unterscheiden sich nur in Dingen, die für Consumer keine Rolle spielen, etwa in der Reihenfolge der Operationen oder in Kommentaren.',
  'comparison.thereIsNoValidVersion':
    'Vor dieser gibt es keine gültige Version. Änderungen erscheinen hier, sobald sich die Definition ändert.',
  'comparison.theseVersionsCannotBeCompared':
    'Diese Versionen lassen sich nicht inhaltlich vergleichen',
  'comparison.to': 'bis',
  'comparison.view': 'Ansicht',
  'describeVersion.breaking': '{{breaking}} breaking',
  'describeVersion.compatible': '{{compatible}} kompatibel',
  'describeVersion.firstVersion': 'Erste Version',
  'describeVersion.notCompared': 'Nicht verglichen',
  'describeVersion.notValid': 'Nicht gültig',
  'describeVersion.notValidLine': 'Nicht gültig, Zeile {{line}}',
  'describeVersion.risky': '{{risky}} riskant',
  'describeVersion.sameMeaning': 'Gleiche Bedeutung',
  'historyContent.noVersionHasBeenKept': 'Noch keine Versionen gespeichert',
  'historyContent.thePortalKeepsAVersion':
    'Das Portal speichert eine Version, wenn es eine Definition zum ersten Mal sieht und immer, wenn sich ihr Inhalt ändert. Das dauert nach einem Commit bis zu einer Minute; die Seite aktualisiert sich von selbst.',
  'lastChangeCard.lastChange': 'Letzte Änderung',
  'lastChangeCard.noVersionHasBeenKept': 'Noch keine Versionen gespeichert',
  'lastChangeCard.seeTheHistory': 'Verlauf ansehen',
  'lastChangeCard.seeWhatChanged': 'Änderungen ansehen',
  'lastChangeCard.thePortalKeepsTheDefinition':
    'Das Portal speichert die Definition innerhalb einer Minute, nachdem es sie zum ersten Mal gesehen hat.',
  'lastChangeCard.version': 'Version {{version}}, {{relativeTime}}',
  'lineDiff.lineByLine': 'Zeile für Zeile',
  'lineDiff.linesAddedRemoved':
    'Zeilen: {{addedLines}} hinzugefügt, {{removedLines}} entfernt',
  'lineDiff.theTextsAreTheSame': 'Die Texte sind identisch',
  'lineDiff.theTwoVersionsDoNot':
    'Die beiden Versionen unterscheiden sich in keiner Zeile.',
  'lineDiff.thereIsMoreThatDiffers':
    'Es gibt mehr Unterschiede, als hier aufgelistet werden können.',
  'versionList.byCommit': 'durch Commit {{commit}}',
  'versionList.showOlderVersions': 'Ältere Versionen anzeigen',
  'versionList.versions': 'Versionen',
  'versionList.versions2': 'Versionen {{text}}',
} satisfies Translated<typeof en>;
