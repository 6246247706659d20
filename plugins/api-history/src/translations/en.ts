export default {
  'breakingChangesCard.andMore': 'and {{number}} more',
  'breakingChangesCard.breaking': '{{number}} breaking',
  'breakingChangesCard.breakingChangesInApisYou':
    'Breaking changes in APIs you consume',
  'breakingChangesCard.inTheLastDays': 'In the last {{breakingDays}} days',
  'changeGroups.andMore': 'and {{more}} more',
  'changeGroups.breaking': 'Breaking',
  'changeGroups.breakingConsumersThatFollowThe':
    '{{breaking}} breaking: consumers that follow the old definition stop working',
  'changeGroups.compatible': 'Compatible',
  'changeGroups.nothingBreaksConsumersThatFollow':
    'Nothing breaks consumers that follow the old definition',
  'changeGroups.ofChangesAreListedThe':
    '{{changesCount}} of {{total}} changes are listed, the worst first.',
  'changeGroups.risky': 'Risky',
  'changeGroups.riskyCompatible': '{{risky}} risky, {{compatible}} compatible',
  'changeGroups.theWholeApi': 'The whole API',
  'comparison.bothMeanTheSame': 'Both mean the same',
  'comparison.changes': 'Changes',
  'comparison.changesFrom': 'Changes from',
  'comparison.lineByLine': 'Line by line',
  'comparison.lookAtWhatChangedLine':
    '{{reason}} Look at what changed line by line instead.',
  'comparison.nothingToCompareWith': 'Nothing to compare with',
  'comparison.onlyWhatDoesNotMatter':
    'Only what does not matter to a consumer is different, such as the order of operations or comments.',
  'comparison.thereIsNoValidVersion':
    'There is no valid version before this one. Changes are shown here once the definition changes.',
  'comparison.theseVersionsCannotBeCompared':
    'These versions cannot be compared in meaning',
  'comparison.to': 'to',
  'comparison.view': 'View',
  'describeVersion.breaking': '{{breaking}} breaking',
  'describeVersion.compatible': '{{compatible}} compatible',
  'describeVersion.firstVersion': 'First version',
  'describeVersion.notCompared': 'Not compared',
  'describeVersion.notValid': 'Not valid',
  'describeVersion.notValidLine': 'Not valid, line {{line}}',
  'describeVersion.risky': '{{risky}} risky',
  'describeVersion.sameMeaning': 'Same meaning',
  'historyContent.noVersionHasBeenKept': 'No version has been kept yet',
  'historyContent.thePortalKeepsAVersion':
    'The portal keeps a version when it sees a definition for the first time and whenever it changes in meaning. That takes up to a minute after a commit; the page shows it by itself.',
  'lastChangeCard.lastChange': 'Last change',
  'lastChangeCard.noVersionHasBeenKept': 'No version has been kept yet',
  'lastChangeCard.seeTheHistory': 'See the history',
  'lastChangeCard.seeWhatChanged': 'See what changed',
  'lastChangeCard.thePortalKeepsTheDefinition':
    'The portal keeps the definition within a minute of seeing it.',
  'lastChangeCard.version': 'Version {{version}}, {{relativeTime}}',
  'lineDiff.lineByLine': 'Line by line',
  'lineDiff.linesAddedRemoved':
    'Lines: {{addedLines}} added, {{removedLines}} removed',
  'lineDiff.theTextsAreTheSame': 'The texts are the same',
  'lineDiff.theTwoVersionsDoNot': 'The two versions do not differ in any line.',
  'lineDiff.thereIsMoreThatDiffers':
    'There is more that differs than can be listed here.',
  'versionList.byCommit': 'by commit {{commit}}',
  'versionList.showOlderVersions': 'Show older versions',
  'versionList.versions': 'Versions',
  'versionList.versions2': 'Versions {{text}}',
} as const;
