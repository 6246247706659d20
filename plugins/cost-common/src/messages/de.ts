import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'cost.anomaly.day':
    '{{name}} hat am {{day}} {{excess}} mehr gekostet als üblich',
  'cost.anomaly.days':
    '{{name}} hat vom {{from}} bis zum {{to}} {{excess}} mehr gekostet als üblich',
  'cost.anomaly.drivers': 'Das meiste davon: {{drivers}}',
  'cost.budget.expectedAmount': '{{used}} von {{budget}}; bisher {{soFar}}',
  'cost.budget.expectedShare':
    '{{name}} wird voraussichtlich {{share}} des Budgets für {{month}} verbrauchen',
  'cost.budget.usedAmount': '{{used}} von {{budget}}',
  'cost.budget.usedShare':
    '{{name}} hat {{share}} des Budgets für {{month}} verbraucht',
  'cost.refusal.allocated': 'Nur Finance darf sehen, was Regeln zuordnen',
  'cost.refusal.bills':
    'Rechnungen sind für die Finance-Gruppen und die Administratoren des Portals',
  'cost.refusal.entityRows':
    'Nur Owner von „{{entityRef}}“ und Finance dürfen die Zeilen der Rechnung sehen',
  'cost.refusal.entityTotals':
    'Nur Owner von „{{entityRef}}“ und Finance dürfen sehen, was es kostet',
  'cost.refusal.rows':
    'Nur Finance darf die Zeilen aller Rechnungen sehen; frage nach denen einer Entität, die dir gehört',
  'cost.refusal.totals':
    'Nur Finance darf sehen, was die ganze Organisation kostet',
  'cost.refusal.unallocated':
    'Nur Finance darf sehen, was keine Regel zuordnet',
} satisfies Translated<typeof en>;
