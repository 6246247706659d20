import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Persona } from '../personas.ts';
import { findPersona } from './createProvider.ts';
import { errorPage, signInPage } from './pages.ts';
import { sendPage } from './renderPage.ts';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

type InteractionDetails = Awaited<ReturnType<Provider['interactionDetails']>>;

const maximumBodyBytes = 10_000;

/** The steps of a sign-in in which the provider asks the visitor something. */
export class Interactions {
  readonly #provider: Provider;
  readonly #personas: Persona[];

  constructor(provider: Provider, personas: Persona[]) {
    this.#provider = provider;
    this.#personas = personas;
  }

  async handle(request: IncomingMessage, response: ServerResponse) {
    let details;
    try {
      details = await this.#provider.interactionDetails(request, response);
    } catch {
      sendPage(
        response,
        errorPage({
          status: 400,
          message: 'This sign-in has expired, or the browser refused cookies.',
        }),
      );
      return;
    }

    if (details.prompt.name === 'consent') {
      const next = await this.#provider.interactionResult(request, response, {
        consent: { grantId: details.grantId },
      });
      redirect(response, next);
      return;
    }

    const hint = details.params.login_hint;
    if (request.method === 'POST') {
      const form = await readForm(request);
      await this.#signIn({ request, response }, details, form?.get('persona'));
    } else if (hint !== undefined) {
      await this.#signIn({ request, response }, details, hint);
    } else {
      sendPage(response, signInPage(details.uid, this.#personas));
    }
  }

  async #signIn(
    exchange: Exchange,
    details: InteractionDetails,
    name: unknown,
  ) {
    const { request, response } = exchange;
    const persona = findPersona(this.#personas, name);
    if (!persona) {
      const known = this.#personas.map(each => each.name).join(', ');
      sendPage(
        response,
        errorPage({
          status: 400,
          message: `There is no persona '${String(
            name ?? '',
          )}'. Choose one of: ${known}.`,
          code: 'unknown_persona',
        }),
      );
      return;
    }
    const next = await this.#provider.interactionResult(request, response, {
      login: { accountId: persona.name, amr: ['sandbox'] },
    });
    await this.#forgetOtherAccount(details, persona.name);
    redirect(response, next);
  }

  /**
   * Lets a visitor change persona in one step. The library would send a page
   * that submits a sign-out form by script, which no script of ours can follow.
   */
  async #forgetOtherAccount(details: InteractionDetails, accountId: string) {
    if (!details.session || details.session.accountId === accountId) {
      return;
    }
    const session = await this.#provider.Session.findByUid(details.session.uid);
    if (session) {
      const now = Math.floor(Date.now() / 1000);
      session.accountId = undefined;
      session.authorizations = {};
      await session.save(Math.max(session.exp - now, 1));
    }
  }
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' });
  response.end();
}

async function readForm(
  request: IncomingMessage,
): Promise<URLSearchParams | undefined> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > maximumBodyBytes) {
      return undefined;
    }
  }
  return new URLSearchParams(body);
}
