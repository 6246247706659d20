import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Run } from './RunStore';

const MAX_ERROR_LENGTH = 300;

/** What the person who started a run reads about its end. */
export function describeRun(
  { id, status, spec }: Pick<Run, 'id' | 'status' | 'spec'>,
  error: string | undefined,
): NotificationSendOptions['payload'] {
  const { title, name } = Object(spec.templateInfo?.entity?.metadata);
  const template = String(title ?? name ?? 'The template');
  const made = spec.parameters.name;
  const subject = typeof made === 'string' ? `${template}: ${made}` : template;
  const payload = { link: `/create/tasks/${id}`, topic: 'template-run' };
  switch (status) {
    case 'completed':
      return {
        ...payload,
        title: `${subject} is ready`,
        description: 'The run has completed. It links to what it made.',
        severity: 'normal',
      };
    case 'cancelled':
      return {
        ...payload,
        title: `${subject} was cancelled`,
        description: 'What its finished steps made is still there.',
        severity: 'low',
      };
    default:
      return {
        ...payload,
        title: `${subject} failed`,
        description: shorten(error ?? 'Its log says why.'),
        severity: 'high',
      };
  }
}

function shorten(text: string): string {
  const [line] = text.split('\n', 1);
  return line.length > MAX_ERROR_LENGTH
    ? `${line.slice(0, MAX_ERROR_LENGTH)}…`
    : line;
}
