/**
 * Writes a path of a URL, with each value encoded:
 * ``urlPath`/slos/${id}/series` ``.
 */
export function urlPath(
  texts: TemplateStringsArray,
  ...values: string[]
): string {
  return String.raw({ raw: texts }, ...values.map(encodeURIComponent));
}
