import { parseEntityRef } from '@backstage/catalog-model';
import type { AlertNews } from '../../database/AlertDeliveryStore';
import { describeAlert } from './describeAlert';

/** An alert, as version 2 of the API of Alertmanager takes it. */
export interface AlertmanagerAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  endsAt: string;
  generatorURL: string;
}

interface AlertmanagerOptions {
  baseUrl: string;
  now: Date;
}

/**
 * Alertmanager takes an alert for resolved once nobody repeats it; this leaves
 * room for some repetitions that do not get through.
 */
const FIRING_FOR_MS = 10 * 60_000;

/**
 * Writes an alert for Alertmanager. The labels are the same for as long as the
 * alert lasts, since they are what Alertmanager knows it by.
 */
export function toAlertmanagerAlert(
  news: AlertNews,
  { baseUrl, now }: AlertmanagerOptions,
): AlertmanagerAlert {
  const { title, description, path } = describeAlert(news);
  const { kind, namespace, name } = parseEntityRef(news.entityRef);
  const owner = news.ownerRefs.at(0);
  return {
    labels: {
      alertname:
        news.details.reason === 'no-data' ? 'SloNoData' : 'SloBurnRate',
      severity: news.severity,
      slo: news.sloName,
      service: news.service,
      objective: news.objectiveId,
      rule: news.rule,
      entity: `${kind}:${namespace}/${name}`,
      ...(owner ? { owner } : {}),
    },
    annotations: { summary: title, description },
    startsAt: (news.firedAt ?? news.startedAt).toISOString(),
    endsAt: (news.state === 'resolved'
      ? news.resolvedAt ?? now
      : new Date(now.getTime() + FIRING_FOR_MS)
    ).toISOString(),
    generatorURL: `${baseUrl}${path}`,
  };
}

/** Writes an alert as a message of Slack, which others take as well. */
export function toSlackMessage(news: AlertNews, baseUrl: string) {
  const { title, description, path } = describeAlert(news);
  const url = `${baseUrl}${path}`;
  return {
    // Clients that do not draw attachments show this.
    text: `${title}\n${description}\n${url}`,
    attachments: [
      {
        color: colourOf(news),
        title,
        title_link: url,
        text: description,
        fields: [
          { title: 'Severity', value: news.severity, short: true },
          { title: 'Service', value: news.service, short: true },
        ],
        ts: Math.floor(
          (news.resolvedAt ?? news.firedAt ?? news.startedAt).getTime() / 1_000,
        ),
      },
    ],
  };
}

function colourOf({ state, severity }: AlertNews): string {
  if (state === 'resolved') {
    return 'good';
  }
  return severity === 'page' ? 'danger' : 'warning';
}
