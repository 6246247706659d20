import type { PodTemplate } from './manifestSchemas.ts';

/** On a pod template: what its pods do instead of running well. */
export const behaviourAnnotation = 'sandbox.atrium.dev/behaviour';

/** On a pod template: what the container writes before it exits. */
export const logAnnotation = 'sandbox.atrium.dev/log';

export function isCrashLooping(template: PodTemplate): boolean {
  return template.metadata.annotations?.[behaviourAnnotation] === 'crash-loop';
}
