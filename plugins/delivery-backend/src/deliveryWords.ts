import { MessageWriter } from '@atrium/common';
import { deliveryMessages } from '@atrium/plugin-delivery-common';

/** Writes what delivery tells people. */
export const words = new MessageWriter(deliveryMessages);
