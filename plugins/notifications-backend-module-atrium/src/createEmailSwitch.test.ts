import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import {
  type NotificationProcessor,
  notificationsProcessingExtensionPoint,
} from '@backstage/plugin-notifications-node';
import { createEmailSwitch } from './createEmailSwitch';

// As Node.js imports it lazily, which Jest cannot.
const load = jest.fn(async () => ({ default: emailModule }));

/** The names of what sends notifications on under a config. */
async function processorsOf(notifications: object): Promise<string[]> {
  const processors: NotificationProcessor[] = [];
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'notifications',
        register(reg) {
          reg.registerExtensionPoint(notificationsProcessingExtensionPoint, {
            addProcessor: (...added) => processors.push(...added.flat()),
            setNotificationRecipientResolver() {},
          });
          reg.registerInit({
            deps: { logger: coreServices.logger },
            async init() {},
          });
        },
      }),
      createEmailSwitch(load),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://atrium.acme.example' },
          notifications: { ...notifications },
        },
      }),
    ],
  });
  await backend.stop();
  return processors.map(processor => processor.getName());
}

describe('createEmailSwitch', () => {
  it('loads nothing where the config does not mention e-mail', async () => {
    expect(await processorsOf({})).toEqual([]);
    expect(load).not.toHaveBeenCalled();
  });

  it('sends notifications by e-mail where it does', async () => {
    const email = {
      sender: 'atrium@acme.example',
      transportConfig: {
        transport: 'smtp',
        hostname: 'smtp.acme.example',
        port: 587,
      },
    };
    expect(await processorsOf({ processors: { email } })).toEqual(['Email']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('fails loudly where it is half configured', async () => {
    const email = { transportConfig: { transport: 'smtp' } };
    await expect(processorsOf({ processors: { email } })).rejects.toThrow(
      'notifications.processors.email.sender',
    );
  });
});
