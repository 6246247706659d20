/** What templates call the name of what they create. */
const NAME_FIELDS = ['name', 'component_id', 'componentId', 'serviceName'];

/**
 * The value of a repository picker with the name of what is created as the name of
 * the repository: `host?owner=acme&repo=refund-service`.
 *
 * @param value - what the picker says: a host, and what else is known
 * @param answers - what the form was answered so far
 * @returns undefined where there is no host, no name, or a repository already
 */
export function suggestedRepository(
  value: unknown,
  answers: unknown,
): string | undefined {
  const name = nameIn(answers);
  if (typeof value !== 'string' || !name) {
    return undefined;
  }
  const [host, search = ''] = value.split('?');
  const params = new URLSearchParams(search);
  if (!host || params.get('repo')) {
    return undefined;
  }
  params.set('repo', name);
  return `${host}?${params}`;
}

/** The name that was given to what is created. */
export function nameIn(answers: unknown): string | undefined {
  if (typeof answers !== 'object' || answers === null) {
    return undefined;
  }
  const given = new Map<string, unknown>(Object.entries(answers));
  const names = NAME_FIELDS.map(field => given.get(field));
  return names.find(
    (name): name is string => typeof name === 'string' && name !== '',
  );
}
