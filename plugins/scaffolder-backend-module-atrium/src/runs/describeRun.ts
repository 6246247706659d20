import { toStorableText } from '@atrium/backend-common';
import { words } from '../templateWords';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Run } from './RunStore';

const MAX_ERROR_LENGTH = 300;

/** What the person who started a run reads about its end. */
export function describeRun(
  { id, status, spec }: Pick<Run, 'id' | 'status' | 'spec'>,
  error: string | undefined,
): NotificationSendOptions['payload'] {
  const { title, name } = Object(spec.templateInfo?.entity?.metadata);
  const called = title ?? name;
  const template =
    called === undefined
      ? words.describe('templates.run.template')
      : String(called);
  const made = spec.parameters.name;
  const subject =
    typeof made === 'string'
      ? words.describe('templates.run.of', { template, name: made })
      : template;
  const payload = { link: `/create/tasks/${id}`, topic: 'template-run' };
  switch (status) {
    case 'completed':
      return {
        ...payload,
        ...words.notification({
          title: words.describe('templates.run.completed', { subject }),
          description: words.describe('templates.run.completedDetail'),
        }),
        severity: 'normal',
      };
    case 'cancelled':
      return {
        ...payload,
        ...words.notification({
          title: words.describe('templates.run.cancelled', { subject }),
          description: words.describe('templates.run.cancelledDetail'),
        }),
        severity: 'low',
      };
    default:
      return {
        ...payload,
        ...words.notification({
          title: words.describe('templates.run.failed', { subject }),
          description:
            error === undefined
              ? words.describe('templates.run.failedDetail')
              : shorten(error),
        }),
        severity: 'high',
      };
  }
}

/** Postgres takes neither a NUL nor half of an emoji, such as a cut leaves. */
function shorten(text: string): string {
  const [line] = text.split('\n', 1);
  return toStorableText(
    line.length > MAX_ERROR_LENGTH
      ? `${line.slice(0, MAX_ERROR_LENGTH)}…`
      : line,
  );
}
