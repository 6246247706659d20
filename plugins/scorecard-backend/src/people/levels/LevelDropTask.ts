import type { MessageStore } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { toLevelDropMessages } from './levelDropMessages';
import type { LevelDropStore } from './LevelDropStore';

interface LevelDropTaskOptions {
  drops: LevelDropStore;
  knex: Knex;
  messages: Pick<MessageStore, 'add'>;
}

/** Tells owners that their services hold a lower level than before. */
export class LevelDropTask {
  readonly #options: LevelDropTaskOptions;

  constructor(options: LevelDropTaskOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const { drops, knex, messages } = this.#options;
    await knex.transaction(async trx => {
      await messages.add(toLevelDropMessages(await drops.take(trx)), trx);
    });
  }
}
