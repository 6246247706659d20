import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CdEvent } from '../portal/cdEvent.ts';
import { environments } from '../deployments/DeploymentStore.ts';
import type { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { readImageVersion } from '../deployments/imageVersion.ts';
import type { ActionRun } from '../git/Actions.ts';
import type { Repository } from '../git/Repository.ts';
import { readManifests } from '../manifests.ts';
import { checkOut } from './checkOut.ts';
import type { CatalogFinding, PortalValidator } from './PortalValidator.ts';
import {
  artifactId,
  describeArtifact,
  describeDeployment,
} from './runEvents.ts';
import { findReasonNotToTest, runNpmTest } from './runNpmTest.ts';
import { StepFailure } from './StepFailure.ts';
import { validateCatalogInfo } from './validateCatalogInfo.ts';

export const stepNames = [
  'checkout',
  'validate',
  'test',
  'package',
  'deploy',
] as const;

export type StepName = (typeof stepNames)[number];

export interface PipelineOptions {
  gitUrl: string;
  validator: PortalValidator;
  deployments: DeploymentStore;
  send: (events: CdEvent[]) => void;
  signal: AbortSignal;
  testTimeoutMs: number;
  /** Between one environment and the next. */
  promotionMs: number;
}

const catalogFiles = ['catalog-info.yaml', 'catalog-info.yml'];
const maxCatalogBytes = 1024 * 1024;

/** What one run does, step by step, in a temporary folder of its own. */
export class Pipeline {
  readonly #options: PipelineOptions;
  readonly #repository: Repository;
  readonly #run: ActionRun;
  readonly #folder: string;
  #manifestVersion: string | undefined;

  private constructor(
    options: PipelineOptions & { folder: string },
    repository: Repository,
    run: ActionRun,
  ) {
    this.#options = options;
    this.#folder = options.folder;
    this.#repository = repository;
    this.#run = run;
  }

  static async open(
    options: PipelineOptions,
    repository: Repository,
    run: ActionRun,
  ): Promise<Pipeline> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'atrium-ci-'));
    await fs.mkdir(path.join(folder, 'files'));
    await fs.mkdir(path.join(folder, 'home'));
    return new Pipeline({ ...options, folder }, repository, run);
  }

  async close(): Promise<void> {
    await fs.rm(this.#folder, { recursive: true, force: true, maxRetries: 2 });
  }

  /** Why a step is left out, or undefined when it is to run. */
  async findReasonToSkip(name: StepName): Promise<string | undefined> {
    switch (name) {
      case 'test':
        return findReasonNotToTest(this.#files);
      case 'package':
      case 'deploy':
        return this.#manifestVersion === undefined
          ? `No Deployment in deploy/ runs an image '${
              this.#repository.name
            }:<version>'.`
          : undefined;
      default:
        return undefined;
    }
  }

  /** @throws StepFailure when the commit is to blame */
  async perform(name: StepName, log: (text: string) => void): Promise<void> {
    switch (name) {
      case 'checkout':
        return this.#checkOut(log);
      case 'validate':
        return this.#validate(log);
      case 'test':
        return runNpmTest({
          folder: this.#files,
          home: path.join(this.#folder, 'home'),
          timeoutMs: this.#options.testTimeoutMs,
          signal: this.#options.signal,
          log,
        });
      case 'package':
        return this.#package(log);
      case 'deploy':
        return this.#deploy(log);
      default:
        throw new Error(`There is no step '${name satisfies never}'`);
    }
  }

  get #files() {
    return path.join(this.#folder, 'files');
  }

  async #checkOut(log: (text: string) => void) {
    const { commit } = this.#run;
    log(`Checking out ${this.#repository.fullName} at ${commit}\n`);
    const count = await checkOut(this.#repository, {
      commit,
      folder: this.#files,
      indexFile: path.join(this.#folder, 'index'),
    });
    this.#manifestVersion = readImageVersion(
      await readManifests(this.#repository, commit),
    );
    log(`${count} files\n`);
  }

  async #validate(log: (text: string) => void) {
    let count = 0;
    const problems: string[] = [];
    for (const name of catalogFiles) {
      const file = path.join(this.#files, name);
      const stats = await fs.stat(file).catch(() => undefined);
      if (!stats?.isFile()) {
        continue;
      }
      count += 1;
      if (stats.size > maxCatalogBytes) {
        problems.push(`${name}:1: the file is larger than 1 MiB`);
      } else {
        const content = await fs.readFile(file, 'utf8');
        const found = validateCatalogInfo(name, content);
        problems.push(
          ...(found.length > 0
            ? found
            : await this.#askPortal({ name, content, log })),
        );
      }
    }
    if (problems.length > 0) {
      log(`${problems.join('\n')}\n`);
      throw new StepFailure(`The catalog metadata is not valid`);
    }
    log(count > 0 ? 'catalog-info.yaml is valid\n' : 'No catalog-info.yaml\n');
  }

  /** What the portal would refuse; its warnings fail nothing. */
  async #askPortal(file: {
    name: string;
    content: string;
    log: (text: string) => void;
  }): Promise<string[]> {
    const { gitUrl, validator, signal } = this.#options;
    const { name, content, log } = file;
    const { fullName, defaultBranch } = this.#repository;
    const findings = await validator.validate(
      {
        location: `${gitUrl}/${fullName}/src/branch/${defaultBranch}/${name}`,
        content,
      },
      signal,
    );
    if (typeof findings === 'string') {
      log(
        `The portal was not asked, only the syntax is checked: ${findings}\n`,
      );
      return [];
    }
    const describe = ({ line = 1, message, advice }: CatalogFinding) =>
      `${name}:${line}: ${message} ${advice}`;
    for (const finding of findings) {
      if (finding.severity === 'warning') {
        log(`Warning: ${describe(finding)}\n`);
      }
    }
    return findings
      .filter(({ severity }) => severity === 'error')
      .map(describe);
  }

  #package(log: (text: string) => void) {
    const { deployments, send } = this.#options;
    const version = deployments.packageVersion(this.#repository.name, {
      manifestVersion: this.#requireManifestVersion(),
      commit: this.#run.commit,
    });
    this.#run.version = version;
    log(`Packaged and published ${artifactId(this.#repository, version)}\n`);
    send(describeArtifact(this.#place, this.#run, version));
  }

  async #deploy(log: (text: string) => void) {
    const { deployments, send, signal, promotionMs } = this.#options;
    const { version = '', commit } = this.#run;
    const { committer } = await this.#repository.readCommit(commit);
    const committedAt = new Date(committer.date).toISOString();
    for (const [index, environment] of environments.entries()) {
      if (index > 0) {
        await wait(promotionMs, undefined, { signal });
      }
      const previousVersion = deployments.deploy(this.#repository.name, {
        environment,
        version,
        manifestVersion: this.#requireManifestVersion(),
      });
      log(
        `${environment}: ${
          previousVersion ?? 'nothing'
        } was replaced by ${version}\n`,
      );
      send([
        describeDeployment(this.#place, this.#run, {
          environment,
          version,
          previousVersion,
          committedAt,
        }),
      ]);
    }
  }

  get #place() {
    return { gitUrl: this.#options.gitUrl, repository: this.#repository };
  }

  #requireManifestVersion(): string {
    if (this.#manifestVersion === undefined) {
      throw new Error('The manifests name no version');
    }
    return this.#manifestVersion;
  }
}
