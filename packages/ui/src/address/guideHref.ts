/**
 * The address of a guide of the portal's own documentation.
 *
 * @param guide - as its file is called in `docs/guides`, also with `#` and the id of a
 * heading
 */
export function guideHref(guide: string): string {
  return `/docs/default/component/atrium/guides/${guide}`;
}
