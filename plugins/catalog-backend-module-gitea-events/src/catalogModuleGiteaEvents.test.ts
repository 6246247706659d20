import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { setTimeout as sleep } from 'node:timers/promises';
import catalogModuleGiteaEvents from './index';

const repositoryUrl = 'https://git.acme.example/acme/payment-service';

describe('catalogModuleGiteaEvents', () => {
  it('passes what is pushed to Gitea on to the catalog', async () => {
    const published: CatalogScmEvent[] = [];
    const scheduler = mockServices.scheduler.mock();
    let events: EventsService | undefined;
    await startTestBackend({
      features: [
        catalogModuleGiteaEvents,
        createBackendPlugin({
          pluginId: 'publisher',
          register(reg) {
            reg.registerInit({
              deps: { service: eventsServiceRef },
              async init({ service }) {
                events = service;
              },
            });
          },
        }),
        createServiceFactory({
          service: catalogScmEventsServiceRef,
          deps: {},
          factory: () => ({
            publish: async scmEvents => {
              published.push(...scmEvents);
            },
            subscribe: () => ({ unsubscribe() {} }),
            markEventActionTaken() {},
          }),
        }),
        eventsServiceFactory,
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: {
            events: { useEventBus: 'never' },
            catalog: {
              scmEvents: true,
              providers: {
                gitea: {
                  acme: { host: 'git.acme.example', organization: 'acme' },
                },
              },
            },
          },
        }),
      ],
    });

    await events?.publish({
      topic: 'gitea.push',
      eventPayload: {
        ref: 'refs/heads/main',
        before: 'a'.repeat(40),
        after: 'b'.repeat(40),
        commits: [
          {
            id: 'c'.repeat(40),
            added: [],
            modified: ['catalog-info.yaml'],
            removed: ['old.proto'],
          },
        ],
        repository: {
          full_name: 'acme/payment-service',
          html_url: repositoryUrl,
          default_branch: 'main',
        },
      },
    });
    await events?.publish({
      topic: 'gitea.repository',
      eventPayload: {
        action: 'deleted',
        repository: {
          full_name: 'acme/coupon-service',
          html_url: 'https://git.acme.example/acme/coupon-service',
          default_branch: 'main',
        },
      },
    });

    const branchUrl = `${repositoryUrl}/src/branch/main`;
    const expected = [
      {
        type: 'repository.deleted',
        url: 'https://git.acme.example/acme/coupon-service',
      },
      { type: 'location.updated', url: `${branchUrl}/catalog-info.yaml` },
      { type: 'location.deleted', url: `${branchUrl}/old.proto` },
      { type: 'repository.updated', url: branchUrl },
    ];
    while (published.length < expected.length) {
      await sleep(20);
    }
    expect(published).toEqual(expected);
    expect(scheduler.triggerTask.mock.calls).toEqual([
      ['gitea-provider:acme:refresh'],
    ]);
  });
});
