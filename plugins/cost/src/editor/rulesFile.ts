import {
  appendYaml,
  editYaml,
  isPlainMap,
  type PlainData,
  type PlainMap,
  readYamlValues,
} from '@atrium/common/yaml';

const NEW_FILE = {
  apiVersion: 'atrium.dev/v1',
  kind: 'CostAllocation',
  metadata: { name: 'cost-allocation' },
  spec: { rules: [] },
};

/** The two lists of a file. */
export type ListName = 'rules' | 'pools';

/** The rules of a file in their order; undefined where it is no sound YAML. */
export function rulesOf(text: string): PlainMap[] | undefined {
  return documentOf(text)?.rules;
}

/** The pools of a file in their order; undefined where it is no sound YAML. */
export function poolsOf(text: string): PlainMap[] | undefined {
  return documentOf(text)?.pools;
}

/**
 * The file with a rule or pool at the end, where charges come that no rule before
 * has: a rule for them needs no other place. What else is written stays as it is.
 */
export function addItem(text: string, list: ListName, item: PlainMap): string {
  const file = text.trim() === '' ? appendYaml('', NEW_FILE) : text;
  return changeList(file, list, items => [
    ...items,
    { ...item, name: freeName(items, item) },
  ]);
}

/** The file with another rule or pool in a place. */
export function putItem(
  text: string,
  { list, index }: ItemPlace,
  item: PlainMap,
): string {
  return changeList(text, list, items => items.with(index, item));
}

/** The file without the rule or pool in a place. */
export function removeItem(text: string, { list, index }: ItemPlace): string {
  return changeList(text, list, items => items.toSpliced(index, 1));
}

/** The file with a rule in another place: the first that matches decides. */
export function moveRule(text: string, from: number, to: number): string {
  return changeList(text, 'rules', rules =>
    rules.toSpliced(from, 1).toSpliced(to, 0, rules[from]),
  );
}

/** Where a rule or pool stands in its list, from 0. */
export interface ItemPlace {
  list: ListName;
  index: number;
}

function changeList(
  text: string,
  list: ListName,
  change: (items: PlainMap[]) => PlainMap[],
): string {
  const document = documentOf(text);
  if (!document) {
    return text;
  }
  const { index, value, spec } = document;
  const items = change(document[list]);
  return editYaml(text, index, { ...value, spec: { ...spec, [list]: items } });
}

function documentOf(text: string) {
  const values = readYamlValues(text);
  const index = values.findIndex(
    value => isMap(value) && value.kind === NEW_FILE.kind,
  );
  const value = values[index];
  if (!isMap(value)) {
    return undefined;
  }
  const spec = isMap(value.spec) ? value.spec : {};
  return {
    index,
    value,
    spec,
    rules: listOf(spec.rules),
    pools: listOf(spec.pools),
  };
}

function listOf(value: PlainData | undefined): PlainMap[] {
  return Array.isArray(value) ? value.map(toMap) : [];
}

function freeName(items: PlainMap[], { name }: PlainMap): PlainData {
  const taken = new Set(items.map(item => item.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) {
    free = `${String(name)}-${count}`;
  }
  return free;
}

function toMap(value: PlainData): PlainMap {
  return isPlainMap(value) ? value : {};
}

/** What is read from YAML is plain data. */
function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
