import {
  driverWords,
  type PresentObservation,
  type ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { readQueueSettings } from '../shared/queueParameters';
import type { QueueState } from './readQueueState';

const SETTINGS = [
  'maxDeliveries',
  'acknowledgeSeconds',
  'retentionSeconds',
] as const;

/** What is not as the target has it, for people. */
export function compareQueue(
  target: ResourceTarget,
  { schema, role }: QueueState,
): Pick<PresentObservation, 'access' | 'health' | 'differences'> {
  const wanted = readQueueSettings(target.parameters);
  const differences = [
    ...(schema ? [] : [driverWords.write('provisioning.difference.noSchema')]),
    ...(role ? [] : [driverWords.write('provisioning.difference.noRole')]),
    ...(schema?.missing ?? []).map(name =>
      driverWords.write('provisioning.difference.noFunction', { name }),
    ),
    ...SETTINGS.filter(
      name => schema && schema.settings?.[name] !== wanted[name],
    ).map(name => {
      const value = schema?.settings?.[name];
      const values = {
        setting: driverWords.describe(`provisioning.difference.${name}`),
        wanted: wanted[name],
      };
      return value === undefined
        ? driverWords.write('provisioning.difference.noSetting', values)
        : driverWords.write('provisioning.difference.setting', {
            ...values,
            value,
          });
    }),
  ];
  const isUsable = schema && role && schema.missing.length === 0;
  return {
    access: role?.canLogin ? 'granted' : 'suspended',
    differences,
    health: isUsable
      ? { status: 'ok' }
      : { status: 'degraded', message: differences[0] },
  };
}
