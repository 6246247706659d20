import { fieldMessagesSchema, templateMessages } from '@atrium/common';
import { apiHistoryMessages } from '@atrium/plugin-api-history-common';
import { catalogHealthMessages } from '@atrium/plugin-catalog-health-common';
import { costMessages } from '@atrium/plugin-cost-common';
import { deliveryMessages } from '@atrium/plugin-delivery-common';
import { provisioningMessages } from '@atrium/plugin-provisioning-common';
import { scorecardMessages } from '@atrium/plugin-scorecard-common';
import { sloMessages } from '@atrium/plugin-slo-common';
import { workloadMessages } from '@atrium/plugin-workloads-common';
import { addBackendMessages, readField } from '@atrium/ui';
import type { Notification } from '@backstage/plugin-notifications-common';
import { z } from 'zod';

addBackendMessages(
  apiHistoryMessages,
  catalogHealthMessages,
  costMessages,
  deliveryMessages,
  provisioningMessages,
  scorecardMessages,
  sloMessages,
  templateMessages,
  workloadMessages,
);

const metadataSchema = z.object({ messages: fieldMessagesSchema });

/**
 * What a notification says, in the language of the page where it tells what it is
 * made of and we know the message; otherwise as it was sent.
 */
export function notificationTexts({ payload }: Pick<Notification, 'payload'>): {
  title: string;
  description: string | undefined;
} {
  const { title, description, metadata } = payload;
  const messages = metadataSchema.safeParse(metadata).data?.messages;
  return {
    title: readField({ title, messages }, 'title'),
    description: readField({ description, messages }, 'description'),
  };
}
