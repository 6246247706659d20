import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { GeneratorBase } from '@backstage/plugin-techdocs-node';
import {
  Generators,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { techdocsModuleMarkdown } from './module';

type Entity = Parameters<Generators['get']>[0];

function entity(engine?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      annotations: engine ? { 'backstage.io/techdocs-engine': engine } : {},
    },
  };
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

it('renders every entity but those that choose mkdocs', async () => {
  const config = {
    techdocs: {
      generator: { defaultEngine: 'markdown', runIn: 'local' },
      markdown: { prebuild: { enabled: false } },
      publisher: { local: { publishDirectory: 'published' } },
    },
  };
  const registered = new Map<string, GeneratorBase>();
  const protocols: string[] = [];
  const publishers: string[] = [];
  const techdocs = createBackendPlugin({
    pluginId: 'techdocs',
    register(env) {
      env.registerExtensionPoint(techdocsGeneratorExtensionPoint, {
        setTechdocsGenerator: () => undefined,
        registerGenerator: (key, generator) => registered.set(key, generator),
      });
      env.registerExtensionPoint(techdocsPreparerExtensionPoint, {
        registerPreparer: protocol => protocols.push(protocol),
      });
      env.registerExtensionPoint(techdocsPublisherExtensionPoint, {
        registerPublisher: type => publishers.push(type),
        registerPublisherSettings: () => undefined,
      });
      env.registerInit({ deps: {}, init: async () => undefined });
    },
  });
  const knex = await databases.init('POSTGRES_18');
  await startTestBackend({
    features: [
      techdocs,
      techdocsModuleMarkdown,
      mockServices.rootConfig.factory({ data: config }),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
    ],
  });

  expect(protocols).toEqual(['dir']);
  expect(publishers).toEqual(['local']);
  const generators = await Generators.fromConfig(new ConfigReader(config), {
    logger: mockServices.logger.mock(),
  });
  for (const [key, generator] of registered) {
    generators.register(key, generator);
  }
  expect(generators.get(entity())).toBeInstanceOf(MarkdownGenerator);
  expect(generators.get(entity('markdown'))).toBeInstanceOf(MarkdownGenerator);
  expect(generators.get(entity('techdocs'))).not.toBeInstanceOf(
    MarkdownGenerator,
  );
});
