import type { ScanStore } from '../database/ScanStore';
import type { ParsedFinding } from '../model/ParsedFinding';
import type { FindingChanges } from '../services/FindingChanges';
import type { RepositoryEntities } from './RepositoryEntities';

/** An alert of a repository, as a finding. */
export interface RepositoryAlert {
  repositoryUrl: string;
  finding: ParsedFinding;
}

/** A list of alerts that a repository has, whether there is something in it. */
export interface ReadList {
  repositoryUrl: string;
  tool: string;
  kind: ParsedFinding['kind'];
}

interface AlertsOptions {
  changes: Pick<FindingChanges, 'announce'>;
  entities: Pick<RepositoryEntities, 'findOwners' | 'listEntityRefs'>;
  store: Pick<ScanStore, 'listEntitiesWithAlert' | 'merge' | 'noteScan'>;
}

/** Who told, in what is recorded of a scan. */
const UPLOADED_BY = 'github';
/** Apart from what a pipeline uploads itself by the same tool. */
const CATEGORY = 'github-alerts';

/** Stores alerts of GitHub with the components that their repository is of. */
export class Alerts {
  readonly #options: AlertsOptions;

  constructor(options: AlertsOptions) {
    this.#options = options;
  }

  /** An alert may come several times, in any order: the one changed last counts. */
  async ingest(alerts: RepositoryAlert[]): Promise<void> {
    const { changes, store } = this.#options;
    const findings = new Map<string, ParsedFinding[]>();
    for (const alert of alerts) {
      const { finding } = alert;
      for (const entityRef of await this.#findOwners(alert)) {
        findings.set(entityRef, [...(findings.get(entityRef) ?? []), finding]);
      }
    }
    for (const [entityRef, own] of findings) {
      await store.merge(toScan(entityRef), own);
    }
    changes.announce([...findings.keys()]);
  }

  /** Not each webhook says where: then whose the alert is has been said before. */
  async #findOwners({
    repositoryUrl,
    finding,
  }: RepositoryAlert): Promise<string[]> {
    const { entities, store } = this.#options;
    const { alert, file, tool } = finding;
    const known =
      alert !== undefined && file === undefined
        ? await store.listEntitiesWithAlert(
            await entities.listEntityRefs(repositoryUrl),
            { tool, alert },
          )
        : [];
    return known.length > 0 ? known : entities.findOwners(repositoryUrl, file);
  }

  /** Notes that a tool looked, for facts: without that, nothing is known. */
  async noteRead({ repositoryUrl, tool, kind }: ReadList): Promise<void> {
    const { entities, store } = this.#options;
    for (const entityRef of await entities.listEntityRefs(repositoryUrl)) {
      await store.noteScan(toScan(entityRef), {
        tool,
        kind,
        // GitHub looks at dependencies and for secrets by itself, and at code when a
        // workflow of the repository runs.
        isContinuous: kind !== 'code',
      });
    }
  }
}

function toScan(entityRef: string) {
  return {
    entityRef,
    category: CATEGORY,
    format: 'github' as const,
    scannedAt: new Date(),
    uploadedBy: UPLOADED_BY,
    kinds: [],
  };
}
