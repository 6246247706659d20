export default {
  'scorecard.change.checkAdded': 'Check "{{check}}" added',
  'scorecard.change.checkRemoved': 'Check "{{check}}" removed',
  'scorecard.change.field': '{{field}} changed from {{from}} to {{to}}',
  'scorecard.change.field.check.appliesTo': 'scope',
  'scorecard.change.field.check.category': 'category',
  'scorecard.change.field.check.countsFrom': 'first day that counts',
  'scorecard.change.field.check.effort': 'effort',
  'scorecard.change.field.check.expression': 'expression',
  'scorecard.change.field.check.level': 'level',
  'scorecard.change.field.check.owner': 'owner',
  'scorecard.change.field.check.title': 'title',
  'scorecard.change.field.check.weight': 'weight',
  'scorecard.change.field.scorecard.appliesTo': 'Rated entities',
  'scorecard.change.field.scorecard.description': 'Description',
  'scorecard.change.field.scorecard.levels': 'Levels',
  'scorecard.change.field.scorecard.owner': 'Owner',
  'scorecard.change.field.scorecard.title': 'Title',
  'scorecard.change.first': 'Published for the first time',
  'scorecard.change.fix': 'fix changed',
  'scorecard.change.looks': 'Levels look different',
  'scorecard.change.none': 'none',
  'scorecard.change.ofCheck': 'Check "{{check}}": {{change}}',
  'scorecard.change.order': 'Order of checks changed',
  'scorecard.change.text': 'description changed',
  'scorecard.exemption.asks_one':
    '{{person}} asks to exempt {{entity}} from "{{check}}" for {{count}} day',
  'scorecard.exemption.asks_other':
    '{{person}} asks to exempt {{entity}} from "{{check}}" for {{count}} days',
  'scorecard.exemption.ended':
    'The exemption of {{entity}} from "{{check}}" has ended',
  'scorecard.exemption.granted':
    '{{person}} granted the exemption of {{entity}} from "{{check}}"',
  'scorecard.exemption.refused':
    '{{person}} refused the exemption of {{entity}} from "{{check}}"',
  'scorecard.exemption.revoked':
    '{{person}} revoked the exemption of {{entity}} from "{{check}}"',
  'scorecard.exemption.withdrawn':
    '{{person}} withdrew the exemption of {{entity}} from "{{check}}"',
  'scorecard.initiative.cancelled': '{{title}} was cancelled',
  'scorecard.initiative.daysToGo_one': '{{count}} day to go',
  'scorecard.initiative.daysToGo_other': '{{count}} days to go',
  'scorecard.initiative.done': '{{title}} is done',
  'scorecard.initiative.dueToday': 'due today',
  'scorecard.initiative.goal': '{{goal}}',
  'scorecard.initiative.goalBy': '{{goal}} by {{day}}: {{services}}',
  'scorecard.initiative.goalIsGone':
    '"{{scorecard}}" does not have its goal any more',
  'scorecard.initiative.scopeIsGone':
    'It is about services by a fact that the portal no longer has',
  'scorecard.initiative.left_one':
    '{{title}}: {{count}} of your services is left, {{due}}',
  'scorecard.initiative.left_other':
    '{{title}}: {{count}} of your services are left, {{due}}',
  'scorecard.initiative.missed': '{{title}} was missed',
  'scorecard.initiative.reached':
    '{{reached}} of {{total}} services reached its goal, {{exempt}} of them by an exemption',
  'scorecard.level.failsNow': 'Fails now: {{checks}}',
  'scorecard.level.fell':
    '{{entity}} fell from {{from}} to {{to}} in "{{scorecard}}"',
  'scorecard.level.none': 'no level',
  'scorecard.level.rulesChanged':
    'The rules of "{{scorecard}}" changed: {{entity}} fell from {{from}} to {{to}}',
  'scorecard.level.rulesChangedForSome':
    'The rules of "{{scorecard}}" changed: {{number}} of your services fell to a lower level',
  'scorecard.level.services': '{{services}}',
  'scorecard.level.someFell':
    '{{number}} of your services fell to a lower level in "{{scorecard}}"',
  'scorecard.refusal.decide':
    'You may not decide about this exemption: ask {{owners}}, who owns the scorecard',
  'scorecard.refusal.decideAny': 'You may not decide about exemptions',
  'scorecard.refusal.decideOwn':
    'You asked for this exemption, so somebody else of {{owners}} has to decide about it',
  'scorecard.refusal.dueInPast': "'dueOn': must not be in the past",
  'scorecard.refusal.exemptAlready':
    '\'{{entityRef}}\' is exempt from "{{check}}" already, or waits for that',
  'scorecard.refusal.exemptionIs.expired': 'The exemption has ended',
  'scorecard.refusal.exemptionIs.granted': 'The exemption was granted',
  'scorecard.refusal.exemptionIs.refused': 'The exemption was refused',
  'scorecard.refusal.exemptionIs.revoked': 'The exemption was revoked',
  'scorecard.refusal.exemptionIs.waiting': 'The exemption waits for a decision',
  'scorecard.refusal.exemptionIs.withdrawn': 'The exemption was withdrawn',
  'scorecard.refusal.exemptionNotFound': "No exemption with id '{{id}}'",
  'scorecard.refusal.expression': "'scope.appliesTo': {{problem}}",
  'scorecard.refusal.fileIsThere':
    "'{{path}}' is there already, and nothing is replaced",
  'scorecard.refusal.initiativeIs.cancelled':
    'The initiative is over: it was cancelled',
  'scorecard.refusal.initiativeIs.done': 'The initiative is over: it is done',
  'scorecard.refusal.initiativeIs.missed':
    'The initiative is over: it was missed',
  'scorecard.refusal.initiativeNotFound': "No initiative with id '{{id}}'",
  'scorecard.refusal.manageAny': 'You may not manage initiatives',
  'scorecard.refusal.manageInitiative':
    'You may not manage this initiative: ask {{owners}}, who owns the scorecard, or who runs the portal',
  'scorecard.refusal.manageOrphan':
    'You may not manage this initiative: ask who runs the portal',
  'scorecard.refusal.newOwners':
    "'{{entityRef}}' has other owners than when this was asked for: refuse it, and have them ask",
  'scorecard.refusal.noCheck':
    '"{{scorecard}}" does not have the check "{{check}}" any more',
  'scorecard.refusal.noFile': '"{{check}}" is not mended by a file',
  'scorecard.refusal.noScorecard':
    "'scorecard': there is no scorecard '{{scorecard}}'",
  'scorecard.refusal.notApplicable':
    '"{{check}}" does not apply to \'{{entityRef}}\'',
  'scorecard.refusal.notFound': "No scorecard '{{scorecard}}'",
  'scorecard.refusal.notInRepository':
    "The scorecard '{{scorecard}}' is not written in a repository, but in '{{source}}': who runs the portal changes it there",
  'scorecard.refusal.notNamed':
    "Nothing in the catalog that you may see names the file of the scorecard '{{scorecard}}'",
  'scorecard.refusal.notRated':
    "'{{scorecard}}' does not rate '{{entityRef}}' by a check '{{check}}'",
  'scorecard.refusal.passes': '\'{{entityRef}}\' passes "{{check}}"',
  'scorecard.refusal.proposeFile':
    'Only the owners of {{name}} can propose files for it: ask {{owners}}',
  'scorecard.refusal.proposeScorecard':
    'Only the owners of {{name}} can change its scorecards: ask {{owners}}',
  'scorecard.refusal.requestExemption':
    'Only the owners of {{name}} can ask for its exemptions: ask {{owners}}',
  'scorecard.refusal.unknownChecks':
    "'goal': the scorecard has no check '{{names}}'",
  'scorecard.refusal.unknownLevel':
    "'goal': the scorecard has no level '{{name}}'",
  'scorecard.refusal.withdraw': 'Only {{owners}} can withdraw this exemption',
} as const;
