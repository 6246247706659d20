import { createApp } from '@backstage/frontend-defaults';
import { authModule } from './modules/auth';
import { homeModule } from './modules/home';
import { layoutModule } from './modules/layout';
import { themeModule } from './modules/theme';

export default createApp({
  features: [themeModule, authModule, layoutModule, homeModule],
});
