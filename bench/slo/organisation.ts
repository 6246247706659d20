/** The catalog's name of a service, from 0. */
export function serviceName(number: number): string {
  return `service-${number}`;
}

/** Where the SLO file of a service is. */
export function fileUrl(number: number): string {
  return `https://github.com/acme/${serviceName(number)}/tree/main/slo.yaml`;
}

/** The SLO of a service, over 30 days. */
export function sloFile(number: number): string {
  const query = `{ metricSource: { type: push, spec: { series: ${serviceName(
    number,
  )} } } }`;
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: availability }
spec:
  service: ${serviceName(number)}
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: ${query}
        total: ${query}
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;
}
