import type { ParsedFinding } from '../model/ParsedFinding';

type Alert = Pick<ParsedFinding, 'alert' | 'tool'>;

/** An entity that was told of an alert. */
export interface AlertHolder {
  entityRef: string;
  tool: string;
  alert: string;
  /** Whether it is not fixed there. */
  isStanding: boolean;
}

/** Which entities have alerts, or had them. */
export class AlertHolders {
  readonly #byAlert = new Map<string, AlertHolder[]>();

  constructor(holders: AlertHolder[]) {
    for (const holder of holders) {
      const key = keyOf(holder);
      this.#byAlert.set(key, [...(this.#byAlert.get(key) ?? []), holder]);
    }
  }

  /** In order; those that had it only where no one has it. */
  of(alert: Alert): string[] {
    const all = this.#byAlert.get(keyOf(alert)) ?? [];
    const standing = all.filter(({ isStanding }) => isStanding);
    return (standing.length > 0 ? standing : all)
      .map(({ entityRef }) => entityRef)
      .sort();
  }
}

function keyOf({ alert, tool }: Alert): string {
  return JSON.stringify([tool, alert]);
}
