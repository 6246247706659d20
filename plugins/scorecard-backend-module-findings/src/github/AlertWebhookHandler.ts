import { parseInput } from '@atrium/common';
import {
  type GithubAlertEvent,
  githubAlertWebhookSchemas,
} from '@atrium/git-hosts';
import type { EventParams } from '@backstage/plugin-events-node';
import type { Alerts, RepositoryAlert } from './Alerts';
import {
  toCodeScanningFinding,
  toDependabotFinding,
  toSecretScanningFinding,
} from './toAlertFinding';

const PREFIX = 'github.';

/** What happens to alerts when code was looked at; the rest is done by people. */
const SCAN_ACTIONS = ['created', 'appeared_in_branch', 'reopened', 'fixed'];

/** The topics that the events module for GitHub publishes, signature checked. */
export const ALERT_TOPICS = Object.keys(githubAlertWebhookSchemas).map(
  event => `${PREFIX}${event}`,
);

/** Hands on what webhooks tell of alerts. */
export class AlertWebhookHandler {
  readonly #alerts: Pick<Alerts, 'ingest'>;

  constructor(alerts: Pick<Alerts, 'ingest'>) {
    this.#alerts = alerts;
  }

  /** @throws InputError for what no webhook of GitHub says */
  async onEvent({ topic, eventPayload }: EventParams): Promise<void> {
    const event = topic.slice(PREFIX.length);
    if (isAlertEvent(event)) {
      const alert = readAlert(event, eventPayload);
      await this.#alerts.ingest(alert ? [alert] : []);
    }
  }
}

function isAlertEvent(event: string): event is GithubAlertEvent {
  return Object.hasOwn(githubAlertWebhookSchemas, event);
}

function readAlert(
  event: GithubAlertEvent,
  payload: unknown,
): RepositoryAlert | undefined {
  switch (event) {
    case 'dependabot_alert': {
      const schema = githubAlertWebhookSchemas[event];
      const { alert, repository } = parseInput(schema, payload);
      const finding = toDependabotFinding(alert, repository.html_url);
      return { repositoryUrl: repository.html_url, finding };
    }
    case 'code_scanning_alert': {
      const schema = githubAlertWebhookSchemas[event];
      const { action, alert, ref, repository } = parseInput(schema, payload);
      // Of pull requests and other branches nothing is open yet.
      if (ref && ref !== `refs/heads/${repository.default_branch}`) {
        return undefined;
      }
      return {
        repositoryUrl: repository.html_url,
        finding: toCodeScanningFinding(alert, repository.html_url),
        isOfScan: SCAN_ACTIONS.includes(action),
      };
    }
    case 'secret_scanning_alert': {
      const schema = githubAlertWebhookSchemas[event];
      const { alert, repository } = parseInput(schema, payload);
      const finding = toSecretScanningFinding(alert, repository.html_url);
      return { repositoryUrl: repository.html_url, finding };
    }
    default:
      return event satisfies never;
  }
}
