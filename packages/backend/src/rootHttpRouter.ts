import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { stopByDraining } from './shutdown/stopByDraining';

/** The stock root HTTP router, which stops without cutting a request off. */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure(context) {
    stopByDraining(context);
    context.applyDefaults();
  },
});
