import { createApp } from '@backstage/frontend-defaults';
import { authModule } from './modules/auth';
import { catalogModule } from './modules/catalog';
import { dataModule } from './modules/data';
import { homeModule } from './modules/home';
import { languageModule } from './modules/language';
import { layoutModule } from './modules/layout';
import { statesModule } from './modules/states';
import { themeModule } from './modules/theme';

export default createApp({
  // The frame in index.html is seen meanwhile.
  advanced: { loadingElement: null },
  // What several of them put around the app stands in this order, from the inside on.
  features: [
    layoutModule,
    themeModule,
    languageModule,
    dataModule,
    authModule,
    catalogModule,
    homeModule,
    statesModule,
  ],
});
