import type { EntityOrigin, EntityOrigins } from '@atrium/backend-common';
import { type GitHosts, toRepositoryUrl } from '@atrium/git-hosts';
import type { EntityFacts } from '@atrium/plugin-scorecard-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DAY_MS } from '../../facts/elapsed';
import { judgeRepository } from './judgeRepository';
import { RepositorySnapshot } from './RepositorySnapshot';

interface RepositoryJudgeOptions {
  gitHosts: Pick<GitHosts, 'openSource'>;
  origins: Pick<EntityOrigins, 'getFolder'>;
}

/** An entity, and the file that the catalog read it from. */
export interface PlacedEntity {
  entity: Entity;
  origin: EntityOrigin;
}

interface KeptFacts {
  /** Of what they are: the same commit and place need not be read again. */
  key: string;
  judgedAt: number;
  facts: EntityFacts;
}

const MAX_KEPT = 20_000;

/** Reads repositories, and remembers what it found in each commit. */
export class RepositoryJudge {
  readonly #options: RepositoryJudgeOptions;
  readonly #kept = new Map<string, KeptFacts>();

  constructor(options: RepositoryJudgeOptions) {
    this.#options = options;
  }

  /** What was found last, for when a host does not answer. */
  recall(entity: Entity): EntityFacts | undefined {
    return this.#kept.get(stringifyEntityRef(entity))?.facts;
  }

  /**
   * The facts of entities of one repository and branch, by their refs; none
   * where the portal sees no such branch.
   *
   * @throws what keeps the host from answering
   */
  async judge(
    placed: PlacedEntity[],
    signal: AbortSignal,
  ): Promise<Map<string, EntityFacts>> {
    const answer = new Map<string, EntityFacts>();
    const [first] = placed;
    const opened =
      first &&
      this.#options.gitHosts.openSource(toRepositoryUrl(first.origin), {
        signal,
      });
    const branch = await opened?.source.getBranch(first.origin.branch);
    if (!opened || !branch) {
      return answer;
    }
    let snapshot: RepositorySnapshot | undefined;
    for (const { entity, origin } of placed) {
      const ref = stringifyEntityRef(entity);
      const folder = this.#options.origins.getFolder(entity);
      const { repository, path: catalogPath } = origin;
      const key = JSON.stringify([repository, branch, folder, catalogPath]);
      const kept = this.#kept.get(ref);
      if (kept?.key === key && Date.now() - kept.judgedAt < DAY_MS) {
        answer.set(ref, kept.facts);
        continue;
      }
      snapshot ??= new RepositorySnapshot({
        ...branch,
        address: origin,
        source: opened.source,
        list: await opened.source.listFiles(branch.commit),
      });
      const place = { folder, catalogPath };
      const facts: EntityFacts = {
        ...(await judgeRepository(snapshot, place)),
        observedAt: new Date().toISOString(),
      };
      this.#keep(ref, { key, judgedAt: Date.now(), facts });
      answer.set(ref, facts);
    }
    return answer;
  }

  #keep(ref: string, kept: KeptFacts): void {
    this.#kept.delete(ref);
    this.#kept.set(ref, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
  }
}
