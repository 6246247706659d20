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

/** `Creates a service with repository, catalog entry and database (optional)`. */
export function createsWords(type: string, things: string[]): string {
  const article = /^[aeiou]/.test(type) ? 'an' : 'a';
  const what = `Creates ${article} ${type}`;
  return things.length > 0
    ? `${what} with ${new Intl.ListFormat('en-GB').format(things)}`
    : what;
}

function plural(word: string): string {
  if (/(s|x|ch|sh)$/.test(word)) {
    return `${word}es`;
  }
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
