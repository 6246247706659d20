const PRELOADS = new Set(['stylesheet', 'modulepreload', 'preload']);

/** The scripts, styles and preloads that a page names. */
export function findEntryAssets(html: string): string[] {
  const paths = new Set<string>();
  for (const [, element, attributes] of html.matchAll(
    /<(script|link)\b([^>]*)>/g,
  )) {
    const path =
      element === 'script'
        ? readAttribute(attributes, 'src')
        : PRELOADS.has(readAttribute(attributes, 'rel') ?? '') &&
          readAttribute(attributes, 'href');
    if (path) {
      paths.add(path);
    }
  }
  return [...paths];
}

function readAttribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
}
