import { simulation } from '@simulacrum/github-api-simulator';
import { createApiHandlers } from './createApiHandlers.mts';
import { BareRepositories } from './BareRepositories.mts';
import { serveGit } from './serveGit.mts';
import { WebhookSender } from './WebhookSender.mts';

export interface CreateSimulationOptions {
  /** The folder of the bare repositories. */
  root: string;
  organization: string;
  /** What a caller has to present, as a bearer or as the basic password. */
  token: string;
}

/**
 * The simulator of GitHub's API, extended by what it lacks: repositories that
 * are really there, git in front of them, organisation webhooks that fire, and
 * the refusal of strangers.
 */
export function createSimulation(
  options: CreateSimulationOptions,
): ReturnType<typeof simulation> {
  const { organization, token } = options;
  const repositories = new BareRepositories(options.root);
  const webhooks = new WebhookSender({ organization, repositories });

  return simulation({
    initialState: {
      users: [],
      organizations: [{ login: organization, teams: [] }],
      repositories: [],
      branches: [],
      blobs: [],
    },
    extend: {
      extendRouter(router) {
        router.use((request, response, next) => {
          if (isAuthorized(request.header('authorization'), token)) {
            next();
          } else {
            response
              .status(401)
              .set('WWW-Authenticate', 'Basic realm="GitHub"')
              .json({ message: 'Bad credentials' });
          }
        });
        serveGit(router, {
          repositories,
          onPush: push => webhooks.sendPush(push),
        });
      },
      openapiHandlers: store =>
        createApiHandlers({ store, repositories, webhooks }),
    },
  });
}

function isAuthorized(header: string | undefined, token: string): boolean {
  const [scheme = '', value = ''] = header?.split(' ') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value === token;
    case 'basic':
      return atob(value) === `x-access-token:${token}`;
    default:
      return false;
  }
}
