export default {
  'sla.refusal.agreementNotFound': "No agreement with id '{{id}}'",
  'sla.refusal.change':
    'Only the owners of {{name}} can change its agreements: ask {{owners}}',
  'sla.refusal.closed': '{{month}} was closed already',
  'sla.refusal.lostMinutes':
    '{{month}} was not closed. It can no longer be measured: its counts by the minute have been deleted, and its days or exclusions do not start and end on the hour. Change the time zone of the agreement or the exclusions to full hours. To keep minutes longer, ask the administrators of the portal',
  'sla.refusal.noObjective': "SLO '{{slo}}' has no objective '{{objective}}'",
  'sla.refusal.noReport': "'{{agreement}}' has no report for {{month}}",
  'sla.refusal.noSlo': "'{{entityRef}}' has no SLO '{{slo}}'",
  'sla.refusal.notOver': '{{month}} is not over yet',
  'sla.refusal.validTo': "'validTo' must not be before 'validFrom'",
} as const;
