import { z } from 'zod';
import type { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { badDeployment, openIncident, slowBurn } from '../scenario.ts';
import { minute } from '../durations.ts';
import { seededFraction } from '../seed.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { writeJsonFile } from '../writeJsonFile.ts';
import type { Fault } from './ServiceProfile.ts';

const stateSchema = z.object({
  badVersion: z.string().optional(),
  /** The first minute in which another version ran. */
  recoveredMinute: z.number().optional(),
  incidents: z.record(
    z.string(),
    z.array(
      z.object({
        fromMinute: z.number(),
        /** Missing while the incident is open. */
        untilMinute: z.number().optional(),
      }),
    ),
  ),
});

type TroubleState = z.infer<typeof stateSchema>;

/** Something that went wrong with a service in the past. */
export interface PastIncident {
  detectedAtMs: number;
  /** Undefined while it is open. */
  resolvedAtMs?: number;
  description: string;
}

export interface OpenTroublesOptions {
  file: string;
  history: {
    untilMs: number;
    incidents: ReadonlyMap<string, PastIncident[]>;
  };
  deployments: Pick<DeploymentStore, 'get' | 'onChange'>;
}

/**
 * What goes wrong with which service: the incidents of the past, the bad
 * deployment until another version is deployed, and a budget that burns slowly.
 */
export class Troubles {
  readonly #options: OpenTroublesOptions;
  readonly #state: TroubleState;
  readonly #listeners: (() => void)[] = [];

  private constructor(options: OpenTroublesOptions, state: TroubleState) {
    this.#options = options;
    this.#state = state;
  }

  static open(options: OpenTroublesOptions): Troubles {
    const { file, history } = options;
    const state = readJsonFile(file, stateSchema) ?? {
      badVersion: runningVersion(options),
      incidents: Object.fromEntries(
        [...history.incidents].map(([name, incidents]) => [
          name,
          incidents.filter(isOfItsOwn).map(toPeriod),
        ]),
      ),
    };
    const troubles = new Troubles(options, state);
    troubles.#save();
    options.deployments.onChange(() => troubles.#noteDeployment());
    return troubles;
  }

  /** Calls the listener when something else goes wrong than before. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  faultsOf(service: string, failedOutcome: string): Fault[] {
    const { untilMs } = this.#options.history;
    const faults: Fault[] = (this.#state.incidents[service] ?? []).map(period =>
      toFault(period, { service, outcome: failedOutcome }),
    );
    if (service === badDeployment.repository) {
      faults.push({
        fromMinute: toMinute(untilMs - badDeployment.deployedAgoMs),
        untilMinute: this.#state.recoveredMinute,
        failedRatio: badDeployment.failedRatio,
        outcome: '502',
      });
    }
    if (service === slowBurn.service) {
      faults.push({
        fromMinute: toMinute(untilMs - slowBurn.startedAgoMs),
        failedRatio: slowBurn.failedRatio,
        outcome: failedOutcome,
      });
    }
    return faults;
  }

  /** The minutes at which a service was restarted by its deployment. */
  restartsOf(service: string): number[] {
    if (service !== badDeployment.repository) {
      return [];
    }
    const deployedAtMs =
      this.#options.history.untilMs - badDeployment.deployedAgoMs;
    const { recoveredMinute } = this.#state;
    return [
      toMinute(deployedAtMs),
      ...(recoveredMinute === undefined ? [] : [recoveredMinute]),
    ];
  }

  #noteDeployment(): void {
    const version = runningVersion(this.#options);
    const isOver = this.#state.recoveredMinute !== undefined;
    if (isOver || version === this.#state.badVersion) {
      return;
    }
    // From the next whole minute on, so that each minute is of one kind.
    this.#state.recoveredMinute = toMinute(Date.now()) + 1;
    this.#save();
    for (const listener of this.#listeners) {
      listener();
    }
  }

  #save(): void {
    writeJsonFile(this.#options.file, this.#state);
  }
}

/** The bad deployment has an end of its own. */
function isOfItsOwn({ description }: PastIncident): boolean {
  return description !== badDeployment.description;
}

function toMinute(milliseconds: number): number {
  return Math.floor(milliseconds / minute);
}

/** It is noticed a little after it begins. */
function toPeriod({ detectedAtMs, resolvedAtMs }: PastIncident) {
  return {
    fromMinute: toMinute(detectedAtMs) - 5,
    untilMinute:
      resolvedAtMs === undefined ? undefined : toMinute(resolvedAtMs),
  };
}

/** What is over has failed; the incident that is open is about latency. */
function toFault(
  period: { fromMinute: number; untilMinute?: number },
  { service, outcome }: { service: string; outcome: string },
): Fault {
  return period.untilMinute === undefined
    ? { ...period, failedRatio: 0, slowRatio: openIncident.slowRatio, outcome }
    : {
        ...period,
        failedRatio:
          0.01 + 0.03 * seededFraction(`${service}/${period.fromMinute}`),
        outcome,
      };
}

function runningVersion({ deployments }: OpenTroublesOptions) {
  return deployments.get(badDeployment.repository)?.versions.production;
}
