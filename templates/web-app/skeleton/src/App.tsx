import { useRuntimeConfig } from './useRuntimeConfig';

const NAME = ${{ values.name | dump }};
const DESCRIPTION = ${{ values.description | dump }};

/** The sample page. It shows what the application knows about where it runs. */
export function App() {
  return (
    <main>
      <h1>{NAME}</h1>
      <p className="lead">{DESCRIPTION}</p>
      <section className="panel" aria-label="Environment">
        <Environment />
      </section>
    </main>
  );
}

function Environment() {
  const state = useRuntimeConfig();
  switch (state.status) {
    case 'loading':
      return <p role="status">Loading the configuration…</p>;
    case 'failed':
      return (
        <div role="alert">
          <p className="error">Could not load the configuration: {state.message}</p>
          <button type="button" onClick={state.retry}>
            Try again
          </button>
        </div>
      );
    case 'ready':
      return (
        <dl>
          <dt>Environment</dt>
          <dd>{state.config.environment}</dd>
          <dt>API</dt>
          <dd>{state.config.apiBaseUrl}</dd>
          <dt>Documentation</dt>
          <dd>
            <a href={state.config.documentationUrl}>Read it in the portal</a>
          </dd>
        </dl>
      );
  }
}
