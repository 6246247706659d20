import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { sampleEvent } from './sampleEvents';

interface SampleRunOptions {
  pipeline?: string;
  branch?: string;
  commit?: string;
  outcome?: 'success' | 'failure' | 'cancelled';
  seconds?: number;
}

/** The events of a run that started at a time. */
export function sampleRun(
  entityRef: string,
  start: string,
  options: SampleRunOptions = {},
): CloudEvent[] {
  const {
    pipeline = 'build',
    branch = 'main',
    commit,
    outcome,
    seconds = 60,
  } = options;
  const common = {
    subjectId: `${entityRef} ${pipeline} ${start}`,
    atrium: { entityRef, branch, commit },
  };
  const end = new Date(Date.parse(start) + seconds * 1000).toISOString();
  return [
    sampleEvent('pipelinerun.started', start, {
      ...common,
      content: { pipelineName: pipeline },
    }),
    ...(outcome
      ? [
          sampleEvent('pipelinerun.finished', end, {
            ...common,
            content: { outcome },
          }),
        ]
      : []),
  ];
}
