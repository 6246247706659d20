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
  'cost.refusal.acknowledge':
    'Nur die Owner von {{name}} dürfen sagen, warum es mehr kostet. Wende dich an {{owners}}',
  'cost.refusal.allocated': 'Nur Finance darf sehen, was Regeln zuordnen',
  'cost.refusal.bills':
    'Rechnungen sind für die Finance-Gruppen und die Administratoren des Portals',
  'cost.refusal.budget':
    'Das Budget von {{name}} dürfen nur die Owner und Finance festlegen. Wende dich an {{owners}}',
  'cost.refusal.entityRows':
    'Nur Owner von {{name}} und Finance dürfen die Zeilen der Rechnung sehen. Wende dich an {{owners}}',
  'cost.refusal.entityTotals':
    'Nur Owner von {{name}} und Finance dürfen sehen, was es kostet. Wende dich an {{owners}}',
  'cost.refusal.import':
    'Rechnungen bringen die Finance-Gruppen und die Administratoren des Portals ein',
  'cost.refusal.rows':
    'Nur Finance darf die Zeilen aller Rechnungen sehen; frage nach denen einer Entität, die dir gehört',
  'cost.refusal.totals':
    'Nur Finance darf sehen, was die ganze Organisation kostet',
  'cost.refusal.unallocated':
    'Nur Finance darf sehen, was keine Regel zuordnet',
  'cost.saving.atListPrices': '{{service}} von {{provider}} zum Listenpreis',
  'cost.saving.expired': 'Der Lease ist abgelaufen',
  'cost.saving.expiredOn':
    'Der Lease ist am {{endedOn}} abgelaufen; entfernt wird die Ressource am {{removedOn}}',
  'cost.saving.idle':
    'Sie ist stillgelegt und nicht nutzbar, kostet aber weiter Geld',
  'cost.saving.notUsed':
    'Commitments wurden in den letzten {{days}} Tagen bezahlt und nicht genutzt',
  'cost.saving.serviceOf': '{{service}} von {{provider}}',
  'cost.saving.usedAtListPrice':
    'An jedem der letzten {{days}} Tage genutzt; Commitments desselben Service kosten {{share}} weniger als der Listenpreis',
} satisfies Translated<typeof en>;
