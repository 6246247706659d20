import type { EntitySignal } from '@atrium/common';

/** The channel on which open pages hear that something changed. */
export const PROVISIONING_SIGNAL_CHANNEL = 'provisioning';

/** What a signal of provisioning is about. */
export type ProvisioningSignal = EntitySignal<'resource' | 'request'>;
