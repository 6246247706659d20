/** What a request asks for; a parameter may be given several times. */
export type Query = Partial<
  Record<string, string | number | string[] | undefined>
>;

/** The part of an address after its path, with the question mark if any. */
export function toSearch(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value ?? []].flat()) {
      params.append(name, String(item));
    }
  }
  return params.size > 0 ? `?${params}` : '';
}
