import { z } from 'zod';
import type { DeploymentStore } from '../../deployments/DeploymentStore.ts';
import type { RepositoryStore } from '../../git/RepositoryStore.ts';
import type { ManifestSource } from '../../manifests.ts';
import { readJsonFile } from '../../readJsonFile.ts';
import { writeJsonFile } from '../../writeJsonFile.ts';
import type { HistoryEvent } from './HistoryWriter.ts';
import type { PlannedIncident } from './planDeployments.ts';
import { planHistory } from './planHistory.ts';
import type { RolloutTimes } from './planHistory.ts';
import { readProjects } from './readProjects.ts';

const stateSchema = z.object({
  /** The end of the history: when the sandbox was first started. */
  untilMs: z.number(),
  /** Days, as `YYYY-MM-DD`, that the portal has taken. */
  sentDays: z.array(z.string()),
  isComplete: z.boolean(),
});

type HistoryState = z.infer<typeof stateSchema>;

export interface OpenHistoryOptions {
  file: string;
  gitUrl: string;
  store: RepositoryStore;
  manifests: Pick<ManifestSource, 'list'>;
  deployments: DeploymentStore;
  now?: number;
}

/** The past of the sample organisation, and what of it the portal knows. */
export class SampleHistory {
  /** Known on the first start only. */
  readonly rolledOutAt: Partial<RolloutTimes>;
  /** By repository; known until the portal has taken everything. */
  readonly incidents: ReadonlyMap<string, PlannedIncident[]>;
  readonly #file: string;
  readonly #state: HistoryState;
  readonly #events: HistoryEvent[];

  private constructor(options: {
    file: string;
    state: HistoryState;
    events: HistoryEvent[];
    rolledOutAt: Partial<RolloutTimes>;
    incidents: ReadonlyMap<string, PlannedIncident[]>;
  }) {
    this.#file = options.file;
    this.#state = options.state;
    this.#events = options.events;
    this.rolledOutAt = options.rolledOutAt;
    this.incidents = options.incidents;
  }

  /** The end of the history: when the sandbox was first started. */
  get untilMs(): number {
    return this.#state.untilMs;
  }

  /** Whether the portal has taken everything. */
  get isComplete(): boolean {
    return this.#state.isComplete;
  }

  static async open(options: OpenHistoryOptions): Promise<SampleHistory> {
    const {
      file,
      gitUrl,
      store,
      manifests,
      deployments,
      now = Date.now(),
    } = options;
    const known = readJsonFile(file, stateSchema);
    const state = known ?? { untilMs: now, sentDays: [], isComplete: false };
    if (state.isComplete) {
      return new SampleHistory({
        file,
        state,
        events: [],
        rolledOutAt: {},
        incidents: new Map(),
      });
    }
    const history = planHistory(await readProjects(store, manifests), {
      gitUrl,
      untilMs: state.untilMs,
    });
    for (const [repository, record] of history.deployments) {
      if (!deployments.get(repository)) {
        deployments.adopt(repository, record);
      }
    }
    const sample = new SampleHistory({
      file,
      state,
      events: history.events,
      rolledOutAt: known ? {} : history.rolledOutAt,
      incidents: history.incidents,
    });
    sample.#save();
    return sample;
  }

  /** What has not been taken yet: days, the newest first. */
  listMissingDays(): { day: string; events: HistoryEvent[] }[] {
    const sent = new Set(this.#state.sentDays);
    const days = new Map<string, HistoryEvent[]>();
    for (const item of this.#events) {
      const day = item.event.time.slice(0, 10);
      if (!sent.has(day)) {
        const events = days.get(day) ?? [];
        events.push(item);
        days.set(day, events);
      }
    }
    return [...days]
      .map(([day, events]) => ({ day, events }))
      .sort((left, right) => (left.day < right.day ? 1 : -1));
  }

  markSent(day: string): void {
    this.#state.sentDays.push(day);
    this.#save();
  }

  markComplete(): void {
    this.#state.isComplete = true;
    this.#events.length = 0;
    this.#save();
  }

  #save() {
    writeJsonFile(this.#file, this.#state);
  }
}
