import {
  createFrontendModule,
  ErrorDisplay,
  NotFoundErrorPage,
  Progress,
} from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { AppProgress } from '../layout/AppProgress';
import { CrashPage } from './CrashPage';
import { NotFoundPage } from './NotFoundPage';

const progress = SwappableComponentBlueprint.make({
  name: 'core-progress',
  params: defineParams =>
    defineParams({ component: Progress, loader: () => AppProgress }),
});

const notFoundErrorPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: defineParams =>
    defineParams({ component: NotFoundErrorPage, loader: () => NotFoundPage }),
});

const errorDisplay = SwappableComponentBlueprint.make({
  name: 'core-error-display',
  params: defineParams =>
    defineParams({ component: ErrorDisplay, loader: () => CrashPage }),
});

/** What a page says while it loads, where there is none, and when it fails. */
export const statesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [progress, notFoundErrorPage, errorDisplay],
});
