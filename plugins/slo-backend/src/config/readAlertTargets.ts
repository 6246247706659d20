import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Where alerts are sent besides the portal. */
export interface AlertTargetConfig {
  name: string;
  type: 'alertmanager' | 'slack';
  url: string;
  headers: Record<string, string>;
  /** All of them where there is none. */
  severities?: string[];
}

/**
 * Reads `slo.alerts.targets`. Only addresses that stand here are ever called:
 * a definition names a target, it cannot bring its own.
 */
export function readAlertTargets(alerts?: Config): AlertTargetConfig[] {
  const targets = (alerts?.getOptionalConfigArray('targets') ?? []).map(
    readTarget,
  );
  const names = new Set(targets.map(({ name }) => name));
  if (names.size < targets.length) {
    throw new InputError("'slo.alerts.targets' must have names of their own");
  }
  return targets;
}

function readTarget(target: Config): AlertTargetConfig {
  const name = target.getString('name');
  const type = target.getString('type');
  const url = target.getString('url');
  if (type !== 'alertmanager' && type !== 'slack') {
    throw new InputError(
      `'slo.alerts.targets' must have type 'alertmanager' or 'slack' for '${name}', got '${type}'`,
    );
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    // The address may hold a secret, so it is not repeated.
    throw new InputError(
      `'slo.alerts.targets' must have a URL of http or https for '${name}'`,
    );
  }
  const headers: Record<string, string> = {};
  const headerConfig = target.getOptionalConfig('headers');
  for (const header of headerConfig?.keys() ?? []) {
    headers[header] = headerConfig?.getString(header) ?? '';
  }
  return {
    name,
    type,
    url,
    headers,
    severities: target.getOptionalStringArray('severities'),
  };
}
