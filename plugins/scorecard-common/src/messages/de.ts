import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'scorecard.exemption.asks_one':
    '{{person}} bittet für {{count}} Tag um eine Ausnahme für {{entity}} von „{{check}}“',
  'scorecard.exemption.asks_other':
    '{{person}} bittet für {{count}} Tage um eine Ausnahme für {{entity}} von „{{check}}“',
  'scorecard.exemption.ended':
    'Die Ausnahme für {{entity}} von „{{check}}“ ist abgelaufen',
  'scorecard.exemption.granted':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ gewährt',
  'scorecard.exemption.refused':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ abgelehnt',
  'scorecard.exemption.revoked':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ widerrufen',
  'scorecard.exemption.withdrawn':
    '{{person}} hat die Ausnahme für {{entity}} von „{{check}}“ zurückgezogen',
  'scorecard.initiative.cancelled': '{{title}} wurde abgebrochen',
  'scorecard.initiative.daysToGo_one': 'noch {{count}} Tag',
  'scorecard.initiative.daysToGo_other': 'noch {{count}} Tage',
  'scorecard.initiative.done': '{{title}} ist geschafft',
  'scorecard.initiative.dueToday': 'fällig heute',
  'scorecard.initiative.goal': '{{goal}}',
  'scorecard.initiative.goalBy': '{{goal}} bis {{day}}: {{services}}',
  'scorecard.initiative.goalIsGone': '„{{scorecard}}“ hat das Ziel nicht mehr',
  'scorecard.initiative.left_one':
    '{{title}}: {{count}} deiner Services fehlt, {{due}}',
  'scorecard.initiative.left_other':
    '{{title}}: {{count}} deiner Services fehlen, {{due}}',
  'scorecard.initiative.missed': '{{title}} wurde verfehlt',
  'scorecard.initiative.reached':
    '{{reached}} von {{total}} Services haben das Ziel erreicht, {{exempt}} davon durch eine Ausnahme',
  'scorecard.level.failsNow': 'Jetzt nicht bestanden: {{checks}}',
  'scorecard.level.fell':
    '{{entity}} ist in „{{scorecard}}“ von {{from}} auf {{to}} gefallen',
  'scorecard.level.none': 'kein Level',
  'scorecard.level.rulesChanged':
    'Die Regeln von „{{scorecard}}“ haben sich geändert: {{entity}} ist von {{from}} auf {{to}} gefallen',
  'scorecard.level.rulesChangedForSome':
    'Die Regeln von „{{scorecard}}“ haben sich geändert: {{number}} deiner Services sind auf ein niedrigeres Level gefallen',
  'scorecard.level.services': '{{services}}',
  'scorecard.level.someFell':
    '{{number}} deiner Services sind in „{{scorecard}}“ auf ein niedrigeres Level gefallen',
} satisfies Translated<typeof en>;
