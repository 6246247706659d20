import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

/** What is known of how a component is built and deployed. */
export const deliveryDescription = describeProvider({
  id: 'delivery',
  title: 'Delivery',
  description:
    'Pipelines, deployments, incidents and the DORA metrics of the last 30 days. Nothing is there for a component that delivery has never heard of.',
  freshnessMs: DAY_MS,
  facts: {
    lastSuccessAt: {
      type: 'instant',
      title: 'Last successful run',
      description: 'When a pipeline passed on a main branch for the last time.',
      example: '2026-11-27T14:05:00.000Z',
    },
    daysSinceSuccess: {
      type: 'integer',
      title: 'Days since the last successful run',
      description: 'Left out where no run has passed.',
      unit: 'days',
      example: 1,
    },
    runs: {
      type: 'integer',
      title: 'Finished runs',
      description:
        'Runs on a main branch that passed or failed in the last 30 days.',
      unit: 'runs',
      example: 42,
    },
    failedRunsPercent: {
      type: 'number',
      title: 'Failed runs',
      description: 'How many of these failed. Left out without a run.',
      unit: 'percent',
      example: 4.8,
    },
    deploymentsPerDay: {
      type: 'number',
      title: 'Deployment frequency',
      description:
        'Deployments to production per day. Left out without a deployment.',
      unit: 'deployments per day',
      example: 0.7,
    },
    leadTimeHours: {
      type: 'number',
      title: 'Lead time for changes',
      description:
        'The median from the first commit of a change to production. Left out without a deployed change.',
      unit: 'hours',
      example: 20.5,
    },
    changeFailurePercent: {
      type: 'number',
      title: 'Change failure rate',
      description:
        'Deployments to production that failed. Left out without a deployment.',
      unit: 'percent',
      example: 7.1,
    },
    restoreHours: {
      type: 'number',
      title: 'Time to restore',
      description: 'The median. Left out where nothing had to be restored.',
      unit: 'hours',
      example: 1.2,
    },
    lastProductionDeploymentAt: {
      type: 'instant',
      title: 'Last deployment to production',
      description: 'Left out where there was none.',
      example: '2026-11-26T09:30:00.000Z',
    },
    daysSinceProductionDeployment: {
      type: 'integer',
      title: 'Days since the last deployment to production',
      description: 'Left out where there was none.',
      unit: 'days',
      example: 2,
    },
    productionVersion: {
      type: 'text',
      title: 'Version in production',
      description:
        'As the deployment names it; of several services each with its name.',
      example: '2.14.0',
    },
    openIncidents: {
      type: 'integer',
      title: 'Open incidents',
      description: 'Incidents in production that are not over.',
      unit: 'incidents',
      example: 0,
    },
  },
});
