/** Under which name OpenMetrics says when a counter or histogram began. */
export function createdNameOf(name: string): string {
  return `${name.replace(/_(?:total|bucket|count|sum)$/, '')}_created`;
}
