import path from 'node:path';
import { Provider, interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxConfig } from '../config.ts';
import type { Persona } from '../personas.ts';
import { JsonFileAdapter } from './JsonFileAdapter.ts';
import type { JsonFileStore } from './JsonFileAdapter.ts';
import { loadSigningKeys } from './loadSigningKeys.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import { pageHeaders, renderPage } from './renderPage.ts';
import type { IdentityPage } from './renderPage.ts';

export const clientId = 'atrium';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export interface CreateProviderOptions {
  config: SandboxConfig;
  personas: Persona[];
  store: JsonFileStore;
}

/** The OpenID provider, set up for one client and a handful of people. */
export function createProvider(options: CreateProviderOptions): Provider {
  const { config, personas, store } = options;
  const keys = loadSigningKeys(
    path.join(config.stateDir, 'identity', 'keys.json'),
  );

  const configuration: Configuration = {
    adapter: model => new JsonFileAdapter(model, store),
    jwks: keys.jwks,
    clients: [
      {
        client_id: clientId,
        client_name: 'Atrium',
        client_secret: config.oidcClientSecret,
        redirect_uris: [`${config.portalUrl}/api/auth/oidc/handler/frame`],
        post_logout_redirect_uris: [config.portalUrl, `${config.portalUrl}/`],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
    },
    scopes: ['openid', 'offline_access'],
    // The ID token carries the claims too, so a client may skip userinfo.
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(personas, id),
    interactions: {
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
      policy: createPolicy(personas),
    },
    loadExistingGrant: grantEverything,
    pkce: { required: () => false },
    clientBasedCORS: () => false,
    // The portal keeps its user signed in by the refresh token, whether or not
    // the browser asked for offline access.
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    // Two tabs may refresh at once; with rotation the slower one would be taken
    // for a thief, and the user signed out.
    rotateRefreshToken: false,
    cookies: {
      keys: keys.cookieKeys,
      // Browsers do not tell ports of a host apart, so the names say whose
      // cookies these are.
      names: {
        session: 'acme_identity_session',
        interaction: 'acme_identity_interaction',
        resume: 'acme_identity_resume',
      },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: minute,
      IdToken: hour,
      Interaction: hour,
      Session: 14 * day,
      Grant: 30 * day,
      RefreshToken: 30 * day,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_context, client, token) =>
          token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) =>
          respond(context, signOutPage(form)),
        postLogoutSuccessSource: async context =>
          respond(context, signedOutPage()),
      },
    },
    renderError: async (context, out) => {
      respond(
        context,
        errorPage({
          status: context.status,
          message: String(out.error_description ?? 'The request is not valid.'),
          code: out.error,
        }),
      );
    },
  };

  return new Provider(config.identityUrl, configuration);
}

/** The persona that a login hint names, by its name or e-mail address. */
export function findPersona(
  personas: Persona[],
  hint: unknown,
): Persona | undefined {
  return personas.find(
    persona => persona.name === hint || persona.email === hint,
  );
}

function findAccount(personas: Persona[], id: string) {
  const persona = personas.find(candidate => candidate.name === id);
  if (!persona) {
    return undefined;
  }
  return {
    accountId: persona.name,
    claims: () => ({
      sub: persona.name,
      name: persona.displayName,
      preferred_username: persona.name,
      groups: [persona.group],
      email: persona.email,
      email_verified: true,
    }),
  };
}

/** Adds to the usual rules that a login hint beats the session of another. */
function createPolicy(personas: Persona[]) {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check(
      'login_hint',
      'login_hint and authenticated subject do not match',
      context => {
        const hint = context.oidc.params?.login_hint;
        const accountId = context.oidc.session?.accountId;
        const isSomebodyElse =
          hint !== undefined &&
          accountId !== undefined &&
          findPersona(personas, hint)?.name !== accountId;
        return isSomebodyElse ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
      },
    ),
  );
  return policy;
}

/** There is one client and it is the portal itself: nobody is asked. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { provider, client, session, params } = context.oidc;
  if (!client || !session?.accountId) {
    return undefined;
  }
  const grantId =
    context.oidc.result?.consent?.grantId ??
    session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  const grant =
    existing?.accountId === session.accountId
      ? existing
      : new provider.Grant({
          clientId: client.clientId,
          accountId: session.accountId,
        });
  grant.addOIDCScope(
    ['openid', 'profile', 'email', 'offline_access', params?.scope]
      .filter(scope => typeof scope === 'string')
      .join(' '),
  );
  await grant.save();
  return grant;
}

function respond(context: KoaContextWithOIDC, page: IdentityPage) {
  context.status = page.status;
  context.set(pageHeaders);
  context.body = renderPage(page);
}
