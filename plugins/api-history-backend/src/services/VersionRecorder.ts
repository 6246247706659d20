import { createHash } from 'node:crypto';
import type { ApiVersion } from '@atrium/plugin-api-history-common';
import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ReadAnswer } from '../analysis/DefinitionAnalysis';
import type { ThreadedAnalyzer } from '../analysis/ThreadedAnalyzer';
import type { SeenApi, SweepStore } from '../database/SweepStore';
import type { NewVersion, VersionStore } from '../database/VersionStore';
import type { CommitFinder } from './CommitFinder';

/** What {@link VersionRecorder} works with. */
export interface VersionRecorderOptions {
  analyzer: ThreadedAnalyzer;
  commits: Pick<CommitFinder, 'find'>;
  maxDefinitionBytes: number;
  sweeps: SweepStore;
  versions: VersionStore;
  versionsPerApi: number;
}

/** A definition as an entity holds it. */
interface Definition {
  entityRef: string;
  type: string;
  text: string;
  sizeBytes: number;
  etag: string;
  textHash: string;
}

/** Decides whether the definition of an API is a new version, and keeps it. */
export class VersionRecorder {
  readonly #options: VersionRecorderOptions;

  constructor(options: VersionRecorderOptions) {
    this.#options = options;
  }

  /**
   * Looks at the definition of an API.
   *
   * @returns the version that was added, if one was
   */
  async record(
    entity: Entity,
    seen: SeenApi | undefined,
  ): Promise<ApiVersion | undefined> {
    const { analyzer, sweeps, versions } = this.#options;
    const definition = readEntity(entity);
    if (!definition) {
      return undefined;
    }
    const { entityRef, etag, textHash } = definition;
    const markLookedAt = () =>
      sweeps.markLookedAt(entityRef, { etag, textHash });
    if (seen?.textHash === textHash) {
      await markLookedAt();
      return undefined;
    }
    const isTooLarge = definition.sizeBytes > this.#options.maxDefinitionBytes;
    const read: ReadAnswer = isTooLarge
      ? { isValid: false, error: { message: this.#describeSize(definition) } }
      : await analyzer.read(definition);
    const contentHash = read.isValid ? read.contentHash : `text:${textHash}`;
    const latest = await versions.getLatest(entityRef);
    if (
      latest?.contentHash === contentHash &&
      latest.type === definition.type
    ) {
      // Written in another way, it says the same.
      await markLookedAt();
      return undefined;
    }
    const added = await versions.addVersion({
      entityRef,
      type: definition.type,
      version: read.isValid ? read.version : undefined,
      createdAt: new Date().toISOString(),
      commit: await this.#options.commits.find(entity),
      sourceUrl: sourceUrlOf(entity),
      sizeBytes: definition.sizeBytes,
      hasDefinition: !isTooLarge,
      isValid: read.isValid,
      error: read.isValid ? undefined : read.error,
      ...(read.isValid ? await this.#compare(definition) : {}),
      definition: isTooLarge ? undefined : definition.text,
      contentHash,
      latestNumber: latest?.number ?? 0,
      etag,
      textHash,
    });
    if (added) {
      await versions.pruneVersions(entityRef, this.#options.versionsPerApi);
    }
    return added;
  }

  async #compare(
    definition: Definition,
  ): Promise<
    Partial<Pick<NewVersion, 'comparedTo' | 'comparison' | 'counts'>>
  > {
    const { analyzer, versions } = this.#options;
    const reference = await versions.getLastValid(definition.entityRef);
    const text = reference && (await versions.getDefinition(reference.id));
    if (!reference || text === undefined) {
      return {};
    }
    const comparedTo = reference.number;
    const result = await analyzer.compare({
      before: { type: reference.type, text },
      after: definition,
    });
    if (!result.isSemantic) {
      return {
        comparedTo,
        comparison: {
          comparedTo,
          textOnlyReason: result.reason,
          textOnlyMessages: result.messages,
        },
      };
    }
    const { counts, changes, isTruncated } = result;
    return {
      comparedTo,
      comparison: { comparedTo, changes, isTruncated },
      counts,
    };
  }

  #describeSize({ sizeBytes }: Definition): string {
    return `The definition has ${sizeBytes} bytes, more than the ${
      this.#options.maxDefinitionBytes
    } that are kept.`;
  }
}

function readEntity(entity: Entity): Definition | undefined {
  const text = entity.spec?.definition;
  const type = entity.spec?.type;
  if (typeof text !== 'string' || typeof type !== 'string') {
    return undefined;
  }
  return {
    entityRef: stringifyEntityRef(entity),
    type,
    text,
    sizeBytes: Buffer.byteLength(text),
    etag: entity.metadata.etag ?? '',
    textHash: createHash('sha256').update(`${type}\n${text}`).digest('hex'),
  };
}

function sourceUrlOf({ metadata }: Entity): string | undefined {
  // Not the view URL, which the file itself can set to anything.
  const location = metadata.annotations?.[ANNOTATION_LOCATION];
  const url = location?.replace(/^url:/, '') ?? '';
  return /^https?:/.test(url) ? url : undefined;
}
