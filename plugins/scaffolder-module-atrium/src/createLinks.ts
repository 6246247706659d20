import { parseEntityRef } from '@backstage/catalog-model';
import { urlPath } from '@atrium/ui';

/** Where the pages of this plugin are. */
export const TEMPLATES_HREF = '/create/templates';

export const TASKS_HREF = '/create/tasks';

/** The form of a template. */
export function templateHref(templateRef: string): string {
  const { namespace, name } = parseEntityRef(templateRef);
  return urlPath`/create/templates/${namespace}/${name}`;
}

/** The form of a template, filled in with what was answered before. */
export function againHref(templateRef: string, answers: object): string {
  const search = new URLSearchParams({ formData: JSON.stringify(answers) });
  return `${templateHref(templateRef)}?${search}`;
}

/** A run of a template. */
export function taskHref(taskId: string): string {
  return urlPath`/create/tasks/${taskId}`;
}
