import { catalogStateSchema } from '@atrium/plugin-catalog-health-common';
import type { PluginClient } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ProblemStore } from '../database/ProblemStore';
import type { Conflicts } from '../services/Conflicts';
import { findProblems } from '../services/findProblems';
import { fingerprintOf } from '../services/fingerprintOf';
import type { FoundProblem } from '../services/FoundProblem';
import type { KindRules } from '@atrium/backend-common';
import type { OwnerFinder } from '../services/OwnerFinder';
import type { ProblemNotifier } from '../services/ProblemNotifier';
import type { StatusWriter } from '../services/StatusWriter';

interface HealthSweepOptions {
  auth: AuthService;
  /** The catalog, with the module that tells what it could not process. */
  catalogClient: Pick<PluginClient, 'get'>;
  conflicts: Conflicts;
  integrations: ScmIntegrationRegistry;
  notifier: ProblemNotifier;
  owners: OwnerFinder;
  problems: ProblemStore;
  rules: KindRules;
  /** Absent where commits are not to be marked. */
  statuses?: StatusWriter;
}

const AT_WORK_MS = 10_000;

/** Compares what is wrong with the catalog with what is known of it. */
export class HealthSweep {
  readonly #options: HealthSweepOptions;

  constructor(options: HealthSweepOptions) {
    this.#options = options;
  }

  /**
   * Looks once.
   *
   * @param signal - ends it before anything is kept or told
   * @returns after how many milliseconds to look again, where the catalog is at work
   */
  async run(signal: AbortSignal): Promise<number | undefined> {
    const { auth, catalogClient, conflicts, notifier, problems, statuses } =
      this.#options;
    // The platform looks after all files, whoever may see what is in them.
    const credentials = await auth.getOwnServiceCredentials();
    const answer = await catalogClient.get(
      '/health/state',
      {},
      { credentials },
    );
    const state = parseInput(catalogStateSchema, answer);
    const contested = await conflicts.list(signal);
    if (signal.aborted) {
      return undefined;
    }
    const found = unique(
      findProblems({ ...state, conflicts: contested.conflicts }, this.#options),
    );
    const now = new Date();
    const { isBeingFilled, waiting } = state;
    const isTruncated = state.isTruncated || contested.isTruncated;
    await problems.save(
      { ...(await this.#divide(found)), isBeingFilled, isTruncated },
      now,
    );
    await notifier.run();
    await statuses?.run({ waiting, isTruncated, now });
    return isBeingFilled || waiting.length > 0 ? AT_WORK_MS : undefined;
  }

  async #divide(found: FoundProblem[]) {
    const { owners, problems } = this.#options;
    const known = await problems.findOpen(found.map(fingerprintOf));
    const isKnown = (problem: FoundProblem) =>
      known.has(fingerprintOf(problem));
    return {
      known: found.filter(isKnown),
      added: await owners.find(found.filter(problem => !isKnown(problem))),
    };
  }
}

/** The same file may be listed twice, and be wrong for each. */
function unique(found: FoundProblem[]): FoundProblem[] {
  return [
    ...new Map(
      found.map(problem => [fingerprintOf(problem), problem]),
    ).values(),
  ];
}
