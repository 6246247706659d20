interface Cookie {
  name: string;
  value: string;
  path: string;
}

/**
 * Cookies of one host. As in a browser they are shared by all ports of it,
 * which is what the sign-in between portal and identity provider relies on.
 */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  /** Keeps what a response sets. */
  store(url: URL, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';').map(part => part.trim());
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      const path =
        attributeValue(attributes, 'path') ??
        url.pathname.replace(/\/[^/]*$/, '/');
      const key = `${name} ${path}`;
      if (isExpired(attributes)) {
        this.#cookies.delete(key);
      } else {
        this.#cookies.set(key, {
          name,
          value: pair.slice(separator + 1),
          path,
        });
      }
    }
  }

  /** The value of the Cookie header for a request. */
  header(url: URL): string {
    return [...this.#cookies.values()]
      .filter(cookie => matches(url.pathname, cookie.path))
      .map(cookie => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }
}

function matches(pathname: string, path: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  return pathname === path || pathname.startsWith(folder);
}

function isExpired(attributes: string[]): boolean {
  const expires = attributeValue(attributes, 'expires');
  const maxAge = attributeValue(attributes, 'max-age');
  return (
    (maxAge !== undefined && Number(maxAge) <= 0) ||
    (expires !== undefined && Date.parse(expires) <= Date.now())
  );
}

function attributeValue(
  attributes: string[],
  name: string,
): string | undefined {
  const prefix = `${name}=`;
  return attributes
    .find(attribute => attribute.toLowerCase().startsWith(prefix))
    ?.slice(prefix.length);
}
