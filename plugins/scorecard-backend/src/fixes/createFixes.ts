import { type EntityOrigins, FileProposals } from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { EntityStore } from '../database/EntityStore';
import type { FactStore } from '../database/FactStore';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { FixTexts } from './FixTexts';
import { RatedCheckStore } from '../reads/RatedCheckStore';
import { Fixes } from './Fixes';

interface CreateFixesOptions {
  catalog: CatalogService;
  expressions: () => ScorecardExpressions;
  gitHosts: GitHosts;
  knex: Knex;
  origins: EntityOrigins;
  stores: {
    entities: EntityStore;
    facts: FactStore;
    snapshots: SnapshotStore;
  };
}

/** Creates what hands files that mend checks over. */
export function createFixes(options: CreateFixesOptions): Fixes {
  const { expressions, stores } = options;
  return new Fixes({
    ...options,
    checks: new RatedCheckStore(options.knex),
    proposals: new FileProposals({ ...options, onCommit: async () => {} }),
    texts: new FixTexts({ ...options, ...stores }),
    async refresh(entityRef) {
      for (const provider of expressions().providers.keys()) {
        await stores.facts.markDue(provider, [entityRef]);
      }
    },
  });
}
