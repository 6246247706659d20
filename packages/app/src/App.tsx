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
  features: [
    themeModule,
    languageModule,
    dataModule,
    authModule,
    layoutModule,
    catalogModule,
    homeModule,
    statesModule,
  ],
});
