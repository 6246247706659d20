/** What helps the people who run the portal to find out what happened. */
export function crashDetails(
  error: Error,
  place: { pluginId: string | undefined; address: string; at: Date },
): string {
  return [
    `Page: ${place.address}`,
    `Part: ${place.pluginId ?? 'unknown'}`,
    `At: ${place.at.toISOString()}`,
    `Error: ${error.name}: ${error.message}`,
    error.stack ?? '',
  ].join('\n');
}
