/** `Used by 3 services` of a template of services. */
export function usedByWords(count: number, type: string): string {
  switch (count) {
    case 0:
      return 'Not used yet';
    case 1:
      return `Used by 1 ${type}`;
    default:
      return `Used by ${count} ${plural(type)}`;
  }
}

/** `Creates a repository, a catalog entry and a database (optional)`. */
export function createsWords(things: string[]): string {
  return things.length > 0
    ? `Creates ${new Intl.ListFormat('en-GB').format(
        things.map(thing => `a ${thing}`),
      )}`
    : 'Creates nothing of its own';
}

function plural(word: string): string {
  if (/(s|x|ch|sh)$/.test(word)) {
    return `${word}es`;
  }
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
