import { readYaml, type YamlDocument } from '@atrium/common/yaml';

/** The documents of a file. A list stands for its items, as OpenSLO has it. */
export function readSloYaml(text: string): YamlDocument[] {
  return readYaml(text, { splitsLists: true });
}
