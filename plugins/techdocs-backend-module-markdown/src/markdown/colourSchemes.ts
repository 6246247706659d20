/** Marks of an image that is for the light, or the dark, alone. */
const MARK = /#(?:only-(light|dark)|gh-(light|dark)-mode-only)$/;

const PICTURE = /<picture[^>]*>([\s\S]*?)<\/picture>/g;
const SOURCE = /<source ([^>]*?)\s*\/?>/g;
const IMAGE = /<img ([^>]*?)\s*\/?>/;
const SCHEME = /prefers-color-scheme:\s*(light|dark)/;

/** The class that shows an image in one of both only; undefined for both. */
export function schemeClass(address: string): string | undefined {
  const [, material, github] = MARK.exec(address) ?? [];
  const scheme = material ?? github;
  return scheme && `only-${scheme}`;
}

function attributeOf(attributes: string, name: string): string {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
}

/** The image of a picture with another address. */
function variant(attributes: string, scheme: string, address?: string): string {
  const rest = attributes.replace(/(?:^| )class="[^"]*"/, '');
  const own = attributeOf(attributes, 'class');
  const shown =
    address === undefined
      ? rest
      : rest.replace(/(^| )src="[^"]*"/, () => ` src="${address}"`);
  return `<img class="${own ? `${own} ` : ''}only-${scheme}" ${shown.trim()}>`;
}

/**
 * Makes images of a picture that has one for the light and one for the dark.
 *
 * @remarks
 * The portal has a switch of its own, and a `source` follows the system's. The
 * reader would not find the file of one either, so all others are left out.
 *
 * @param html - sanitised, so that attributes stand in double quotes
 */
export function splitPictures(html: string): string {
  return html.replace(PICTURE, (_whole, inside: string) => {
    const image = IMAGE.exec(inside)?.[1];
    if (image === undefined) {
      return '';
    }
    const addresses = new Map<string, string>();
    for (const [, attributes] of inside.matchAll(SOURCE)) {
      const [, scheme] = SCHEME.exec(attributeOf(attributes, 'media')) ?? [];
      const address = attributeOf(attributes, 'src');
      if (scheme && address && !addresses.has(scheme)) {
        addresses.set(scheme, address);
      }
    }
    return addresses.size === 0
      ? `<img ${image}>`
      : ['light', 'dark']
          .map(scheme => variant(image, scheme, addresses.get(scheme)))
          .join('');
  });
}

/** The reader finds the file of a `source`, and not that of a video itself. */
export function nameSources(html: string): string {
  return html.replace(
    /<(video|audio)((?: [^>]*)?) src="([^"]*)"([^>]*)>/g,
    '<$1$2$4><source src="$3">',
  );
}
