/**
 * Whether a source is what a prefix names, or below it.
 *
 * @remarks URLs match by scheme, host, port and whole segments of the path, so
 * `http://host` covers `http://host/team` but neither `http://host.example` nor
 * `http://host@example`. Anything else matches as text up to a `/` or a `:`.
 */
export function isWithinSource(source: string, prefix: string): boolean {
  const prefixUrl = parseUrl(prefix);
  if (!prefixUrl) {
    return isWithin(source, prefix, /^[/:]/);
  }
  const sourceUrl = parseUrl(source);
  return (
    sourceUrl !== undefined &&
    sourceUrl.protocol === prefixUrl.protocol &&
    sourceUrl.host === prefixUrl.host &&
    sourceUrl.username === '' &&
    sourceUrl.password === '' &&
    isWithin(sourceUrl.pathname, prefixUrl.pathname, /^\//)
  );
}

function isWithin(text: string, prefix: string, boundary: RegExp): boolean {
  if (!text.startsWith(prefix)) {
    return false;
  }
  const rest = text.slice(prefix.length);
  return rest === '' || boundary.test(prefix.slice(-1)) || boundary.test(rest);
}

function parseUrl(text: string): URL | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) && URL.canParse(text)
    ? new URL(text)
    : undefined;
}
