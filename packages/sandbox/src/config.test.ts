import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readSandboxConfig } from './config.ts';

const environment = {
  ATRIUM_ROOT: '/atrium',
  ATRIUM_HOME: '/atrium/.atrium',
  ATRIUM_PORTAL_URL: 'http://localhost:7007/',
  ATRIUM_GIT_URL: 'http://localhost:7008',
  ATRIUM_GIT_TOKEN: 'sandbox-git',
  ATRIUM_WEBHOOK_SECRET: 'sandbox-webhook',
  ATRIUM_DELIVERY_SECRET: 'sandbox-delivery',
  ATRIUM_IDENTITY_URL: 'http://localhost:7009',
  ATRIUM_OIDC_CLIENT_SECRET: 'sandbox-client',
  ATRIUM_KUBERNETES_URL: 'http://localhost:7010',
  ATRIUM_KUBERNETES_TOKEN: 'sandbox-kubernetes',
  ATRIUM_KUBERNETES_SCORE_TOKEN: 'sandbox-score',
  ATRIUM_KUBERNETES_PROVISIONING_TOKEN: 'sandbox-provisioning',
  ATRIUM_KUBERNETES_SECRETS_TOKEN: 'sandbox-secrets',
  ATRIUM_METRICS_URL: 'http://localhost:7012',
  ATRIUM_SLO_TOKEN: 'sandbox-slo',
  ATRIUM_POSTGRES_PORT: '7013',
  ATRIUM_POSTGRES_PASSWORD: 'sandbox-postgres',
};

test('reads what the launcher sets', () => {
  const config = readSandboxConfig(environment);
  assert.equal(config.portalUrl, 'http://localhost:7007');
  assert.equal(config.stateDir, path.join('/atrium/.atrium', 'sandbox'));
});

test('names every variable that is missing or wrong', () => {
  assert.throws(
    () =>
      readSandboxConfig({
        ...environment,
        ATRIUM_GIT_TOKEN: '',
        ATRIUM_HOME: undefined,
        ATRIUM_GIT_URL: 'localhost:7008',
      }),
    /ATRIUM_HOME is not set, ATRIUM_GIT_URL is not an http URL: 'localhost:7008', ATRIUM_GIT_TOKEN is not set/,
  );
});
