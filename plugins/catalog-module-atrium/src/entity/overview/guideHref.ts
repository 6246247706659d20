/** The address of a guide of the portal's own documentation. */
export function guideHref(guide: string): string {
  return `/docs/default/component/atrium/guides/${guide}`;
}
