import { Html, html } from '../html.ts';
import type { Persona } from '../personas.ts';
import type { IdentityPage } from './renderPage.ts';

/** The page on which the visitor chooses whom to be. */
export function signInPage(uid: string, personas: Persona[]): IdentityPage {
  return {
    status: 200,
    title: 'Sign in to Acme',
    body: html`<h1>Sign in to Acme (sample identity provider)</h1>
      <p>Choose a person of the sample organisation. There are no passwords.</p>
      <form method="post" action="/interaction/${encodeURIComponent(uid)}">
        <ul>
          ${personas.map(renderPersona)}
        </ul>
      </form>
      <p class="note">Sample data: none of these people exists.</p>`,
  };
}

function renderPersona(persona: Persona): Html {
  const { name, displayName, group, description } = persona;
  const initials = displayName
    .split(' ')
    .map(word => word.charAt(0))
    .join('');
  // The name a screen reader says starts with what is to be done; the rest of
  // the button is its description.
  return html`<li>
    <button
      class="persona"
      name="persona"
      value="${name}"
      aria-label="Sign in as ${displayName}"
      aria-describedby="about-${name}"
    >
      <span class="initials" aria-hidden="true">${initials}</span>
      <span class="who">
        <span class="name">${displayName}</span>
        <span id="about-${name}">
          <span class="team">${group}</span><br />
          <span class="about">${description}</span>
        </span>
      </span>
    </button>
  </li>`;
}

export interface ErrorPageOptions {
  status: number;
  message: string;
  code?: string;
}

export function errorPage(options: ErrorPageOptions): IdentityPage {
  const { status, message, code } = options;
  return {
    status,
    title: 'Sign-in did not work',
    body: html`<h1>Sign-in did not work</h1>
      <p>${message}</p>
      <p>Close this window and start again from the portal.</p>
      ${code && html`<p class="note">Error code: <code>${code}</code></p>`}`,
  };
}

/** Asks before ending the session; `form` carries the library's own token. */
export function signOutPage(form: string): IdentityPage {
  return {
    status: 200,
    title: 'Sign out of Acme',
    body: html`<h1>Sign out of Acme?</h1>
      <p>The next visit to the portal asks again who you are.</p>
      ${new Html(form)}
      <div class="actions">
        <button
          class="action primary"
          form="op.logoutForm"
          name="logout"
          value="yes"
        >
          Sign out
        </button>
        <button class="action" form="op.logoutForm">Stay signed in</button>
      </div>`,
  };
}

export function signedOutPage(): IdentityPage {
  return {
    status: 200,
    title: 'Signed out of Acme',
    body: html`<h1>You are signed out</h1>
      <p>You may close this window.</p>`,
  };
}
