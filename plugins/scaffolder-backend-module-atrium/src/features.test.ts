import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  type CatalogProcessingExtensionPoint,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  scaffolderTemplatingExtensionPoint,
  scaffolderWorkspaceProviderExtensionPoint,
} from '@backstage/plugin-scaffolder-node/alpha';
import { catalogModuleRepositoryChoices } from './catalog/catalogModuleRepositoryChoices';
import { scaffolderModuleAtrium } from './module';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

it('adds actions and filters to the scaffolder and choices to the catalog', async () => {
  const addActions = jest.fn();
  const addTemplateFilters = jest.fn();
  const addProcessor = jest.fn();
  await startTestBackend({
    extensionPoints: [
      [scaffolderActionsExtensionPoint, { addActions }],
      [
        scaffolderTemplatingExtensionPoint,
        { addTemplateFilters, addTemplateGlobals: jest.fn() },
      ],
      [scaffolderWorkspaceProviderExtensionPoint, { addProviders: jest.fn() }],
      [
        catalogProcessingExtensionPoint,
        { addProcessor } as unknown as CatalogProcessingExtensionPoint,
      ],
    ],
    features: [
      scaffolderModuleAtrium,
      catalogModuleRepositoryChoices,
      catalogServiceMock.factory(),
      mockServices.scheduler.mock().factory,
      mockServices.database.factory({
        knex: await databases.init('POSTGRES_18'),
      }),
      mockServices.rootConfig.factory({
        data: { integrations: { gitea: [{ host: 'localhost:7008' }] } },
      }),
    ],
  });

  expect(addActions.mock.calls.flat().map(({ id }) => id)).toEqual([
    'catalog:check-available',
    'catalog:await',
    'publish:gitea',
    'gitea:propose-file',
    'github:check-file-absent',
  ]);
  expect(addTemplateFilters).toHaveBeenCalledTimes(1);
  expect(addProcessor.mock.calls[0][0].getProcessorName()).toBe(
    'RepositoryChoicesProcessor',
  );
});
