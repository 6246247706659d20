import type { Knex } from 'knex';

/** What OpenCost answered for a day. */
export interface AnsweredDay {
  /** By what it was asked. */
  question: string;
  /** As the file that is read. */
  answer: string;
}

interface DayOfSource {
  source: string;
  day: string;
}

/** Keeps what OpenCost said of days that are in force. */
export class OpenCostDayStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find({ day, source }: DayOfSource): Promise<AnsweredDay | undefined> {
    return this.#knex('opencost_days')
      .where({ source, day })
      .first('question', 'answer');
  }

  async save(day: DayOfSource & AnsweredDay): Promise<void> {
    await this.#knex('opencost_days')
      .insert(day)
      .onConflict(['source', 'day'])
      .merge();
  }

  /** Forgets days of months that are not brought in again. */
  async deleteBefore(day: string): Promise<void> {
    await this.#knex('opencost_days').where('day', '<', day).delete();
  }
}
