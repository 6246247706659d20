import type { MessageDescriptor } from '@atrium/common';
import type { DriverText } from '@atrium/plugin-provisioning-node';
import type { StepAction } from '../database/StepStore';
import { words } from '../provisioningWords';

/** What a step is called on a time line. */
export function titleOfStep(
  action: StepAction,
  { location, attempt }: { location: DriverText; attempt: number },
): MessageDescriptor {
  const step = words.describe(`provisioning.step.${action}`, { location });
  return attempt > 1
    ? words.describe('provisioning.step.again', { step, attempt })
    : step;
}
