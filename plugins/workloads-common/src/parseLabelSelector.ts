type Labels = Record<string, string>;

/** One requirement of a selector: whether labels meet it. */
type Requirement = (labels: Labels) => boolean;

const SET_BASED = /^([^\s!=,()]+)\s+(in|notin)\s+\(([^()]*)\)$/;
const EQUALITY_BASED = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/;
const EXISTENCE_BASED = /^(!?)\s*([^\s!=,()]+)$/;

/** Longer ones are no selectors; the Kubernetes API takes them in an address. */
const MAX_LENGTH = 4_000;

/**
 * Reads a selector as Kubernetes writes it, for example
 * `app=web,tier in (front, back),!canary`.
 *
 * @returns whether labels meet it
 * @remarks A selector that is empty or not well-formed meets nothing here,
 * since who is asked about it would otherwise own everything.
 */
export function parseLabelSelector(
  selector: string,
): (labels: Labels) => boolean {
  const parts =
    selector.length > MAX_LENGTH ? [] : splitOutsideParentheses(selector);
  const requirements = parts.map(parseRequirement);
  const isWellFormed =
    requirements.length > 0 && !requirements.includes(undefined);
  return labels =>
    isWellFormed && requirements.every(requirement => requirement?.(labels));
}

/**
 * Whether a selector names at least one value that a label has to have; others,
 * such as `app` or `app!=web`, also find what nobody had in mind.
 */
export function namesLabelValue(selector: string): boolean {
  const parts = splitOutsideParentheses(selector);
  return (
    selector.length <= MAX_LENGTH &&
    parts.every(part => parseRequirement(part) !== undefined) &&
    parts.some(part => {
      const [, , operator, list = ''] = SET_BASED.exec(part) ?? [];
      const [, , comparison, value = ''] = EQUALITY_BASED.exec(part) ?? [];
      return operator
        ? operator === 'in' && list.split(',').every(item => item.trim() !== '')
        : ['=', '=='].includes(comparison) && value !== '';
    })
  );
}

/** Whether labels meet a selector; see {@link parseLabelSelector}. */
export function matchesLabelSelector(
  selector: string,
  labels: Labels,
): boolean {
  return parseLabelSelector(selector)(labels);
}

function parseRequirement(text: string): Requirement | undefined {
  const [, setKey, operator, list] = SET_BASED.exec(text) ?? [];
  if (setKey) {
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => has(labels, setKey) && values.includes(labels[setKey])
      : labels => !has(labels, setKey) || !values.includes(labels[setKey]);
  }
  const [, key, comparison, value] = EQUALITY_BASED.exec(text) ?? [];
  if (key) {
    return comparison === '!='
      ? labels => !has(labels, key) || labels[key] !== value
      : labels => has(labels, key) && labels[key] === value;
  }
  const [, not, name] = EXISTENCE_BASED.exec(text) ?? [];
  return name ? labels => has(labels, name) === !not : undefined;
}

/** Character by character, as selectors in the catalog are anybody's text. */
function splitOutsideParentheses(selector: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let isInside = false;
  for (let index = 0; index <= selector.length; index += 1) {
    const character = selector[index];
    if (character === undefined || (character === ',' && !isInside)) {
      parts.push(selector.slice(start, index).trim());
      start = index + 1;
    } else if (character === '(' || character === ')') {
      isInside = character === '(';
    }
  }
  return parts.filter(part => part !== '');
}

/** Labels come from JSON, and `constructor` is not one of them. */
function has(labels: Labels, name: string): boolean {
  return Object.hasOwn(labels, name);
}
