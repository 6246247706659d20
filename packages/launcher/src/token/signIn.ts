import { Failure } from '../report.ts';
import { CookieJar } from './CookieJar.ts';

export interface SignInOptions {
  portalUrl: string;
  identityUrl: string;
  persona: string;
}

const MAXIMUM_REDIRECTS = 12;

/**
 * Signs a persona in as a browser would, and answers the Backstage token.
 *
 * @remarks
 * The only difference to a browser is `login_hint`, by which the sandbox's
 * identity provider knows who it is without asking.
 */
export async function signIn(options: SignInOptions): Promise<string> {
  const { portalUrl, identityUrl, persona } = options;
  const cookies = new CookieJar();
  let url = new URL('/api/auth/oidc/start', portalUrl);
  url.searchParams.set('env', 'development');
  url.searchParams.set('scope', 'openid profile email');

  for (let count = 0; count < MAXIMUM_REDIRECTS; count += 1) {
    const response = await request(url, cookies);
    const location = response.headers.get('location');
    if (!location) {
      return readToken(response, options);
    }
    await response.body?.cancel();
    url = new URL(location, url);
    const isAuthorization =
      url.origin === new URL(identityUrl).origin &&
      url.searchParams.has('client_id');
    if (isAuthorization) {
      // An empty hint would be none; any other that names nobody is answered
      // with the list of those who exist.
      url.searchParams.set('login_hint', persona || '-');
    }
  }
  throw new Failure('The sign-in went round in circles', {
    hint: `It last led to ${url.origin}${url.pathname}`,
  });
}

async function request(url: URL, cookies: CookieJar): Promise<Response> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.header(url) },
      signal: AbortSignal.timeout(15_000),
    });
    cookies.store(url, response);
    return response;
  } catch (error) {
    throw new Failure(`No answer from ${url.origin}`, { cause: error });
  }
}

async function readToken(
  response: Response,
  { persona }: SignInOptions,
): Promise<string> {
  const page = await response.text();
  const known = /Choose one of: ([^.<]+)\./.exec(page)?.[1];
  if (known) {
    throw new Failure(
      persona ? `There is no persona '${persona}'` : 'Which persona?',
      { hint: `Choose one of: ${known}` },
    );
  }
  // The page hands its result to the window that opened it; see
  // sendWebMessageResponse in @backstage/plugin-auth-node.
  const encoded = /authResponse = decodeURIComponent\('([^']*)'\)/.exec(page);
  if (!encoded) {
    throw new Failure(
      `The sign-in ended at an unexpected page (${response.status} ${response.url})`,
    );
  }
  const message = JSON.parse(decodeURIComponent(encoded[1]));
  const token = message.response?.backstageIdentity?.token;
  if (typeof token !== 'string') {
    const reason = message.error?.message ?? 'no identity in the answer';
    throw new Failure(`The portal refused the sign-in of '${persona}'`, {
      hint: `${reason}\nRight after the first start the catalog may not know the people yet.`,
    });
  }
  return token;
}
