/** The exact ratio of a window in PromQL, of all services or of one. */
export function ratioExpression(
  windowMinutes: number,
  service?: string,
): string {
  const labels = service === undefined ? '' : `{service="${service}"}`;
  const increase = (name: string) =>
    `increase(slo_${name}_total${labels}[${windowMinutes}m])`;
  return `${increase('good')} / ${increase('total')}`;
}
