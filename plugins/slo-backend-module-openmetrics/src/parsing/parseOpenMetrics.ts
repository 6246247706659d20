import { cutText } from '@atrium/backend-common';
import { unescapeLabel } from './unescapeLabel';

/** The labels of a series. */
export type Labels = Record<string, string>;

/** One line of an exposition. */
export interface Sample {
  name: string;
  labels: Labels;
  value: number;
}

/** How to read an exposition. */
export interface ParseOpenMetricsOptions {
  /** OpenMetrics ends with `# EOF`; the older format of Prometheus does not. */
  hasEnd: boolean;
  /** Only samples with these names are read; others are passed over. */
  names: ReadonlySet<string>;
}

/** An exposition that is not what it should be. */
export class ExpositionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpositionError';
  }
}

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,|(?=\}))/y;
// The value, then perhaps a timestamp, then perhaps an exemplar.
const REST =
  /^[ \t]+(\S+)(?:[ \t]+[-+]?[0-9.]+(?:[eE][-+]?\d+)?)?[ \t]*(?:#[ \t]*\{.*)?$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * Reads the text of a /metrics endpoint, of OpenMetrics 1.0 and of Prometheus
 * 0.0.4, as far as its samples go.
 *
 * @throws ExpositionError naming the line that is wrong.
 */
export function parseOpenMetrics(
  text: string,
  { hasEnd, names }: ParseOpenMetricsOptions,
): Sample[] {
  const samples: Sample[] = [];
  let isEnded = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (isEnded && line !== '') {
      throw new ExpositionError(`Line ${index + 1} comes after '# EOF'`);
    }
    if (hasEnd && line === '# EOF') {
      isEnded = true;
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      const sample = parseSample(line, names);
      if (sample === 'invalid') {
        throw new ExpositionError(
          `Line ${index + 1} is not a sample: '${cutText(line, 80)}'`,
        );
      }
      if (sample) {
        samples.push(sample);
      }
    }
  }
  if (hasEnd && !isEnded) {
    throw new ExpositionError("The text is cut off: it has no '# EOF'");
  }
  return samples;
}

function parseSample(
  line: string,
  names: ReadonlySet<string>,
): Sample | undefined | 'invalid' {
  NAME.lastIndex = 0;
  const name = NAME.exec(line)?.[0];
  if (name === undefined) {
    return 'invalid';
  }
  if (!names.has(name)) {
    return undefined;
  }
  const labels: Labels = Object.create(null);
  let position = name.length;
  if (line[position] === '{') {
    position += 1;
    while (line[position] !== '}') {
      LABEL.lastIndex = position;
      const [whole, label, quoted] = LABEL.exec(line) ?? [];
      if (whole === undefined || label === undefined || label in labels) {
        return 'invalid';
      }
      labels[label] = unescapeLabel(quoted ?? '');
      position += whole.length;
    }
    position += 1;
  }
  const value = REST.exec(line.slice(position).trimEnd())?.[1];
  const number = value === undefined ? undefined : parseNumber(value);
  return number === undefined ? 'invalid' : { name, labels, value: number };
}

function parseNumber(text: string): number | undefined {
  if (NUMBER.test(text)) {
    return Number(text);
  }
  switch (text.toLowerCase()) {
    case 'nan':
      return NaN;
    case 'inf':
    case '+inf':
      return Infinity;
    case '-inf':
      return -Infinity;
    default:
      return undefined;
  }
}
