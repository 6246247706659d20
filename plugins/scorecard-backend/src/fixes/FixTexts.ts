import { entityNotFound } from '@atrium/backend-common';
import type { EntityStore } from '../database/EntityStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import { FactSnapshot } from '../evaluation/FactSnapshot';
import { FixTemplate } from '../expressions/FixTemplate';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

interface FixTextsOptions {
  entities: Pick<EntityStore, 'findIds'>;
  snapshots: Pick<SnapshotStore, 'read'>;
  /** The facts that are known, once all modules have said so. */
  expressions: () => ScorecardExpressions;
}

/** Fills the placeholders of fixes with what is known of an entity. */
export class FixTexts {
  readonly #options: FixTextsOptions;

  constructor(options: FixTextsOptions) {
    this.#options = options;
  }

  /** The content of a file for an entity. */
  async renderFile(entityRef: string, content: string): Promise<string> {
    const { entities, snapshots } = this.#options;
    const ids = await entities.findIds([entityRef]);
    const expressions = this.#options.expressions();
    const [entity] = await snapshots.read(
      { ids: [...ids.values()] },
      { providers: [...expressions.providers.keys()] },
    );
    if (!entity) {
      throw entityNotFound(entityRef);
    }
    const snapshot = new FactSnapshot(entity, {
      atMs: Date.now(),
      expressions,
    });
    return FixTemplate.compile(content, expressions).render(
      snapshot.context,
      'none',
    );
  }
}
