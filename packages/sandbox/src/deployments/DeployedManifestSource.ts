import type { ManifestFile, ManifestSource } from '../manifests.ts';
import type { DeploymentStore } from './DeploymentStore.ts';
import { readImageVersion, replaceImageVersion } from './imageVersion.ts';

/**
 * The manifests in git, with the versions that the CI deployed to production.
 *
 * @remarks
 * A version that somebody wrote into a manifest since then counts for more.
 */
export class DeployedManifestSource implements ManifestSource {
  readonly #source: ManifestSource;
  readonly #deployments: DeploymentStore;

  constructor(source: ManifestSource, deployments: DeploymentStore) {
    this.#source = source;
    this.#deployments = deployments;
  }

  async list(): Promise<ManifestFile[]> {
    const files = await this.#source.list();
    return files.map(file => {
      const record = this.#deployments.get(file.repository);
      const deployed = record?.versions.production;
      const isCurrent = record?.manifestVersion === readImageVersion([file]);
      return deployed && isCurrent
        ? { ...file, content: replaceImageVersion(file, deployed) }
        : file;
    });
  }

  onChange(listener: () => void): void {
    this.#source.onChange(listener);
    this.#deployments.onChange(listener);
  }
}
