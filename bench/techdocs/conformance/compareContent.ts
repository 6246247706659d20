const ASPECTS = [
  'headings',
  'links',
  'images',
  'icons',
  'tables',
  'code',
  'text',
] as const;

export type Aspect = (typeof ASPECTS)[number];

/** What a page says, as the tests of the engine take it from its HTML. */
export type PageContent = Record<Aspect, string[] | string[][]>;

/** A line that only one of the two pages has. */
export interface Difference {
  aspect: Aspect;
  side: 'mkdocs' | 'engine';
  line: string;
}

/** A code annotation: a mark in our pages, a comment that a script replaces in theirs. */
const ANNOTATION =
  /[ \t]*(?:(?:#|\/\/|--|;|%|<!--|\/\*)[ \t]*)?\(\d{1,3}\)!?(?:[ \t]*(?:-->|\*\/))?[ \t]*$/gm;

/** What does not show is left out on both sides. */
function normalizeCode(code: string): string {
  return (
    code
      // Pages name the language only where the site asks for it.
      .slice(code.indexOf('\n') + 1)
      .replace(ANNOTATION, '')
      // Python-Markdown makes spaces of tabs.
      .replace(/(?<=\S)[ \t]+/g, ' ')
      .replace(/^[ \t]+/gm, indent => indent.replaceAll('\t', '    '))
      // A comment that held nothing but annotations is left empty.
      .replace(/[ \t]*(?:#|\/\/)?[ \t]*$/gm, '')
      .replace(/\n{2,}/g, '\n')
      .trim()
  );
}

function normalizeText(text: string): string {
  // Whether an emoji is drawn in colour is up to the font.
  return text.replaceAll('\uFE0F', '');
}

/** Where an address leads from a page, so that two spellings of it are one. */
function resolveAddress(address: string, page: string): string {
  const base = `https://site.example/${page.replace(/index\.html$/, '')}`;
  return URL.canParse(address, base)
    ? new URL(address, base).href.replace(/#$/, '').replace(/\/+(?=#|$)/, '')
    : address.replaceAll(' ', '%20');
}

/** With its spaces, which one engine writes as codes; images have a width behind it. */
const ADDRESS = {
  links: /(?<=^| )-> (.*)$/,
  images: /(?<=^| )-> (.*?)(?= \d+[a-z%]*$|$)/,
};

/** An anchor as a heading has it. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Links that do not show: anchors of lines of code, and of a heading itself. */
function isHiddenLink(line: string, { headings }: PageContent): boolean {
  const [text, address] = line.split(' -> #');
  const id = address && decode(address);
  return (
    id !== undefined &&
    ((text === '' && id.startsWith('__code')) ||
      headings.some(
        heading =>
          typeof heading === 'string' && heading.endsWith(` #${id} ${text}`),
      ))
  );
}

function toLines(content: PageContent, aspect: Aspect, page: string): string[] {
  const lines = content[aspect].map(item =>
    Array.isArray(item) ? item.join('\n') : item,
  );
  switch (aspect) {
    case 'code':
      return lines.map(normalizeCode);
    case 'links':
    case 'images':
      return lines
        .filter(line => !isHiddenLink(line, content))
        .map(line =>
          // An image without a text has nothing in front of the arrow.
          normalizeText(line).replace(
            ADDRESS[aspect],
            (_, address: string) => `-> ${resolveAddress(address, page)}`,
          ),
        );
    default:
      return lines.map(normalizeText);
  }
}

/** Lines of `from` that `other` has no partner for. */
function missingIn(from: string[], other: string[]): string[] {
  const rest = new Map<string, number>();
  for (const line of other) {
    rest.set(line, (rest.get(line) ?? 0) + 1);
  }
  return from.filter(line => {
    const count = rest.get(line) ?? 0;
    rest.set(line, count - 1);
    return count <= 0;
  });
}

/** What two renderings of one page, named by its file, do not have in common. */
export function compareContent(
  mkdocs: PageContent,
  engine: PageContent,
  page: string,
): Difference[] {
  return ASPECTS.flatMap(aspect => {
    const theirs = toLines(mkdocs, aspect, page);
    const ours = toLines(engine, aspect, page);
    return [
      ...missingIn(theirs, ours).map(
        (line): Difference => ({ aspect, side: 'mkdocs', line }),
      ),
      ...missingIn(ours, theirs).map(
        (line): Difference => ({ aspect, side: 'engine', line }),
      ),
    ];
  });
}
