const SCP_LIKE = /^[a-z0-9._-]+@([^:/]+):(.+)$/;
const SCHEME = /^(?:url:)?[a-z][a-z0-9+.-]*:\/\//;

/**
 * Brings the ways to name a repository to one: `host/owner/name`, or
 * `owner/name` where no host is given. Undefined when it is none of them.
 *
 * @remarks Takes web and clone URLs, also of a folder or file inside, source
 * locations of the catalog, `git@host:owner/name.git` and plain slugs. GitLab
 * groups may nest; its paths inside a repository start at `/-/`.
 */
export function normalizeRepository(value: string): string | undefined {
  const text = value.trim().toLocaleLowerCase('en-US');
  const scp = SCP_LIKE.exec(text);
  if (scp) {
    return join(scp[1], scp[2]);
  }
  const hasScheme = SCHEME.test(text);
  const plain = text
    .replace(SCHEME, '')
    .replace(/^[^/@]*@/, '')
    .replace(/[?#].*$/, '');
  const [head, ...tail] = plain.split('/');
  return hasScheme || hasHost(plain)
    ? join(head, tail.join('/'))
    : join(undefined, plain);
}

/**
 * Whether the name of a repository begins with a host, as in `host/owner/name`.
 *
 * @remarks What comes first is a host where it has a dot or a port, and an owner
 * and a name follow. So `a.b/name` has none.
 */
export function hasHost(name: string): boolean {
  const [head, ...tail] = name.split('/');
  return /[.:]/.test(head) && tail.length >= 2;
}

function join(host: string | undefined, path: string): string | undefined {
  const [beforeDash, insidePath] = path.split('/-/', 2);
  let parts = beforeDash.split('/').filter(part => part !== '');
  if (insidePath === undefined) {
    const inside = parts.findIndex((part, index) => {
      return (
        index >= 2 && ['tree', 'blob', 'src', 'raw', 'browse'].includes(part)
      );
    });
    parts = inside < 0 ? parts : parts.slice(0, inside);
  }
  if (parts.length < 2) {
    return undefined;
  }
  const name = parts.join('/').replace(/\.git$/, '');
  return host ? `${host}/${name}` : name;
}
