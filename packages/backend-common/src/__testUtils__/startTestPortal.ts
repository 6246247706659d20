import {
  type BackendFeature,
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  type NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { EntityPasses, entityPassesServiceRef } from '../catalog/EntityPasses';

/** What stands in the portal of a test. */
export interface StartTestPortalOptions {
  /** What `ask` asks. */
  pluginId: string;
  /** The plugin, and the world around it that is its own. */
  features: (BackendFeature | Promise<{ default: BackendFeature }>)[];
  knex: Knex;
  /** Of other plugins among the features. Default: the same. */
  databases?: Record<string, Knex>;
  config?: JsonObject;
  /** What is decided of whoever asks for many entities. Default: they may. */
  conditionalDecision?:
    | PolicyDecision
    | ((credentials: BackstageCredentials) => PolicyDecision);
  /** Whether somebody may, beside what `denied` says. Default: they may. */
  authorize?(
    request: AuthorizePermissionRequest,
    credentials: BackstageCredentials,
  ): boolean;
}

type Method = 'get' | 'post' | 'put' | 'delete';

/** A plugin behind its HTTP interface, with what it says to others. */
export async function startTestPortal(options: StartTestPortalOptions) {
  const { pluginId, features, config = {} } = options;
  const { conditionalDecision, databases, knex } = options;
  const signals: SignalPayload[] = [];
  const notifications: NotificationSendOptions[] = [];
  const audited: string[] = [];
  const failing = new Set<string>();
  const denied = new Set<string>();
  const woken = new Set<string>();
  const scheduler = mockServices.scheduler();
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const note = async (outcome: string) => {
      audited.push([eventId, meta?.object, outcome].filter(Boolean).join(' '));
    };
    return { success: () => note('succeeded'), fail: () => note('failed') };
  });

  const { server } = await startTestBackend({
    features: [
      ...features,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) =>
          mockServices.database({ knex: databases?.[plugin.getId()] ?? knex }),
      }),
      mockServices.rootConfig.factory({ data: config }),
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(asked => ({
            result:
              isDenied(asked, denied) ||
              options.authorize?.(asked, credentials) === false
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async (requests, { credentials }) =>
          requests.map(() =>
            typeof conditionalDecision === 'function'
              ? conditionalDecision(credentials)
              : conditionalDecision ?? { result: AuthorizeResult.ALLOW },
          ),
      }).factory,
      auditor.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => ({
          cancelTask: id => scheduler.cancelTask(id),
          createScheduledTaskRunner: schedule =>
            scheduler.createScheduledTaskRunner(schedule),
          getScheduledTasks: () => scheduler.getScheduledTasks(),
          scheduleTask: task => scheduler.scheduleTask(task),
          // What is woken runs when the test says so.
          async triggerTask(id) {
            woken.add(id);
          },
        }),
      }),
      createServiceFactory({
        service: entityPassesServiceRef,
        deps: {},
        factory: () => new EntityPasses({ gatherMs: 0 }),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal: SignalPayload) {
            signals.push(signal);
          },
        }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification: NotificationSendOptions) {
            if (failing.has('notifications')) {
              throw new Error('The notifications do not answer');
            }
            notifications.push(notification);
          },
        }),
      }),
    ],
  });

  return {
    server,
    signals,
    notifications,
    /** `<event> <object> <outcome>`, in order. */
    audited,
    auditor,
    actions,
    /** The services that do not work now. */
    failing,
    /** The tasks that something woke. */
    woken,
    /** Permissions that nobody has, at all or on an entity: a name, a ref, both. */
    denied,
    /** Asks the plugin as somebody, by default a user. */
    ask(
      method: Method,
      path: string,
      authorization = mockCredentials.user.header(),
    ) {
      return request(server)
        [method](`/api/${pluginId}${path}`)
        .set('authorization', authorization);
    },
    /** Runs a scheduled task now. */
    async runTask(id: string) {
      await scheduler.triggerTask(id);
    },
    /** Forgets what was said, and allows everything again. */
    forget() {
      signals.length = 0;
      notifications.length = 0;
      audited.length = 0;
      failing.clear();
      woken.clear();
      denied.clear();
    },
  };
}

function isDenied(
  { permission: { name }, resourceRef = '' }: AuthorizePermissionRequest,
  denied: ReadonlySet<string>,
): boolean {
  return [name, resourceRef, `${name} ${resourceRef}`].some(one =>
    denied.has(one),
  );
}
