import type { StepAction, StoredStep } from '../database/StepStore';
import type { Situation } from './Situation';

/** Steps that make something at the provider, which may show late. */
const MAKING: readonly StepAction[] = ['create', 'update', 'resume', 'rotate'];

/** What has been tried, as the next step depends on it. */
export class StepHistory {
  readonly #steps: readonly StoredStep[];
  /** Those since the resource came into its state: for what it is to be now. */
  readonly #current: readonly StoredStep[];

  constructor({ steps, resource }: Pick<Situation, 'steps' | 'resource'>) {
    this.#steps = steps;
    const since = Date.parse(resource.stateSince);
    this.#current = steps.filter(
      ({ startedAt }) => Date.parse(startedAt) >= since,
    );
  }

  get last(): StoredStep | undefined {
    return this.#current.at(-1);
  }

  /** The last step, where nobody knows what it came to. */
  get ambiguous(): StoredStep | undefined {
    const last = this.#steps.at(-1);
    return last?.outcome === 'running' || last?.outcome === 'unknown'
      ? last
      : undefined;
  }

  /** How often an action was tried for what the resource is to be now. */
  countAttempts(action: StepAction): number {
    return this.#current.filter(step => step.action === action).length;
  }

  /** The last time an action went well for what the resource is to be now. */
  findDone(action: StepAction): StoredStep | undefined {
    return this.#current.findLast(
      step => step.action === action && step.outcome === 'done',
    );
  }

  /** The key of all attempts of an action. */
  findKey(action: StepAction): string | undefined {
    return this.#current.findLast(step => step.action === action)
      ?.idempotencyKey;
  }

  /** When something may have been made last; undefined where nothing was. */
  get lastMadeAt(): number | undefined {
    const made = this.#steps.filter(
      ({ action, outcome }) => MAKING.includes(action) && outcome !== 'refused',
    );
    return latest(made);
  }

  /** When the last step for what the resource is to be now ended. */
  get lastEndedAt(): number | undefined {
    return latest(this.#current);
  }
}

/** The end of a step that was cut short is not known: its start is taken. */
export function endOf({ finishedAt, startedAt }: StoredStep): number {
  return Date.parse(finishedAt ?? startedAt);
}

function latest(steps: readonly StoredStep[]): number | undefined {
  return steps.length > 0 ? Math.max(...steps.map(endOf)) : undefined;
}
