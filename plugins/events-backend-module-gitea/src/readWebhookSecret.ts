import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * Reads the secret of the webhook, which may be missing where there is no Gitea.
 */
export function readWebhookSecret(
  config: RootConfigService,
): string | undefined {
  const secret = config.getOptionalString('events.modules.gitea.webhookSecret');
  const openTopics = config.getOptionalStringArray('events.http.topics') ?? [];
  if (!secret && openTopics.includes('gitea')) {
    throw new InputError(
      "'events.http.topics' must not name 'gitea': without 'events.modules.gitea.webhookSecret' anybody could send events",
    );
  }
  return secret;
}
