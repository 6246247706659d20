import type { FieldIssue } from '@atrium/common/yaml';
import type { ScoreContainer } from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { ScoreScope, SecretReference } from './ScoreScope';
import { shortHash } from './shortHash';

/** What a container mounts, and what there has to be for it. */
export interface RenderedMounts {
  manifests: JsonObject[];
  volumes: JsonObject[];
  mounts: JsonObject[];
}

interface RenderFilesOptions {
  /** The beginning of names: `<workload>-<container>`. */
  prefix: string;
  scope: ScoreScope;
  /** The files that the workload names, by `source`; as bytes what is no text. */
  sources: ReadonlyMap<string, string | Buffer>;
  path: PropertyKey[];
  found: FieldIssue[];
}

/**
 * The files of a container: a ConfigMap for each, or the Secret that one stands
 * for as a whole.
 *
 * @remarks Each is mounted by itself, so that what else is in its folder stays.
 */
export function renderFiles(
  { files }: ScoreContainer,
  options: RenderFilesOptions,
): RenderedMounts {
  const rendered: RenderedMounts = { manifests: [], volumes: [], mounts: [] };
  for (const file of files.toSorted(compareTargets)) {
    const name = `${options.prefix}-file-${shortHash(file.target)}`;
    // A volume has a shorter name than a ConfigMap may have.
    const volume = name.length <= 63 ? name : `file-${shortHash(name)}`;
    const item = {
      path: baseName(file.target),
      ...(file.mode !== undefined && { mode: Number.parseInt(file.mode, 8) }),
    };
    const content = renderContent(file, options);
    if (content.secret) {
      const { key, name: secretName } = content.secret;
      rendered.volumes.push({
        name: volume,
        secret: { secretName, items: [{ key, ...item }] },
      });
    } else {
      rendered.manifests.push({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name },
        ...content.data,
      });
      rendered.volumes.push({
        name: volume,
        configMap: { name, items: [{ key: 'file', ...item }] },
      });
    }
    rendered.mounts.push({
      name: volume,
      mountPath: file.target,
      subPath: item.path,
      readOnly: true,
    });
  }
  return rendered;
}

function renderContent(
  file: ScoreContainer['files'][number],
  { scope, sources, path, found }: RenderFilesOptions,
): { secret?: SecretReference; data?: JsonObject } {
  if (file.binaryContent !== undefined) {
    return { data: { binaryData: { file: file.binaryContent } } };
  }
  const fail = (message: string) => {
    found.push({ path: [...path, 'files', file.key], message });
  };
  const content = file.content ?? sources.get(file.source ?? '');
  if (content === undefined) {
    fail(`needs '${file.source}', which could not be read`);
    return { data: { data: { file: '' } } };
  }
  if (typeof content !== 'string') {
    if (!file.noExpand) {
      fail(
        `needs '${file.source}', which is not UTF-8 text and can have no placeholders: set noExpand to take it as it is`,
      );
    }
    return { data: { binaryData: { file: content.toString('base64') } } };
  }
  if (file.noExpand) {
    return { data: { data: { file: content } } };
  }
  const parts = scope.resolve(content, fail);
  const [first] = parts;
  if (parts.length === 1 && typeof first !== 'string') {
    return { secret: first };
  }
  if (parts.some(part => typeof part !== 'string')) {
    fail(
      'has a secret among other text, which would be readable in the ConfigMap: put the secret into a variable, or into a file of its own',
    );
  }
  const texts = parts.filter(part => typeof part === 'string');
  return { data: { data: { file: texts.join('') } } };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function compareTargets(
  one: { target: string },
  other: { target: string },
): number {
  return Number(one.target > other.target) - Number(one.target < other.target);
}
