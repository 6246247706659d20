import { parseEntityRef } from '@backstage/catalog-model';
import type { AlertSnapshot } from '../../database/AlertDeliveryStore';
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
  alert: AlertSnapshot,
  { baseUrl, now }: AlertmanagerOptions,
): AlertmanagerAlert {
  const { title, description, path } = describeAlert(alert);
  const { kind, namespace, name } = parseEntityRef(alert.entityRef);
  const owner = alert.ownerRefs.at(0);
  return {
    labels: {
      alertname:
        alert.details.reason === 'no-data' ? 'SloNoData' : 'SloBurnRate',
      severity: alert.severity,
      slo: alert.sloName,
      service: alert.service,
      objective: alert.objectiveId,
      rule: alert.rule,
      entity: `${kind}:${namespace}/${name}`,
      ...(owner ? { owner } : {}),
    },
    annotations: { summary: title, description },
    startsAt: (alert.firedAt ?? alert.startedAt).toISOString(),
    endsAt: (alert.state === 'resolved'
      ? alert.resolvedAt ?? now
      : new Date(now.getTime() + FIRING_FOR_MS)
    ).toISOString(),
    generatorURL: `${baseUrl}${path}`,
  };
}

/** Writes an alert as a message of Slack, which others take as well. */
export function toSlackMessage(alert: AlertSnapshot, baseUrl: string) {
  const { title, description, path } = describeAlert(alert);
  const url = `${baseUrl}${path}`;
  return {
    // Clients that do not draw attachments show this.
    text: `${title}\n${description}\n${url}`,
    attachments: [
      {
        color: colourOf(alert),
        title,
        title_link: url,
        text: description,
        fields: [
          { title: 'Severity', value: alert.severity, short: true },
          { title: 'Service', value: alert.service, short: true },
        ],
        ts: Math.floor(
          (alert.resolvedAt ?? alert.firedAt ?? alert.startedAt).getTime() /
            1_000,
        ),
      },
    ],
  };
}

function colourOf({ state, severity }: AlertSnapshot): string {
  if (state === 'resolved') {
    return 'good';
  }
  return severity === 'page' ? 'danger' : 'warning';
}
