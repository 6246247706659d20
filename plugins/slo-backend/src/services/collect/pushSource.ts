import { fieldIssues } from '@atrium/common/yaml';
import { pushQuerySpecSchema } from '@atrium/plugin-slo-common';
import type { QuerySource } from '../definitions/QuerySource';

/** Counts are taken in here, so nobody has to be asked for them. */
export const pushSource: QuerySource = {
  type: 'push',
  description: {
    title: 'Pushed counts',
    measures: ['ratio'],
    hasCounters: false,
    fields: [
      {
        name: 'series',
        label: 'Series',
        type: 'text',
        isRequired: true,
        isShared: true,
        help: 'The name under which counts are pushed',
      },
    ],
  },
  validate({ spec }) {
    const parsed = pushQuerySpecSchema.safeParse(spec);
    return parsed.success
      ? []
      : fieldIssues(parsed.error, {
          unknownKey: 'is no field of type push: that has series only',
        });
  },
};
