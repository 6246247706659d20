/** What a name is sorted by: in lower case and without accents. */
export function toSortKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .slice(0, 200);
}
