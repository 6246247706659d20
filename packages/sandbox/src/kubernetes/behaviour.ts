import type { PodTemplate } from './manifestSchemas.ts';

/** On a pod template: what its pods do instead of running well. */
export const behaviourAnnotation = 'sandbox.atrium.dev/behaviour';

/** On a pod template: what the container writes before it exits. */
export const logAnnotation = 'sandbox.atrium.dev/log';

/**
 * How pods run. `out-of-memory` is a crash loop, too: the kernel ends the
 * container each time it has used up its limit.
 */
export type Behaviour = 'healthy' | 'crash-loop' | 'out-of-memory';

export function behaviourOf(template: PodTemplate): Behaviour {
  const wanted = template.metadata.annotations?.[behaviourAnnotation];
  return wanted === 'crash-loop' || wanted === 'out-of-memory'
    ? wanted
    : 'healthy';
}

export function isCrashLooping(template: PodTemplate): boolean {
  return behaviourOf(template) !== 'healthy';
}
