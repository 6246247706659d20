/** What templates call the name of what they create. */
const NAME_FIELDS = ['name', 'component_id', 'componentId', 'serviceName'];

/**
 * The value of a repository picker with the name of what is created as the name of
 * the repository: `host?owner=acme&repo=refund-service`.
 *
 * @param value - what the picker says: a host, and what else is known
 * @param options - the name, and the one that was filled in before
 * @returns undefined where there is no host, no name, or the repository is not the
 * one that was filled in
 */
export function suggestedRepository(
  value: unknown,
  options: { name?: string; before?: string },
): string | undefined {
  const { name, before } = options;
  if (typeof value !== 'string' || !name) {
    return undefined;
  }
  const [host, search = ''] = value.split('?');
  const params = new URLSearchParams(search);
  const repository = params.get('repo') ?? '';
  if (!host || repository === name || !['', before].includes(repository)) {
    return undefined;
  }
  params.set('repo', name);
  return `${host}?${params}`;
}

/** The repository in the value of a picker. */
export function repositoryIn(value: unknown): string | undefined {
  const [, search = ''] = typeof value === 'string' ? value.split('?') : [];
  return new URLSearchParams(search).get('repo') ?? undefined;
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
