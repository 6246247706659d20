export default {
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
} as const;
