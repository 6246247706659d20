import path from 'node:path';
import { AgreementsSender } from './agreements/AgreementsSender.ts';
import { sampleAgreements } from './agreements/sampleAgreements.ts';
import { CiService } from './ci/CiService.ts';
import { readSandboxConfig } from './config.ts';
import { DeliveryClient } from './delivery/DeliveryClient.ts';
import { EventQueue } from './delivery/EventQueue.ts';
import { DeployedManifestSource } from './deployments/DeployedManifestSource.ts';
import { DeploymentStore } from './deployments/DeploymentStore.ts';
import { StagingManifestSource } from './deployments/StagingManifestSource.ts';
import { createGitHost } from './git/createGitHost.ts';
import { HistorySender } from './history/HistorySender.ts';
import { PortalAssignment } from './history/PortalAssignment.ts';
import { SampleHistory } from './history/SampleHistory.ts';
import { startIdentity } from './identity/startIdentity.ts';
import { startKubernetes } from './kubernetes/startKubernetes.ts';
import { RepositoryManifestSource } from './manifests.ts';
import { personas } from './personas.ts';
import { PortalApi } from './PortalApi.ts';
import { countSampleDocuments } from './samples.ts';
import { PastCountsSender } from './simulators/PastCountsSender.ts';
import { PastCountsState } from './simulators/PastCountsState.ts';
import { PortalSlos } from './simulators/PortalSlos.ts';
import { SimulatedServices } from './simulators/SimulatedServices.ts';
import { startSimulators } from './simulators/startSimulators.ts';
import { Troubles } from './simulators/Troubles.ts';

/** Who owns the repositories that are deployed. */
const organisation = 'acme';

/** How long the servers may take to close before the process ends anyway. */
const closeTimeoutMs = 5_000;

const running: { close(): Promise<void> | void }[] = [];
let isClosing = false;

async function start() {
  const config = readSandboxConfig(process.env);
  const client = new DeliveryClient({
    portalUrl: config.portalUrl,
    secret: config.deliverySecret,
  });
  const events = new EventQueue({ client });
  running.push(events);
  const deployments = new DeploymentStore(
    path.join(config.stateDir, 'deployments.json'),
  );
  const past: Record<string, { isComplete: boolean }> = {};
  const git = await createGitHost({
    config,
    personas,
    listMissingPast: () =>
      Object.keys(past).filter(name => !past[name].isComplete),
    openActions: store => {
      const send = events.send.bind(events);
      const ci = new CiService({ config, store, deployments, send });
      running.push(ci);
      return ci;
    },
  });
  running.push(git);
  const manifests = new RepositoryManifestSource(git.store);
  const history = await SampleHistory.open({
    file: path.join(config.stateDir, 'history.json'),
    gitUrl: config.gitUrl,
    store: git.store,
    manifests,
    deployments,
  });
  const services = new SimulatedServices(
    Troubles.open({
      file: path.join(config.stateDir, 'troubles.json'),
      history,
      deployments,
    }),
  );
  running.push(await startSimulators({ url: config.metricsUrl, services }));
  running.push(await startIdentity({ config, personas }));
  running.push(
    await startKubernetes({
      config,
      production: {
        manifests: new DeployedManifestSource(manifests, deployments),
        historyFile: 'history.json',
        rolledOutAt: history.rolledOutAt.production,
        gitOpsOwner: organisation,
      },
      others: {
        'acme-staging': {
          manifests: new StagingManifestSource(manifests, deployments),
          historyFile: 'history-staging.json',
          rolledOutAt: history.rolledOutAt.staging,
        },
      },
    }),
  );
  const { portalUrl, sloToken } = config;
  const api = new PortalApi({ portalUrl, token: sloToken });
  const samples = path.join(config.root, 'examples', organisation);
  const deliveries = new HistorySender({
    history,
    client,
    assignment: new PortalAssignment(
      api,
      await countSampleDocuments(samples, {
        file: 'catalog-info.yaml',
        kind: 'Component',
      }),
    ),
  });
  const portal = new PortalSlos(api);
  const counts = new PastCountsSender({
    portal,
    services,
    state: new PastCountsState(path.join(config.stateDir, 'counts.json')),
    sampleCount: await countSampleDocuments(samples, {
      file: 'slo.yaml',
      kind: 'SLO',
    }),
  });
  const agreements = new AgreementsSender({
    portal,
    agreements: sampleAgreements(new Date()),
    file: path.join(config.stateDir, 'agreements.json'),
  });
  Object.assign(past, { deliveries, counts, agreements });
  // Last, as its health says that the whole sandbox is ready.
  await git.listen();
  process.stdout.write(`The sandbox is ready: ${config.gitUrl}\n`);
  for (const sender of [deliveries, counts, agreements]) {
    running.push(sender);
    void sender.run();
  }
}

async function stop(exitCode: number) {
  if (isClosing) {
    return;
  }
  isClosing = true;
  const timer = setTimeout(() => process.exit(exitCode), closeTimeoutMs);
  timer.unref();
  await Promise.allSettled(running.reverse().map(server => server.close()));
  process.exit(exitCode);
}

process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
// The channel to the launcher closes when the launcher dies, however it dies.
process.on('disconnect', () => stop(0));

start().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  stop(1);
});
