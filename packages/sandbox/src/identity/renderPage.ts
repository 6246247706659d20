import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const stylesheet = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --text: #171a21; --muted: #5a6372;
  --border: #dcdfe5; --hover: #f2f3ff; --brand: #4f46e5; --on-brand: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101216; --surface: #181b21; --text: #eceef2; --muted: #a3abba;
    --border: #2d323c; --hover: #20233a; --brand: #a5a0ff; --on-brand: #14122e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 24px 16px;
  display: flex; align-items: center; justify-content: center;
  background: var(--page); color: var(--text);
  font: 14px/20px Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
main { width: 100%; max-width: 420px; }
.mark {
  display: flex; align-items: center; gap: 8px; margin-bottom: 16px;
  color: var(--muted); font-size: 13px;
}
.mark svg { color: var(--brand); flex: none; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 28px; letter-spacing: -0.01em; text-wrap: balance; }
p { margin: 0 0 16px; color: var(--muted); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
button { font: inherit; color: inherit; cursor: pointer; }
.persona {
  display: flex; align-items: center; gap: 12px; width: 100%; padding: 12px;
  text-align: left; background: var(--surface);
  border: 1px solid var(--border); border-radius: 8px;
}
.persona:hover { background: var(--hover); border-color: var(--brand); }
button:focus-visible, a:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.initials {
  flex: none; width: 40px; height: 40px; border-radius: 50%;
  display: grid; place-items: center; font-weight: 600; font-size: 13px;
  background: var(--brand); color: var(--on-brand);
}
.who { min-width: 0; display: grid; }
.name { font-weight: 600; }
.team { color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
.about { font-size: 13px; }
.note { margin: 16px 0 0; font-size: 13px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.action {
  padding: 8px 16px; border-radius: 6px; border: 1px solid var(--border);
  background: var(--surface); font-weight: 600;
}
.action.primary { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
code { font: 13px/20px ui-monospace, "JetBrains Mono", monospace; overflow-wrap: anywhere; }
`;

const stylesheetHash = createHash('sha256').update(stylesheet).digest('base64');

/**
 * Headers of every page.
 *
 * @remarks
 * `form-action` is left out on purpose: browsers apply it to the redirects that
 * follow a form too, and those end at the portal.
 */
export const pageHeaders: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${stylesheetHash}'; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Wraps the body in the frame that all pages of the provider share. */
export function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
<div class="mark">
<svg width="20" height="20" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M3 17V8l7-5 7 5v9M7.5 17v-5h5v5"/></svg>
Sample identity provider
</div>
${body}
</main>
</body>
</html>
`;
}

export function sendPage(
  response: ServerResponse,
  page: { status: number; title: string; body: string },
) {
  response.writeHead(page.status, pageHeaders);
  response.end(renderPage(page.title, page.body));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
