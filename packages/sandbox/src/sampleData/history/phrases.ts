/** What the changes of the sample organisation are called. */
export const changeTitles = [
  'Handle an empty answer of the upstream',
  'Retry idempotent requests once',
  'Log the reason of refused requests',
  'Move the configuration to environment variables',
  'Remove the unused feature toggle',
  'Reject requests without a trace id',
  'Cache reference data for five minutes',
  'Raise the memory limit',
  'Describe the error codes in the API definition',
  'Return 409 instead of 500 on a conflict',
  'Shorten the timeout of outgoing calls',
  'Count rejected messages',
  'Round amounts in one place only',
  'Update dependencies',
  'Read the region from the request',
  'Fix a race between two updates of the same record',
  'Stop holding a connection while waiting',
  'Document how to run it locally',
  'Split the largest module',
  'Make the health check look at the database',
] as const;

export const incidentDescriptions = [
  'Error rate above 5 % since the last deployment',
  'Requests time out under load after the deployment',
  'Memory grows until the pods are restarted',
  'Wrong totals for orders in a second currency',
  'Background jobs are processed twice',
] as const;

export const outageDescriptions = [
  'Connections to the database are refused',
  'The message broker lost a node',
  'DNS answers slowly in one zone',
] as const;

export const rollbackCauses = [
  'Error rate went up right after the deployment',
  'Health checks of the new pods failed',
  'Customers reported wrong results',
] as const;

export const ticketTitles = [
  'Customers cannot change their address',
  'Export stops after 10,000 rows',
  'Error message does not say what to do',
  'Slow answer on the first request of the day',
  'Time zone of the report is wrong',
  'Alert fires without a reason at night',
  'Add the new tax rate',
  'Keep audit records for seven years',
] as const;

export const failedStepLogs = {
  validate: 'catalog-info.yaml:14: spec.owner names a group that is not there',
  test: '2 of 184 tests failed',
} as const;
