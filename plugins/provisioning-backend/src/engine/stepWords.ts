import type { MessageDescriptor } from '@atrium/common';
import type { StepAction } from '../database/StepStore';
import { words } from '../provisioningWords';

/** What a step is called on a time line. */
export function titleOfStep(
  action: StepAction,
  { location, attempt }: { location: string; attempt: number },
): MessageDescriptor {
  const step = words.describe(`provisioning.step.${action}`, { location });
  return attempt > 1
    ? words.describe('provisioning.step.again', { step, attempt })
    : step;
}
