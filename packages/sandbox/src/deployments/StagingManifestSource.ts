import { isMap, parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';
import { behaviourAnnotation, logAnnotation } from '../kubernetes/behaviour.ts';
import type { ManifestFile, ManifestSource } from '../manifests.ts';
import type { DeploymentStore } from './DeploymentStore.ts';
import { readImageVersion, replaceImageVersion } from './imageVersion.ts';

const stagingEnvironments = ['dev', 'staging'] as const;

/** No autoscaling, nothing that the internet reaches. */
const stagedKinds = new Set(['Deployment', 'Service', 'ConfigMap']);

const manifestSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ namespace: z.string().default('default') }),
  spec: z
    .looseObject({
      template: z
        .looseObject({
          metadata: z
            .looseObject({
              annotations: z.record(z.string(), z.unknown()).optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/**
 * What the manifests in git become in dev and staging: namespaces of their
 * own, one replica, and the version that the CI deployed there.
 */
export class StagingManifestSource implements ManifestSource {
  readonly #source: ManifestSource;
  readonly #deployments: DeploymentStore;

  constructor(source: ManifestSource, deployments: DeploymentStore) {
    this.#source = source;
    this.#deployments = deployments;
  }

  async list(): Promise<ManifestFile[]> {
    const files = await this.#source.list();
    return stagingEnvironments.flatMap(environment =>
      files.flatMap(file => {
        const record = this.#deployments.get(file.repository);
        const version = record?.versions[environment];
        if (version === undefined) {
          return [];
        }
        const content = stage(file, { environment, version });
        return content === '' ? [] : { ...file, content };
      }),
    );
  }

  onChange(listener: () => void): void {
    this.#source.onChange(listener);
    this.#deployments.onChange(listener);
  }
}

/** What cannot be read is left out: production tells about it. */
function stage(
  file: ManifestFile,
  target: { environment: string; version: string },
): string {
  const content =
    readImageVersion([file]) === undefined
      ? file.content
      : replaceImageVersion(file, target.version);
  return parseAllDocuments(content)
    .filter(
      document => document.errors.length === 0 && isMap(document.contents),
    )
    .flatMap(document => {
      const parsed = manifestSchema.safeParse(document.toJS());
      return parsed.success && stagedKinds.has(parsed.data.kind)
        ? [stringify(stageManifest(parsed.data, target.environment))]
        : [];
    })
    .join('---\n');
}

function stageManifest(
  manifest: z.infer<typeof manifestSchema>,
  environment: string,
) {
  const { kind, metadata, spec } = manifest;
  const { annotations = {} } = spec?.template?.metadata ?? {};
  const {
    [behaviourAnnotation]: _behaviour,
    [logAnnotation]: _log,
    ...kept
  } = annotations;
  return {
    ...manifest,
    metadata: {
      ...metadata,
      namespace: `${metadata.namespace}-${environment}`,
    },
    ...(kind === 'Deployment' && {
      spec: {
        ...spec,
        replicas: 1,
        template: {
          ...spec?.template,
          metadata: { ...spec?.template?.metadata, annotations: kept },
        },
      },
    }),
  };
}
