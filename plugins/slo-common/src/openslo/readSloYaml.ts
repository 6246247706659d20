import {
  readYaml,
  type ReadYamlOptions,
  type YamlDocument,
} from '@atrium/common/yaml';

/** A list stands for its items, as OpenSLO has it. */
export const SLO_YAML: ReadYamlOptions = { splitsLists: true };

/** The documents of a file. */
export function readSloYaml(text: string): YamlDocument[] {
  return readYaml(text, SLO_YAML);
}
