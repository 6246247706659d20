import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SandboxConfig } from '../../config.ts';
import type { ManifestFile } from '../../manifests.ts';
import type { KubernetesObject } from '../kubernetesTypes.ts';
import { sampleManifests } from './sampleManifests.ts';
import { findFreePort } from '../findFreePort.ts';
import { startKubernetes } from '../startKubernetes.ts';

export const token = 'sandbox-kubernetes-token';
/** Of the account that applies workloads. */
export const scoreToken = 'sandbox-kubernetes-score-token';

/** A cluster for tests: on a free port, with manifests that can be changed. */
export class TestCluster {
  readonly config: SandboxConfig;
  readonly warnings: string[] = [];
  #files: ManifestFile[] = sampleManifests;
  #notify: () => void = () => {};
  #running: { close(): Promise<void> } | undefined;

  private constructor(config: SandboxConfig) {
    this.config = config;
  }

  static async start(): Promise<TestCluster> {
    const cluster = new TestCluster({
      root: '',
      stateDir: await mkdtemp(path.join(os.tmpdir(), 'atrium-kubernetes-')),
      portalUrl: '',
      gitUrl: '',
      gitToken: '',
      webhookSecret: '',
      deliverySecret: '',
      identityUrl: '',
      oidcClientSecret: '',
      kubernetesUrl: `http://localhost:${await findFreePort()}`,
      kubernetesTokens: {
        portal: token,
        score: scoreToken,
        provisioning: 'sandbox-kubernetes-provisioning-token',
        secrets: 'sandbox-kubernetes-secrets-token',
      },
      metricsUrl: '',
      sloToken: '',
      home: '',
      postgres: { port: 0, password: '' },
    });
    await cluster.#start();
    return cluster;
  }

  async restart() {
    await this.#running?.close();
    await this.#start();
  }

  async close() {
    await this.#running?.close();
    await rm(this.config.stateDir, { recursive: true });
  }

  /** Replaces a text in all manifests, as a push would. */
  push(from: string, to: string) {
    this.#files = this.#files.map(file => ({
      ...file,
      content: file.content.replace(from, to),
    }));
    this.#notify();
  }

  /** Sends a request as one of the personas, by default as an administrator. */
  async send(
    method: string,
    url: string,
    options: { body?: unknown; contentType?: string; persona?: string } = {},
  ) {
    const { body, contentType, persona = 'platform-admin' } = options;
    const response = await fetch(this.config.kubernetesUrl + url, {
      method,
      headers: {
        Authorization: authorizationOf(persona),
        Connection: 'close',
        'Content-Type': contentType ?? 'application/json',
        'User-Agent': 'kubectl/v1.34.1 (linux/amd64)',
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** As the portal does. */
  patch(url: string, body: unknown, contentType: string) {
    return fetch(this.config.kubernetesUrl + url, {
      method: 'PATCH',
      headers: {
        Authorization: `Bearer ${token}`,
        Connection: 'close',
        'Content-Type': contentType,
      },
      body: JSON.stringify(body),
    });
  }

  get(url: string, headers: Record<string, string> = {}, method = 'GET') {
    return fetch(this.config.kubernetesUrl + url, {
      method,
      // Connections kept open would be dead after a restart.
      headers: {
        Authorization: authorizationOf('platform-admin'),
        Connection: 'close',
        ...headers,
      },
    });
  }

  async getJson(url: string) {
    const response = await this.get(url);
    assert.equal(response.status, 200, url);
    return response.json();
  }

  async #start() {
    this.#running = await startKubernetes({
      config: this.config,
      others: {
        'acme-staging': {
          historyFile: 'history-staging.json',
          manifests: { list: async () => [], onChange: () => {} },
        },
      },
      production: {
        gitOpsOwner: 'acme',
        hasHandApplied: false,
        historyFile: 'history.json',
        manifests: {
          list: async () => this.#files,
          onChange: listener => {
            this.#notify = listener;
          },
        },
      },
      warn: line => this.warnings.push(line),
    });
  }
}

/** What one of the personas sends, whose passwords are their names. */
export function authorizationOf(persona: string) {
  return `Basic ${Buffer.from(`${persona}:${persona}`).toString('base64')}`;
}

export function nameOf(object: KubernetesObject) {
  return `${object.metadata.namespace}/${object.metadata.name}`;
}
