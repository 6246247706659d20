/** The addresses of the scripts and styles that the app's page loads. */
export function findAssets(html: string): string[] {
  const matches = html.matchAll(/(?:src|href)="([^"]*\/static\/[^"]+)"/g);
  return [...matches].map(([, address]) => address);
}
