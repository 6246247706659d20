/** Ids of entries and members, apart from those of the page around. */
export function elementId(anchor: string): string {
  return `definition-${anchor}`;
}
