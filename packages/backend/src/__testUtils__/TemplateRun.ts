import type { JsonObject } from '@backstage/types';

interface TaskEvent {
  type: string;
  body: {
    message: string;
    stepId?: string;
    status?: string;
    output?: JsonObject;
    error?: { message: string };
  };
}

/** How a run of a template ended. */
export class TemplateRun {
  readonly status: string;
  readonly #events: TaskEvent[];

  constructor(status: string, events: TaskEvent[]) {
    this.status = status;
    this.#events = events;
  }

  /** Step ids with the last status each had. */
  get steps(): Record<string, string> {
    return Object.fromEntries(
      this.#events.flatMap(({ body: { stepId, status } }) =>
        stepId && status ? [[stepId, status]] : [],
      ),
    );
  }

  /** What the run says at its end. */
  get completion() {
    return this.#events.find(event => event.type === 'completion')?.body;
  }
}
