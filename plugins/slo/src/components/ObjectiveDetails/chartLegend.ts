/** What signs and bands mean on the charts of an objective. */
export const CHART_LEGEND = {
  done: 'Deployed',
  failed: 'Deployed, and failed',
  undone: 'Rolled back',
  trouble: 'Incident',
  missing: 'Not measured',
  excluded: 'Does not count',
} as const;
