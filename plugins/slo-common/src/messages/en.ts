import { budgetMessages } from '../words/budgetMessages';

export default {
  ...budgetMessages.en,
  'slo.alert.burnRates': 'It burns {{rates}}.',
  'slo.alert.dataComesInAgain': 'Data comes in again.',
  'slo.alert.fires': 'Error budget burns fast: {{slo}} of {{entity}}',
  'slo.alert.noData': 'No data: {{slo}} of {{entity}}',
  'slo.alert.notMeasured': 'Nothing was measured.',
  'slo.alert.notMeasuredForDays_one': 'Nothing was measured in the last day.',
  'slo.alert.notMeasuredForDays_other':
    'Nothing was measured in the last {{count}} days.',
  'slo.alert.notMeasuredForHours_one': 'Nothing was measured in the last hour.',
  'slo.alert.notMeasuredForHours_other':
    'Nothing was measured in the last {{count}} hours.',
  'slo.alert.notMeasuredForMinutes_one':
    'Nothing was measured in the last minute.',
  'slo.alert.notMeasuredForMinutes_other':
    'Nothing was measured in the last {{count}} minutes.',
  'slo.alert.rateForDays_one': '{{rate}}× in the last day',
  'slo.alert.rateForDays_other': '{{rate}}× in the last {{count}} days',
  'slo.alert.rateForHours_one': '{{rate}}× in the last hour',
  'slo.alert.rateForHours_other': '{{rate}}× in the last {{count}} hours',
  'slo.alert.rateForMinutes_one': '{{rate}}× in the last minute',
  'slo.alert.rateForMinutes_other': '{{rate}}× in the last {{count}} minutes',
  'slo.alert.resolved': 'Resolved: {{slo}} of {{entity}}',
  'slo.delivery.answered': "The target '{{target}}' answered with {{status}}",
  'slo.delivery.changed': 'The alert changed before it could be sent',
  'slo.delivery.neverAnnounced': 'It was not told that the alert fired',
  'slo.delivery.noOwner': "'{{entity}}' has no owner",
  'slo.delivery.noTarget':
    "The configuration has no target '{{target}}' any more",
  'slo.refusal.change':
    'Only the owners of {{name}} can change its SLOs: ask {{owners}}',
  'slo.refusal.exclusionNotFound': "No exclusion with id '{{id}}'",
  'slo.refusal.exclusionRemoved': "Exclusion '{{id}}' was removed already",
  'slo.refusal.noSlo': "'{{entityRef}}' has no SLO '{{slo}}'",
  'slo.refusal.sloNotFound': "No SLO with id '{{id}}'",
  'slo.refusal.sources':
    'Only administrators of the portal may see how the sources are doing',
  'slo.refusal.tooManySteps':
    'The period has more than {{steps}} steps; choose a longer step',
  'slo.refusal.until':
    "'until' must be in the future, and within 31 days from now",
  'slo.sentence': '{{text}}.',
} as const;
