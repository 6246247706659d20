import type { AlertHolders } from '../database/AlertHolders';
import type { Scan, ScanStore } from '../database/ScanStore';
import type { ParsedFinding } from '../model/ParsedFinding';
import type { FindingChanges } from '../services/FindingChanges';
import type { RepositoryEntities } from './RepositoryEntities';

/** An alert of a repository, as a finding. */
export interface RepositoryAlert {
  repositoryUrl: string;
  finding: ParsedFinding;
  /** Whether a run of the tool told it just now, rather than a person or a poll. */
  isOfScan?: boolean;
  /** Whether it was read from its list, which leaves nothing out. */
  isListed?: boolean;
}

/** A list of alerts that a repository has, whether there is something in it. */
export interface ReadList {
  repositoryUrl: string;
  tool: string;
  kind: ParsedFinding['kind'];
  /** When the tool looked last, where that is known. */
  scannedAt?: Date;
}

interface AlertsOptions {
  changes: Pick<FindingChanges, 'announce'>;
  entities: Pick<
    RepositoryEntities,
    'findOwners' | 'listEntityRefs' | 'nameOwners'
  >;
  store: Pick<ScanStore, 'listAlertHolders' | 'merge' | 'noteScan'>;
}

/** Who told, in what is recorded of a scan. */
const UPLOADED_BY = 'github';
/** Apart from what a pipeline uploads itself by the same tool. */
const CATEGORY = 'github-alerts';
/** What an alert is where it is another component's now: its file is none of the old one. */
const GONE = {
  state: 'fixed',
  reason: undefined,
  file: undefined,
  line: undefined,
} as const;

/** Stores alerts of GitHub with the components that their repository is of. */
export class Alerts {
  readonly #options: AlertsOptions;

  constructor(options: AlertsOptions) {
    this.#options = options;
  }

  /** An alert may come several times, in any order: the one changed last counts. */
  async ingest(alerts: RepositoryAlert[]): Promise<void> {
    const { changes, store } = this.#options;
    const told = new Map<string, RepositoryAlert[]>();
    const holders = await this.#listHolders(alerts);
    for (const alert of alerts) {
      const assigned = await this.#assign(alert, holders.of(alert.finding));
      for (const [entityRef, finding] of assigned) {
        const own = told.get(entityRef) ?? [];
        told.set(entityRef, [...own, { ...alert, finding }]);
      }
    }
    for (const [entityRef, own] of told) {
      const untimed = own
        .filter(({ finding, isOfScan }) => finding.kind === 'code' && !isOfScan)
        .map(({ finding }) => finding.tool);
      await store.merge(
        toScan(entityRef, { untimedTools: new Set(untimed) }),
        own.map(({ finding }) => finding),
      );
    }
    changes.announce([...told.keys()]);
  }

  /** The components that were told of alerts before. */
  async #listHolders(alerts: RepositoryAlert[]): Promise<AlertHolders> {
    const { entities, store } = this.#options;
    const urls = new Set(alerts.map(({ repositoryUrl }) => repositoryUrl));
    const entityRefs = new Set<string>();
    for (const url of urls) {
      for (const entityRef of await entities.listEntityRefs(url)) {
        entityRefs.add(entityRef);
      }
    }
    return store.listAlertHolders(
      [...entityRefs],
      alerts.map(({ finding }) => finding),
    );
  }

  /**
   * What an alert is to each component: to one that had it, and whose its file is not
   * any more, it is fixed. One that is fixed goes to whoever had it.
   */
  async #assign(
    { repositoryUrl, finding, isListed = false }: RepositoryAlert,
    holders: string[],
  ): Promise<Map<string, ParsedFinding>> {
    const { file, state } = finding;
    const saysFile = file !== undefined;
    // Not each webhook says where: then whose the alert is has been said before.
    if (holders.length > 0 && (state === 'fixed' || (!saysFile && !isListed))) {
      return new Map(holders.map(entityRef => [entityRef, finding]));
    }
    const { entities } = this.#options;
    const owners = await entities.findOwners(repositoryUrl, file);
    const gone = { ...finding, ...GONE };
    return new Map([
      ...holders.map(
        entityRef => [entityRef, saysFile ? gone : finding] as const,
      ),
      ...owners.map(entityRef => [entityRef, finding] as const),
    ]);
  }

  /** Names the components that lie in a repository; see {@link RepositoryEntities}. */
  async nameOwners(repositoryUrl: string): Promise<string> {
    return this.#options.entities.nameOwners(repositoryUrl);
  }

  /** Notes that a tool looked, for facts: without that, nothing is known. */
  async noteRead(list: ReadList): Promise<void> {
    const { entities, store } = this.#options;
    const { repositoryUrl, tool, kind, scannedAt } = list;
    const time = scannedAt ? { scannedAt } : { untimedTools: new Set([tool]) };
    for (const entityRef of await entities.listEntityRefs(repositoryUrl)) {
      await store.noteScan(toScan(entityRef, time), { tool, kind });
    }
  }
}

function toScan(
  entityRef: string,
  time: Partial<Pick<Scan, 'scannedAt' | 'untimedTools'>>,
): Scan {
  return {
    entityRef,
    category: CATEGORY,
    format: 'github',
    scannedAt: new Date(),
    uploadedBy: UPLOADED_BY,
    kinds: [],
    ...time,
  };
}
