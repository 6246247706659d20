import { readPlainYaml, type ReadYamlOptions } from '@atrium/common/yaml';

/** What the thread is asked to read. */
export interface YamlTask {
  text: string;
  options: ReadYamlOptions;
}

export const workerFile = __filename;

/** What it needs is above, since the portal needs it too. */
export async function load(): Promise<void> {}

/** The documents as JSON, which is copied and read faster than what it says. */
export function runTask({ text, options }: YamlTask): string {
  return JSON.stringify(readPlainYaml(text, options));
}
