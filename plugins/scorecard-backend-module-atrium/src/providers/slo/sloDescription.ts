import { DAY_MS } from '../../facts/elapsed';
import { describeProvider } from '../../facts/describeProvider';

/** What is known of the SLOs of an entity. */
export const sloDescription = describeProvider({
  id: 'slo',
  title: 'Service levels',
  description: 'How the SLOs of an entity stand, as the SLO pages show them.',
  freshnessMs: DAY_MS,
  facts: {
    count: {
      type: 'integer',
      title: 'SLOs',
      description: 'How many SLOs the entity has; 0 when it has none.',
      unit: 'SLOs',
      example: 2,
    },
    breached: {
      type: 'integer',
      title: 'Breached SLOs',
      description: 'How many have spent their error budget.',
      unit: 'SLOs',
      example: 0,
    },
    atRisk: {
      type: 'integer',
      title: 'SLOs at risk',
      description: 'How many spend their error budget too fast.',
      unit: 'SLOs',
      example: 1,
    },
    withoutData: {
      type: 'integer',
      title: 'SLOs without data',
      description: 'How many were not measured in their window.',
      unit: 'SLOs',
      example: 0,
    },
    lowestBudgetPercent: {
      type: 'number',
      title: 'Lowest error budget left',
      description:
        'The least of all objectives; below 0 where more than the budget is spent. Left out where nothing was measured.',
      unit: 'percent',
      example: 73.5,
    },
    hasAlerting: {
      type: 'boolean',
      title: 'Every SLO alerts',
      description:
        'Whether somebody is told when an objective of any SLO burns its budget too fast: by its alert policies, or by the windows that the portal watches without one. Left out without an SLO.',
      example: true,
    },
    firingAlerts: {
      type: 'integer',
      title: 'Firing alerts',
      description: 'How many alerts of its SLOs are firing now.',
      unit: 'alerts',
      example: 0,
    },
    coveragePercent: {
      type: 'number',
      title: 'Lowest coverage',
      description:
        'The part of the window with data, of the objective with the least. Left out before the first evaluation.',
      unit: 'percent',
      example: 99.8,
    },
    fileProblems: {
      type: 'integer',
      title: 'Problems in SLO files',
      description: 'How many problems its SLO files have.',
      unit: 'problems',
      example: 0,
    },
  },
});
