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
  'cost.refusal.allocated': 'Only finance may read what rules allocate',
  'cost.refusal.bills':
    'Bills are for the finance groups and the administrators of the portal',
  'cost.refusal.entityRows':
    "Only owners of '{{entityRef}}' and finance may read the rows of its bill",
  'cost.refusal.entityTotals':
    "Only owners of '{{entityRef}}' and finance may read what it costs",
  'cost.refusal.rows':
    'Only finance may read the rows of every bill; ask for those of an entity that you own',
  'cost.refusal.totals':
    'Only finance may read what the whole organisation costs',
  'cost.refusal.unallocated': 'Only finance may read what no rule allocates',
} as const;
