import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DocsClient } from './DocsClient';
import type { DocsService } from './DocsService';

/** How other backends ask what is known of documentation. */
export const docsServiceRef = createServiceRef<DocsService>({
  id: 'atrium.docs',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DocsClient(deps),
    }),
});
