import { parseAllDocuments } from 'yaml';
import { isVersion } from './versions.ts';

/** A manifest, by what matters here. */
interface Manifest {
  repository: string;
  content: string;
}

/**
 * The version of the image that the Deployments of a repository run, when it
 * is named after the repository.
 */
export function readImageVersion(files: Manifest[]): string | undefined {
  for (const { repository, content } of files) {
    const version = imagePattern(repository).exec(content)?.groups?.version;
    if (version && isVersion(version) && hasDeployment(content)) {
      return version;
    }
  }
  return undefined;
}

/** Writes another version where the manifest names that of the image. */
export function replaceImageVersion(file: Manifest, version: string): string {
  const { repository, content } = file;
  const current = readImageVersion([file]);
  if (current === undefined || current === version) {
    return content;
  }
  return content
    .replaceAll(imagePattern(repository, 'g'), `$<image>${version}`)
    .replaceAll(
      /^(\s*app\.kubernetes\.io\/version: ["']?)([^\s"']+)/gm,
      (line, start: string, label: string) =>
        label === current ? `${start}${version}` : line,
    );
}

function hasDeployment(content: string): boolean {
  return parseAllDocuments(content).some(
    document =>
      document.errors.length === 0 &&
      document.getIn?.(['kind']) === 'Deployment',
  );
}

function imagePattern(repository: string, flags = '') {
  // Names of repositories hold letters, digits, dots and dashes only.
  const name = repository.replaceAll('.', '\\.');
  return new RegExp(
    `^(?<image>[ \\t-]*image: ["']?(?:[^\\s"':]+(?::\\d+)?/)?${name}:)(?<version>[^\\s"'@]+)`,
    `m${flags}`,
  );
}
