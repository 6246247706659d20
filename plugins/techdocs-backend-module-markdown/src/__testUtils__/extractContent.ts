import { DomUtils, parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['childNodes'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** What a page says, whoever rendered it. */
export interface PageContent {
  headings: string[];
  links: string[];
  images: string[];
  /** One entry per drawn icon: the box it is drawn in. */
  icons: string[];
  /** One entry per table: its rows, the cells apart by `|`. */
  tables: string[][];
  code: string[];
  /** One entry per paragraph or item, behind the blocks that hold it. */
  text: string[];
}

const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'dd', 'details', 'div'],
  ...['dl', 'dt', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['hr', 'li', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody'],
  ...['td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Containers that mean something to a reader, by tag. */
const CONTAINERS = new Set(['blockquote', 'dd', 'dt', 'li', 'summary']);

/** Of all classes only these decide how a block looks. */
const MEANINGFUL_CLASS =
  /^(?:admonition|admonition-title|note|warning|tip|danger|info|question|success|example|bug|quote|custom-type|inline|end|tabbed-block|tabbed-labels|task-list-item|footnote|grid|cards|md-button|md-button--primary|lead|wide|box|mermaid|toc)$/;

/** The frame and what only one of the two adds. */
const NOT_CONTENT =
  /(?:^| )(?:headerlink|md-content__button|md-source-file|footnote-backref|md-clipboard|filename|linenos)(?: |$)/;

function isElement(node: Node): node is Element {
  return 'attribs' in node && 'name' in node;
}

function classesOf(element: Element): string[] {
  return (element.attribs.class ?? '').split(/\s+/).filter(Boolean);
}

function squeeze(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}

function isContent(element: Element): boolean {
  return (
    !NOT_CONTENT.test(element.attribs.class ?? '') &&
    !['script', 'style', 'svg'].includes(element.name)
  );
}

/** mkdocs draws emoji as images from the web, which say the emoji too. */
function isEmoji({ name, attribs }: Element): boolean {
  return (
    name === 'img' && /^(?:twemoji|emojione|gemoji)$/.test(attribs.class ?? '')
  );
}

function textOf(node: Node): string {
  if (isElement(node)) {
    if (isEmoji(node)) {
      return node.attribs.alt ?? '';
    }
    return isContent(node) ? node.children.map(textOf).join('') : '';
  }
  return node.type === 'text' && 'data' in node ? node.data : '';
}

function containerOf(element: Element): string | undefined {
  const classes = classesOf(element).filter(name =>
    MEANINGFUL_CLASS.test(name),
  );
  if (element.name === 'details') {
    classes.push('open' in element.attribs ? 'open' : 'closed');
  }
  const name = CONTAINERS.has(element.name) ? element.name : '';
  const list =
    element.name === 'li' && element.parent && isElement(element.parent)
      ? `${element.parent.name}.`
      : '';
  const label = [list + name, ...classes].filter(Boolean).join('.');
  return label || undefined;
}

class TextWalker {
  readonly lines: string[] = [];
  #current = '';

  walk(node: Node, path: string[]) {
    if (!isElement(node)) {
      this.#current += textOf(node);
      return;
    }
    if (!isContent(node) || node.name === 'pre' || node.name === 'table') {
      // Shown in lists of their own.
      this.flush(path);
      return;
    }
    if (!BLOCKS.has(node.name)) {
      if (node.name === 'br') {
        this.#current += ' ';
      }
      if (isEmoji(node)) {
        this.#current += textOf(node);
      }
      const input = node.name === 'input' && node.attribs.type === 'checkbox';
      if (input) {
        this.#current += 'checked' in node.attribs ? '[x] ' : '[ ] ';
      }
      for (const child of node.children) {
        this.walk(child, path);
      }
      // Labels of tabs stand one by one.
      if (node.name === 'label' && 'for' in node.attribs) {
        this.flush(path);
      }
      return;
    }
    this.flush(path);
    const container = containerOf(node);
    const inner = container ? [...path, container] : path;
    for (const child of node.children) {
      this.walk(child, inner);
    }
    this.flush(inner);
  }

  flush(path: string[]) {
    const text = squeeze(this.#current);
    this.#current = '';
    if (text) {
      this.lines.push([...path, text].join(' > '));
    }
  }
}

function languageOf(pre: Element): string {
  let element: Element | undefined = pre;
  while (element) {
    const language = /language-([\w+#-]+)/.exec(
      element.attribs.class ?? '',
    )?.[1];
    if (language) {
      return language;
    }
    if (classesOf(element).includes('mermaid')) {
      return 'mermaid';
    }
    element =
      element.parent && isElement(element.parent) ? element.parent : undefined;
  }
  return 'text';
}

function byName(article: Element, names: string[]): Element[] {
  return DomUtils.find(
    node => isElement(node) && names.includes(node.name),
    [article],
    true,
    Number.MAX_SAFE_INTEGER,
  )
    .filter(isElement)
    .filter(element => {
      for (let at: Node | null = element; at; at = at.parent as Node | null) {
        if (isElement(at) && !isContent(at)) {
          return false;
        }
      }
      return true;
    });
}

/** Takes from a page what both engines should agree on. */
export function extractContent(html: string): PageContent {
  const nodes = parseDocument(html).children;
  const find = (isArticle: (element: Element) => boolean) =>
    DomUtils.findOne(node => isElement(node) && isArticle(node), nodes, true);
  // A list of posts holds an article for each, inside of the page's own.
  const article =
    find(element => classesOf(element).includes('md-content__inner')) ??
    find(({ name }) => name === 'article');
  if (!article || !isElement(article)) {
    throw new Error('The page has no article');
  }
  const walker = new TextWalker();
  for (const child of article.children) {
    walker.walk(child, []);
  }
  walker.flush([]);
  return {
    headings: byName(article, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']).map(
      heading =>
        `${heading.name} #${heading.attribs.id ?? ''} ${squeeze(
          textOf(heading),
        )}`,
    ),
    links: byName(article, ['a'])
      .filter(link => 'href' in link.attribs)
      .map(link => `${squeeze(textOf(link))} -> ${link.attribs.href}`),
    images: byName(article, ['img'])
      .filter(image => !isEmoji(image))
      .map(({ attribs }) =>
        `${attribs.alt ?? ''} -> ${attribs.src} ${attribs.width ?? ''}`.trim(),
      ),
    icons: byName(article, ['span'])
      .filter(element => classesOf(element).includes('twemoji'))
      .map(() => 'icon'),
    tables: byName(article, ['table'])
      // Code with numbered lines is a table in mkdocs.
      .filter(table => !classesOf(table).includes('highlighttable'))
      .map(table =>
        byName(table, ['tr']).map(row =>
          byName(row, ['th', 'td'])
            .map(
              cell =>
                `${cell.name}${
                  /text-align: ?(\w+)/.exec(cell.attribs.style ?? '')?.[1] ?? ''
                }: ${squeeze(textOf(cell))}`,
            )
            .join(' | '),
        ),
      ),
    code: byName(article, ['pre']).map(
      pre => `${languageOf(pre)}\n${textOf(pre).trimEnd()}`,
    ),
    text: walker.lines,
  };
}
