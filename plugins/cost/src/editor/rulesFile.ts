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

/** The rules of a file in their order; undefined where it is no sound YAML. */
export function rulesOf(text: string): PlainMap[] | undefined {
  return documentOf(text)?.rules;
}

/**
 * The file with a rule at the end, where charges come that no rule before has: a
 * rule for them needs no other place. What else is written stays as it is.
 */
export function addRule(text: string, rule: PlainMap): string {
  const file = text.trim() === '' ? appendYaml('', NEW_FILE) : text;
  const { rules } = documentOf(file) ?? { rules: [] };
  return putRules(file, [...rules, { ...rule, name: freeName(rules, rule) }]);
}

/** The file with another rule in a place. */
export function putRule(text: string, index: number, rule: PlainMap): string {
  const rules = rulesOf(text) ?? [];
  return putRules(text, rules.with(index, rule));
}

/** The file without the rule in a place. */
export function removeRule(text: string, index: number): string {
  return putRules(text, (rulesOf(text) ?? []).toSpliced(index, 1));
}

/** The file with a rule in another place: the first that matches decides. */
export function moveRule(text: string, from: number, to: number): string {
  const rules = rulesOf(text) ?? [];
  return putRules(text, rules.toSpliced(from, 1).toSpliced(to, 0, rules[from]));
}

function putRules(text: string, rules: PlainMap[]): string {
  const document = documentOf(text);
  if (!document) {
    return text;
  }
  const { index, value, spec } = document;
  return editYaml(text, index, { ...value, spec: { ...spec, rules } });
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
  const rules = Array.isArray(spec.rules) ? spec.rules : [];
  return { index, value, spec, rules: rules.map(toMap) };
}

function freeName(rules: PlainMap[], { name }: PlainMap): PlainData {
  const taken = new Set(rules.map(rule => rule.name));
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
