export default {
  'breakingChangesCard.andMore': 'and {{number}} more',
  'breakingChangesCard.breaking': '{{number}} breaking',
  'breakingChangesCard.breakingChangesInApisYou':
    'Breaking changes in APIs you consume',
  'breakingChangesCard.inTheLastDays': 'In the last {{breakingDays}} days',
  'changeGroups.andMore': 'and {{more}} more',
  'changeGroups.breaking': 'Breaking',
  'changeGroups.breakingConsumersThatFollowThe':
    '{{breaking}} breaking: consumers of the old definition stop working',
  'changeGroups.compatible': 'Compatible',
  'changeGroups.nothingBreaksConsumersThatFollow':
    'Nothing breaks for consumers of the old definition',
  'changeGroups.ofChangesAreListedThe':
    '{{changesCount}} of {{total}} changes listed, worst first.',
  'changeGroups.risky': 'Risky',
  'changeGroups.riskyCompatible': '{{risky}} risky, {{compatible}} compatible',
  'changeGroups.theWholeApi': 'The whole API',
  'comparison.bothMeanTheSame': 'No change in meaning',
  'comparison.changes': 'Changes',
  'comparison.changesFrom': 'Changes from',
  'comparison.lineByLine': 'Line by line',
  'comparison.lookAtWhatChangedLine':
    '{{reason}} Look at what changed line by line instead.',
  'comparison.nothingToCompareWith': 'Nothing to compare with',
  'comparison.onlyWhatDoesNotMatter':
    'The versions differ only in ways that do not matter to consumers, such as the order of operations or comments.',
  'comparison.thereIsNoValidVersion':
    'There is no valid version before this one. Changes will appear here once the definition changes.',
  'comparison.theseVersionsCannotBeCompared':
    'The meaning of these versions cannot be compared',
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
  'historyContent.noVersionHasBeenKept': 'No versions saved yet',
  'historyContent.thePortalKeepsAVersion':
    'The portal saves a version when it first sees a definition and whenever its meaning changes. This can take up to a minute after a commit; the page updates by itself.',
  'lastChangeCard.lastChange': 'Last change',
  'lastChangeCard.noVersionHasBeenKept': 'No versions saved yet',
  'lastChangeCard.seeTheHistory': 'See the history',
  'lastChangeCard.seeWhatChanged': 'See what changed',
  'lastChangeCard.thePortalKeepsTheDefinition':
    'The portal saves the definition within a minute of first seeing it.',
  'lastChangeCard.version': 'Version {{version}}, {{relativeTime}}',
  'lineDiff.lineByLine': 'Line by line',
  'lineDiff.linesAddedRemoved':
    'Lines: {{addedLines}} added, {{removedLines}} removed',
  'lineDiff.theTextsAreTheSame': 'The texts are identical',
  'lineDiff.theTwoVersionsDoNot': 'The two versions do not differ in any line.',
  'lineDiff.thereIsMoreThatDiffers':
    'There are more differences than can be listed here.',
  'versionList.byCommit': 'by commit {{commit}}',
  'versionList.showOlderVersions': 'Show older versions',
  'versionList.versions': 'Versions',
  'versionList.versions2': 'Versions {{text}}',
} as const;
