import { CommandBlueprint } from '@atrium/ui';
import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
  PageLayout,
} from '@backstage/frontend-plugin-api';
import {
  NavContentBlueprint,
  SwappableComponentBlueprint,
} from '@backstage/plugin-app-react';
import { AppLayout } from './AppLayout';
import { Navigation } from './Navigation';
import { PageFrame } from './PageFrame';
import { stockCommands } from './stockCommands';

const appLayout = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    nav: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
    commands: createExtensionInput([CommandBlueprint.dataRefs.command]),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ inputs }) => [
    coreExtensionData.reactElement(
      <AppLayout
        navigation={inputs.nav.get(coreExtensionData.reactElement)}
        content={inputs.content.get(coreExtensionData.reactElement)}
        commands={inputs.commands.map(command =>
          command.get(CommandBlueprint.dataRefs.command),
        )}
      />,
    ),
  ],
});

const navigation = NavContentBlueprint.make({
  params: { component: Navigation },
});

const pageFrame = SwappableComponentBlueprint.make({
  name: 'core-page-layout',
  params: defineParams =>
    defineParams({ component: PageLayout, loader: () => PageFrame }),
});

/** The frame around every page: navigation at the side, content beside it. */
export const layoutModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appLayout, navigation, pageFrame, ...stockCommands],
});
