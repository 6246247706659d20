import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { t } from '../translation';

/** What comes of the actions that make something; others prepare or check. */
const THINGS: [action: RegExp, thing: () => string][] = [
  [
    /^publish:(?!.*pull-request|.*merge-request)/,
    () => t('createdThings.repository'),
  ],
  [
    /^publish:.*(pull-request|merge-request)/,
    () => t('createdThings.pullRequest'),
  ],
  [/^catalog:(register|await)$/, () => t('createdThings.catalogEntry')],
];

/** What resource types are called. */
const RESOURCES: Record<string, () => string> = {
  postgres: () => t('createdThings.database'),
  mysql: () => t('createdThings.database'),
  redis: () => t('createdThings.cache'),
  queue: () => t('createdThings.queue'),
};

/**
 * What a template makes, in the order of its steps, such as `repository` and
 * `database (optional)`.
 *
 * @remarks Two steps for one thing, each under its own condition, always make it
 * between them; a step that is alone under a condition may not.
 */
export function createdThings({ spec }: TemplateEntityV1beta3): string[] {
  const conditions = new Map<string, boolean[]>();
  for (const step of spec.steps) {
    const thing = thingOf(step);
    if (thing) {
      const isConditional = step.if !== undefined;
      conditions.set(thing, [...(conditions.get(thing) ?? []), isConditional]);
    }
  }
  return [...conditions].map(([thing, isConditional]) =>
    isConditional.length === 1 && isConditional[0]
      ? t('createdThings.optional', { thing })
      : thing,
  );
}

/** What a step makes; undefined where it prepares or checks. */
export function thingOf(
  step: Pick<
    TemplateEntityV1beta3['spec']['steps'][number],
    'action' | 'input'
  >,
): string | undefined {
  if (step.action === 'provision:resource') {
    return (
      RESOURCES[String(step.input?.type)]?.() ?? t('createdThings.resource')
    );
  }
  return THINGS.find(([action]) => action.test(step.action))?.[1]();
}
