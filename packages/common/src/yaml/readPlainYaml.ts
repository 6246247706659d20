import type { TextPosition, YamlProblem } from './composeYaml';
import type { PlainData } from './PlainData';
import { readYaml, type ReadYamlOptions } from './readYaml';

/** A document of a YAML text as plain data, which can be sent elsewhere. */
export interface PlainYamlDocument {
  /** Absent when there are problems. */
  value?: PlainData;
  problems: YamlProblem[];
  start: TextPosition;
}

/** Like `readYaml`, for who need not know where each field stands. */
export function readPlainYaml(
  text: string,
  options: ReadYamlOptions,
): PlainYamlDocument[] {
  return readYaml(text, options).map(({ value, problems, locate }) => ({
    value,
    problems,
    start: locate([]),
  }));
}
