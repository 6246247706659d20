export default {
  'cost.anomaly.day': '{{name}} cost {{excess}} more than usual on {{day}}',
  'cost.anomaly.days':
    '{{name}} cost {{excess}} more than usual from {{from}} to {{to}}',
  'cost.anomaly.drivers': 'Most of it: {{drivers}}',
  'cost.budget.expectedAmount': '{{used}} of {{budget}}; {{soFar}} so far',
  'cost.budget.expectedShare':
    '{{name}} is expected to use {{share}} of its budget for {{month}}',
  'cost.budget.usedAmount': '{{used}} of {{budget}}',
  'cost.budget.usedShare':
    '{{name}} has used {{share}} of its budget for {{month}}',
  'cost.refusal.acknowledge':
    'Only the owners of {{name}} may say why it costs more: ask {{owners}}',
  'cost.refusal.allocated': 'Only finance may read what rules allocate',
  'cost.refusal.bills':
    'Bills are for the finance groups and the administrators of the portal',
  'cost.refusal.budget':
    'Only the owners of {{name}} and finance may set its budget: ask {{owners}}',
  'cost.refusal.entityRows':
    'Only owners of {{name}} and finance may read the rows of its bill: ask {{owners}}',
  'cost.refusal.entityTotals':
    'Only owners of {{name}} and finance may read what it costs: ask {{owners}}',
  'cost.refusal.import':
    'Bills are brought in by the finance groups and the administrators of the portal',
  'cost.refusal.rows':
    'Only finance may read the rows of every bill; ask for those of an entity that you own',
  'cost.refusal.totals':
    'Only finance may read what the whole organisation costs',
  'cost.refusal.unallocated': 'Only finance may read what no rule allocates',
  'cost.saving.atListPrices': '{{service}} of {{provider}} at list prices',
  'cost.saving.expired': 'Its lease ended',
  'cost.saving.expiredOn':
    'Its lease ended on {{endedOn}}; it is removed on {{removedOn}}',
  'cost.saving.idle':
    'It is suspended and cannot be used, but it still costs money',
  'cost.saving.notUsed':
    'Commitments were paid for and not used in the last {{days}} days',
  'cost.saving.serviceOf': '{{service}} of {{provider}}',
  'cost.saving.usedAtListPrice':
    'Used on each of the last {{days}} days; commitments of the same service cost {{share}} less than list prices',
} as const;
