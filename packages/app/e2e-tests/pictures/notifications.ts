/** Before the day on which the pictured world lives. */
const YESTERDAY = '2035-11-20T16:05:00Z';
const DAYS_AGO = '2035-11-18T11:40:00Z';

const samples = [
  {
    title: 'Error budget burns fast: Payments are answered of payment-service',
    description: 'It burns 14× in the last hour. Budget overspent by 12%.',
    severity: 'critical',
    topic: 'slo-alert',
    created: '2035-11-21T09:12:00Z',
  },
  {
    title: 'payment-service is expected to use 104% of its budget for November',
    description: '€520 of €500; €341 so far',
    severity: 'high',
    topic: 'cost-budget',
    created: '2035-11-21T08:30:00Z',
  },
  {
    title: 'Jonas Weber approved your request to create ‘ledger’ in production',
    severity: 'normal',
    topic: 'provisioning-request',
    created: YESTERDAY,
  },
  {
    title: 'An SLO for every service: 1 of your services is left, 9 days to go',
    description:
      'Has a service level objective by 30 Nov 2035: receipt-service',
    severity: 'low',
    topic: 'scorecard-initiative',
    created: DAYS_AGO,
  },
];

/** Sample notifications of each severity and of several days, newest first. */
export const notifications = {
  totalCount: samples.length,
  notifications: samples.map(({ created, ...payload }, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    user: 'user:default/payments-dev',
    origin: 'plugin:sample',
    created,
    payload: { ...payload, link: '/notifications' },
  })),
};
