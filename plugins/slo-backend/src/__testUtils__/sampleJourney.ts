/** What of a journey a test decides. */
export interface SampleJourneyOptions {
  method: string;
  /** The fields of the objectives of `cart` and `pay`. */
  cart: string;
  pay: string;
}

/** An SLO over two series, with the counts of each of its own. */
export function sampleJourney({
  method,
  ...objectives
}: SampleJourneyOptions): string {
  const write = (series: 'cart' | 'pay') => {
    const query = `{ metricSource: { type: push, spec: { series: ${series} } } }`;
    return `    - ${objectives[series]}
      indicator:
        metadata: { name: ${series} }
        spec: { ratioMetric: { counter: true, good: ${query}, total: ${query} } }
`;
  };
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: journey }
spec:
  service: payments
  timeWindow: [{ duration: 1d, isRolling: true }]
  budgetingMethod: ${method}
  objectives:
${write('cart')}${write('pay')}`;
}
