import type {
  PresentObservation,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import {
  queueParameterProperties,
  readQueueSettings,
} from '../shared/queueParameters';
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
    ...(schema ? [] : ['The schema is missing']),
    ...(role ? [] : ['The role is missing']),
    ...(schema?.missing ?? []).map(name => `The function ${name} is missing`),
    ...SETTINGS.filter(
      name => schema && schema.settings?.[name] !== wanted[name],
    ).map(
      name =>
        `${queueParameterProperties[name].title}: ${
          schema?.settings?.[name] ?? 'nothing'
        }, not ${wanted[name]}`,
    ),
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
