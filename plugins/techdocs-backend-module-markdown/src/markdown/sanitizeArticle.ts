import sanitizeHtml from 'sanitize-html';
import { nameSources, schemeClass, splitPictures } from './colourSchemes';
import { words } from './docsWords';
import type { LinkKind, PageContext } from './PageContext';

const BLOCK_TAGS = [
  ...['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details'],
  ...['div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'header', 'hr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'main', 'nav', 'ol', 'p'],
  ...['picture', 'pre', 'section', 'source', 'summary', 'ul'],
];

const TABLE_TAGS = [
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot'],
  ...['tr', 'th', 'td'],
];

const INLINE_TAGS = [
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'data', 'del'],
  ...['dfn', 'em', 'i', 'img', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby'],
  ...['s', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time'],
  ...['tt', 'u', 'var', 'wbr', 'audio', 'video', 'track'],
];

const LENGTH = /^\d+(?:\.\d+)?(?:px|em|rem|%|pt|ex|ch)?$/;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCK_TAGS, ...TABLE_TAGS, ...INLINE_TAGS],
  allowedAttributes: {
    '*': ['id', 'class', 'title', 'lang', 'dir', 'align', 'style', 'data-*'],
    a: ['href', 'name', 'target', 'rel', 'download'],
    audio: ['src', 'controls', 'loop', 'muted', 'preload'],
    code: ['tabindex'],
    col: ['span', 'width'],
    colgroup: ['span'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    source: ['src', 'type', 'media'],
    table: ['width'],
    td: ['colspan', 'rowspan', 'width', 'height', 'valign'],
    th: ['colspan', 'rowspan', 'width', 'height', 'valign', 'scope'],
    time: ['datetime'],
    track: ['src', 'kind', 'srclang', 'label', 'default'],
    video: ['src', 'controls', 'loop', 'muted', 'preload', 'width', 'height'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
  allowProtocolRelative: true,
  allowedStyles: {
    '*': {
      'text-align': [/^(?:left|right|center|justify)$/],
      width: [LENGTH],
      height: [LENGTH],
      'max-width': [LENGTH],
      'min-width': [LENGTH],
      'max-height': [LENGTH],
    },
  },
  disallowedTagsMode: 'discard',
  // The words of a drawing mean nothing without it.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'svg'],
  nestingLimit: 200,
};

const ALLOWED = new Set(OPTIONS.allowedTags || []);

const ADDRESS_ATTRIBUTES: Record<string, [string, LinkKind]> = {
  a: ['href', 'link'],
  audio: ['src', 'image'],
  img: ['src', 'image'],
  source: ['src', 'image'],
  video: ['src', 'image'],
};

type Attributes = Record<string, string>;

/** The first address of a `srcset`: up to a space, since commas may be part of it. */
function firstAddress(srcset: string): string {
  const [address] = srcset.replace(/^[\s,]+/, '').split(/\s/, 1);
  return address.replace(/(?<!,),+$/, '');
}

function withLinks(
  tagName: string,
  attribs: Attributes,
  context: PageContext,
): Attributes {
  const [name, kind] = ADDRESS_ATTRIBUTES[tagName] ?? [];
  if (!name || !kind) {
    return attribs;
  }
  const { srcset, ...rest } = attribs;
  // Of several sizes the first: where it is read, there is no choice of them.
  const address =
    attribs[name] ?? (srcset === undefined ? undefined : firstAddress(srcset));
  if (address === undefined) {
    return attribs;
  }
  const { href, isDownload } = context.options.resolveLink(
    context.toRequest(kind, address),
  );
  const resolved: Attributes = { ...rest, [name]: href };
  if (isDownload && kind === 'link') {
    resolved.download = '';
  }
  const scheme = tagName === 'img' && schemeClass(address);
  if (scheme) {
    resolved.class = [attribs.class, scheme].filter(Boolean).join(' ');
  }
  return resolved;
}

/**
 * Cleans an article that holds HTML of its author, and resolves its links.
 *
 * @remarks
 * Only pages with such HTML come here: what markdown-it and this engine write
 * themselves is safe by construction, and has been kept aside in slots where
 * it uses tags that authors may not.
 */
export function sanitizeArticle(html: string, context: PageContext): string {
  const removed = new Set<string>();
  const clean = sanitizeHtml(html, {
    ...OPTIONS,
    transformTags: {
      '*': (tagName, attribs) => {
        if (!ALLOWED.has(tagName)) {
          removed.add(tagName);
          return { tagName, attribs: {} };
        }
        return { tagName, attribs: withLinks(tagName, attribs, context) };
      },
    },
  });
  for (const tagName of removed) {
    context.warn(
      'removed-html',
      words.describe('docs.warning.tagRemoved', { tag: tagName }),
      context.lineOfTag(tagName),
    );
  }
  return nameSources(splitPictures(clean));
}
