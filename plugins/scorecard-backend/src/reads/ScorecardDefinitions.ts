import type { ScorecardDefinition } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';

/** What the scorecards in force say. */
export class ScorecardDefinitions {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** `undefined` where it is not in force. */
  async find(name: string): Promise<ScorecardDefinition | undefined> {
    const definitions = await this.list([name]);
    return definitions.get(name);
  }

  async list(
    names: readonly string[],
  ): Promise<Map<string, ScorecardDefinition>> {
    const rows = await this.#knex('scorecards')
      .whereNull('removed_at')
      .whereIn('name', names)
      .select<{ name: string; definition: ScorecardDefinition }[]>(
        'name',
        'definition',
      );
    return new Map(rows.map(({ name, definition }) => [name, definition]));
  }
}
