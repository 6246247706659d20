import { environmentTierSchema } from '@atrium/plugin-delivery-common';
import type { SloSourceDescription } from '@atrium/plugin-slo-common';

const deployments = { name: 'measure', value: 'deployments' };
const runs = { name: 'measure', value: 'runs' };

/** What is asked of those who measure deliveries. */
export const deliveryDescription: SloSourceDescription = {
  title: 'Deployments and pipelines',
  measures: ['ratio'],
  hasCounters: false,
  fields: [
    {
      name: 'measure',
      label: 'What is counted',
      type: 'choice',
      isRequired: true,
      isShared: true,
      choices: [
        { value: 'deployments', label: 'Deployments' },
        { value: 'runs', label: 'Pipeline runs' },
      ],
    },
    {
      name: 'environment',
      label: 'Environment',
      type: 'text',
      isShared: true,
      onlyWith: deployments,
      placeholder: 'production',
      help: 'Any, unless it is named',
    },
    {
      name: 'tier',
      label: 'Tier',
      type: 'choice',
      isShared: true,
      onlyWith: deployments,
      choices: environmentTierSchema.options.map(value => ({
        value,
        label: value,
      })),
      help: 'Of the environment; any, unless it is chosen',
    },
    {
      name: 'failsWithin',
      label: 'Can fail for',
      type: 'text',
      isShared: true,
      onlyWith: deployments,
      placeholder: '1h',
      help: 'How long after it a deployment can still turn out bad; 1h by default',
    },
    {
      name: 'incidents',
      label: 'Incidents count as failures',
      type: 'boolean',
      isShared: true,
      onlyWith: deployments,
    },
    {
      name: 'pipeline',
      label: 'Pipeline',
      type: 'text',
      isShared: true,
      onlyWith: runs,
      help: 'Any, unless it is named',
    },
    {
      name: 'branch',
      label: 'Branch',
      type: 'text',
      isShared: true,
      onlyWith: runs,
      placeholder: 'main',
      help: 'Any, unless it is named',
    },
    {
      name: 'result',
      label: 'Result',
      type: 'choice',
      parts: ['good', 'bad'],
      choices: [
        { value: 'success', label: 'Success' },
        { value: 'failure', label: 'Failure' },
      ],
    },
    {
      name: 'maxDuration',
      label: 'Within',
      type: 'text',
      parts: ['good'],
      onlyWith: runs,
      placeholder: '10m',
      help: 'How long a good run may take',
    },
  ],
};
