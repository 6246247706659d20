import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';

/** The value of `backstage.io/techdocs-engine` that chooses this engine. */
const ENGINE_KEY = 'markdown';

/**
 * Registers the in-process Markdown engine with the TechDocs backend.
 *
 * @remarks
 * The key decides nothing alone: `techdocs.generator.defaultEngine: markdown`
 * makes it the engine of every entity that does not name another.
 *
 * @public
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        generators: techdocsGeneratorExtensionPoint,
      },
      async init({ config, generators }) {
        generators.registerGenerator(
          ENGINE_KEY,
          MarkdownGenerator.fromConfig(config),
        );
      },
    });
  },
});
