import {
  type GithubRepository,
  type HostPage,
  mapPage,
  type PageRequest,
  type PolledRepository,
  type PollItem,
  type PollResource,
} from '@atrium/git-hosts';
import type { ParsedFinding } from '../model/ParsedFinding';
import { AlertPage } from './AlertPage';
import type { Alerts, ReadList, RepositoryAlert } from './Alerts';
import { CodeScanTimes } from './CodeScanTimes';
import {
  GITHUB_TOOLS,
  toCodeScanningFinding,
  toDependabotFinding,
  toSecretScanningFinding,
} from './toAlertFinding';

type Resource = PollResource<GithubRepository, RepositoryAlert>;
type ReadAlerts = Pick<Alerts, 'nameOwners' | 'noteRead'>;
type Polled = PolledRepository<GithubRepository>;

interface DatedAlert {
  created_at: string;
  updated_at?: string | null;
}

/** A list of alerts, and what its entries come to. */
interface AlertList<Alert extends DatedAlert> {
  name: string;
  /** Who is said to have looked, also where there is no alert. */
  tool: string;
  kind: ReadList['kind'];
  read(client: GithubRepository, page: PageRequest): Promise<HostPage<Alert>>;
  toFinding(alert: Alert, repositoryUrl: string): ParsedFinding;
  /** When it looked last; undefined where nobody says. */
  findScanTime(polled: Polled): Promise<Date | undefined>;
}

/**
 * The lists of alerts, as polling reads them: newest change first. An alert that is
 * open counts however long ago it changed. So a list is read to its end at first, and
 * again when other components lie in the repository.
 */
export function createAlertResources(alerts: ReadAlerts): Resource[] {
  const codeScans = new CodeScanTimes();
  // GitHub looks at dependencies and for secrets by itself, all the time, and at code
  // when a workflow of the repository runs.
  const findNow = async () => new Date();
  return [
    createResource(
      {
        name: 'dependabot-alerts',
        tool: GITHUB_TOOLS.dependabot,
        kind: 'vulnerability',
        read: (client, page) => client.listDependabotAlerts(page),
        toFinding: toDependabotFinding,
        findScanTime: findNow,
      },
      alerts,
    ),
    createResource(
      {
        name: 'code-scanning-alerts',
        tool: GITHUB_TOOLS.codeScanning,
        kind: 'code',
        read: (client, page) => client.listCodeScanningAlerts(page),
        toFinding: toCodeScanningFinding,
        findScanTime: polled => codeScans.find(polled),
      },
      alerts,
    ),
    createResource(
      {
        name: 'secret-scanning-alerts',
        tool: GITHUB_TOOLS.secretScanning,
        kind: 'secret',
        read: (client, page) => client.listSecretScanningAlerts(page),
        toFinding: toSecretScanningFinding,
        findScanTime: findNow,
      },
      alerts,
    ),
  ];
}

function createResource<Alert extends DatedAlert>(
  list: AlertList<Alert>,
  alerts: ReadAlerts,
): Resource {
  const { name, tool, kind, read, toFinding, findScanTime } = list;
  return {
    name,
    async readPage(polled: Polled, request) {
      const { client, repository } = polled;
      const owners = await alerts.nameOwners(repository.url);
      const wanted = new AlertPage(request, owners);
      const page = await read(client, wanted.request);
      if (wanted.completes(page)) {
        await alerts.noteRead({
          repositoryUrl: repository.url,
          tool,
          kind,
          scannedAt: await findScanTime(polled),
        });
      }
      const since = request.since.getTime();
      return mapPage(wanted.mark(page), (alert): PollItem<RepositoryAlert> => {
        const finding = toFinding(alert, repository.url);
        const changedAt = Date.parse(alert.updated_at ?? alert.created_at);
        // Polling reads until what did not change since, and passes over that.
        const readAt = wanted.isWhole ? Math.max(changedAt, since) : changedAt;
        return {
          sortedAt: readAt,
          changedAt: finding.state === 'open' ? readAt : changedAt,
          isUnfinished: false,
          events: [{ repositoryUrl: repository.url, finding, isListed: true }],
        };
      });
    },
  };
}
