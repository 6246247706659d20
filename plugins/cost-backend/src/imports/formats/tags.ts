import { isRecord, type MessageDescriptor } from '@atrium/common';
import { words } from '../../costWords';
import { copyText } from './copyText';

/** What tags of providers say of Kubernetes, and what rules know it as. */
const KUBERNETES_TAGS = new Map([
  ['aws:eks:cluster-name', 'kubernetes.cluster'],
  ['aws:eks:namespace', 'kubernetes.namespace'],
  ['goog-k8s-cluster-name', 'kubernetes.cluster'],
  ['k8s-namespace', 'kubernetes.namespace'],
  ['kubernetes-namespace', 'kubernetes.namespace'],
  ['kubernetes-cluster', 'kubernetes.cluster'],
]);

/** Names of labels behind these are labels of Kubernetes. */
const LABEL_PREFIXES = ['k8s-label/', 'kubernetes-label/'];

/** Columns of their own that exporters have for it. */
const KUBERNETES_COLUMNS = new Map([
  ['x_kubernetesnamespace', 'kubernetes.namespace'],
  ['x_kubernetes_namespace', 'kubernetes.namespace'],
  ['x_k8snamespace', 'kubernetes.namespace'],
  ['x_kubernetescluster', 'kubernetes.cluster'],
  ['x_kubernetesclustername', 'kubernetes.cluster'],
  ['x_kubernetes_cluster', 'kubernetes.cluster'],
  ['x_k8scluster', 'kubernetes.cluster'],
]);

/**
 * Where Google Cloud has tags, which has no column for them: what is nearer to the
 * resource comes later.
 */
export const LABEL_COLUMNS = [
  'x_ProjectLabels',
  'x_Labels',
  'x_SystemLabels',
  'x_Tags',
];

const MAX_KNOWN = 20_000;
const MAX_NAME = 300;
const MAX_VALUE = 4_000;

/** The tag for which a column stands, if it does. */
export function tagOfColumn(column: string): string | undefined {
  return KUBERNETES_COLUMNS.get(column.toLocaleLowerCase('en-US'));
}

/** The tags of a row as an object of texts, in the order of names. */
export type ReadTags = { json: string } | { problem: MessageDescriptor };

/**
 * Reads tags, and remembers them: many rows have the same ones.
 *
 * @remarks
 * FOCUS has an object as JSON, in which a tag without a value is `true`. Google
 * Cloud has a list of objects with `Key` and `Value`, or `key` and `value`, which is
 * read as well. What
 * is known to say something about Kubernetes is there twice: by the name that the
 * provider gives it, and by `kubernetes.namespace`, `kubernetes.cluster` or
 * `kubernetes.label.<name>`.
 */
export class TagReader {
  readonly #known = new Map<string, ReadTags>();
  /** The same for one text alone, which most rows have: it is its own key. */
  readonly #knownTexts = new Map<string, ReadTags>();

  /**
   * @param texts - objects as JSON, of which later ones win
   * @param more - further tags by name
   */
  read(
    texts: readonly string[],
    more: ReadonlyMap<string, string> = new Map(),
  ): ReadTags {
    const [text] = texts;
    return texts.length === 1 && more.size === 0
      ? remember(this.#knownTexts, text, () => parse(texts, more))
      : remember(this.#known, JSON.stringify([texts, [...more]]), () =>
          parse(texts, more),
        );
  }
}

function remember(
  known: Map<string, ReadTags>,
  key: string,
  read: () => ReadTags,
): ReadTags {
  const found = known.get(key);
  if (found) {
    return found;
  }
  const tags = read();
  if (known.size >= MAX_KNOWN) {
    known.clear();
  }
  // A text out of a file would keep all of the piece that it was cut from.
  known.set(copyText(key), tags);
  return tags;
}

function parse(
  texts: readonly string[],
  more: ReadonlyMap<string, string>,
): ReadTags {
  const tags = new Map<string, string>();
  for (const text of texts) {
    const entries = parseEntries(text);
    if (!entries) {
      return { problem: words.describe('cost.bill.tagsNotObject') };
    }
    for (const [name, value] of entries) {
      tags.set(name, toText(value));
    }
  }
  return sortTags(new Map([...tags, ...more]));
}

/** Tags that are known by name already. */
export function sortTags(tags: ReadonlyMap<string, string>): ReadTags {
  const all = new Map<string, string>();
  for (const [name, value] of tags) {
    if (name.length > MAX_NAME || value.length > MAX_VALUE) {
      return {
        problem: words.describe('cost.bill.tagTooLong', {
          maxValue: MAX_VALUE,
          maxName: MAX_NAME,
        }),
      };
    }
    if (!isText(name) || !isText(value)) {
      return { problem: words.describe('cost.bill.tagNotText') };
    }
    const kubernetes = toKubernetes(name);
    if (kubernetes !== undefined && !tags.has(kubernetes)) {
      all.set(kubernetes, value);
    }
    all.set(name, value);
  }
  const sorted = [...all].toSorted(
    ([one], [other]) => Number(one > other) - Number(one < other),
  );
  // Not from an object, which would put names that are numbers first.
  const parts = sorted.map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return { json: `{${parts.join(',')}}` };
}

function parseEntries(text: string): [string, unknown][] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isRecord(parsed)) {
    return Object.entries(parsed);
  }
  if (!Array.isArray(parsed)) {
    return undefined;
  }
  const entries: [string, unknown][] = [];
  for (const item of parsed) {
    if (!isRecord(item)) {
      return undefined;
    }
    const name = item.key ?? item.Key;
    if (typeof name !== 'string') {
      return undefined;
    }
    entries.push([name, item.value ?? item.Value ?? true]);
  }
  return entries;
}

function toText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value === null ? '' : JSON.stringify(value);
}

function toKubernetes(name: string): string | undefined {
  const known = KUBERNETES_TAGS.get(name);
  if (known !== undefined) {
    return known;
  }
  const prefix = LABEL_PREFIXES.find(one => name.startsWith(one));
  return prefix && `kubernetes.label.${name.slice(prefix.length)}`;
}

/** Whether PostgreSQL can keep it: neither NUL nor half a character. */
export function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}
