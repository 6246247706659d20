/** How an SLO in a test differs from the usual one. */
export interface SampleSloOptions {
  name?: string;
  target?: number;
  type?: string;
  series?: string;
  extra?: string;
  method?: string;
  objective?: string;
  window?: string;
}

/** An OpenSLO file with one SLO, by default over a day, which counts what is pushed. */
export function sampleSlo(options: SampleSloOptions = {}): string {
  const {
    name = 'availability',
    target = 0.99,
    type = 'push',
    series = 'payments',
    extra = '',
    method = 'Occurrences',
    objective = '',
    window = '{ duration: 1d, isRolling: true }',
  } = options;
  const query = `{ metricSource: { type: ${type}, spec: { series: ${series} } } }`;
  return `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
  displayName: Payments succeed
spec:
  service: payments
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: ${query}
        total: ${query}
  timeWindow:
    - ${window}
  budgetingMethod: ${method}
  objectives:
    - target: ${target}
${objective}
${extra}`;
}
