import type { Persona } from '../personas.ts';
import { escapeHtml } from './renderPage.ts';

/** The page on which the visitor chooses whom to be. */
export function signInPage(uid: string, personas: Persona[]) {
  const action = `/interaction/${encodeURIComponent(uid)}`;
  return {
    status: 200,
    title: 'Sign in to Acme',
    body: `<h1>Sign in to Acme (sample identity provider)</h1>
<p>Choose a person of the sample organisation. There are no passwords.</p>
<form method="post" action="${action}">
<ul>
${personas.map(renderPersona).join('\n')}
</ul>
</form>
<p class="note">Sample data: none of these people exists.</p>`,
  };
}

function renderPersona(persona: Persona) {
  const name = escapeHtml(persona.displayName);
  const initials = persona.displayName
    .split(' ')
    .map(word => word.charAt(0))
    .join('');
  // The name a screen reader says starts with what is to be done; the rest of
  // the button is its description.
  const describedBy = `about-${escapeHtml(persona.name)}`;
  return `<li><button class="persona" name="persona" value="${escapeHtml(
    persona.name,
  )}" aria-label="Sign in as ${name}" aria-describedby="${describedBy}">
<span class="initials" aria-hidden="true">${escapeHtml(initials)}</span>
<span class="who"><span class="name">${name}</span>
<span id="${describedBy}"><span class="team">${escapeHtml(
    persona.group,
  )}</span><br><span class="about">${escapeHtml(
    persona.description,
  )}</span></span></span>
</button></li>`;
}

export interface ErrorPageOptions {
  status: number;
  message: string;
  code?: string;
}

export function errorPage(options: ErrorPageOptions) {
  const code = options.code
    ? `<p class="note">Error code: <code>${escapeHtml(options.code)}</code></p>`
    : '';
  return {
    status: options.status,
    title: 'Sign-in did not work',
    body: `<h1>Sign-in did not work</h1>
<p>${escapeHtml(options.message)}</p>
<p>Close this window and start again from the portal.</p>
${code}`,
  };
}

/** Asks before ending the session; `form` carries the library's own token. */
export function signOutPage(form: string) {
  return {
    status: 200,
    title: 'Sign out of Acme',
    body: `<h1>Sign out of Acme?</h1>
<p>The next visit to the portal asks again who you are.</p>
${form}
<div class="actions">
<button class="action primary" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button class="action" form="op.logoutForm">Stay signed in</button>
</div>`,
  };
}

export function signedOutPage() {
  return {
    status: 200,
    title: 'Signed out of Acme',
    body: `<h1>You are signed out</h1>
<p>You may close this window.</p>`,
  };
}
