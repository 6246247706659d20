import path from 'node:path';
import { CiService } from './ci/CiService.ts';
import { createEventQueue } from './portal/createEventQueue.ts';
import { readSandboxConfig } from './config.ts';
import { DeployedManifestSource } from './deployments/DeployedManifestSource.ts';
import { DeploymentStore } from './deployments/DeploymentStore.ts';
import { StagingManifestSource } from './deployments/StagingManifestSource.ts';
import { createGitHost } from './git/createGitHost.ts';
import { startIdentity } from './identity/startIdentity.ts';
import { startKubernetes } from './kubernetes/startKubernetes.ts';
import { RepositoryManifestSource } from './manifests.ts';
import { personas } from './personas.ts';
import { DeliveryClient } from './portal/DeliveryClient.ts';
import { PersonaSessions } from './portal/PersonaSessions.ts';
import { PortalApi } from './portal/PortalApi.ts';
import { SampleBills } from './sampleData/bills.ts';
import { sampleCalls } from './sampleData/calls.ts';
import { countSampleDocuments } from './sampleData/countSampleDocuments.ts';
import { SampleDeliveries } from './sampleData/delivery.ts';
import { sampleFacts } from './sampleData/facts.ts';
import { SampleFindings } from './sampleData/findings.ts';
import { SampleHistory } from './sampleData/history/SampleHistory.ts';
import { PortalSlos } from './sampleData/PortalSlos.ts';
import { SampleResources } from './sampleData/provisioning.ts';
import { SampleScorecardWork } from './sampleData/scorecardWork.ts';
import { SampleDataSender } from './sampleData/SampleDataSender.ts';
import type { SampleData } from './sampleData/SampleDataSender.ts';
import { SampleServer } from './sampleData/SampleServer.ts';
import { SampleAgreements } from './sampleData/sla.ts';
import { SampleCounts } from './sampleData/slo.ts';
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
  const fileOf = (name: string) => path.join(config.stateDir, name);
  const client = new DeliveryClient({
    portalUrl: config.portalUrl,
    secret: config.deliverySecret,
  });
  const events = createEventQueue(client);
  running.push(events);
  const deployments = new DeploymentStore(fileOf('deployments.json'));
  const samples: SampleData[] = [];
  const sampleData = new SampleDataSender({ samples });
  const git = await createGitHost({
    config,
    personas,
    listMissingPast: () => sampleData.listMissing(),
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
    file: fileOf('history.json'),
    gitUrl: config.gitUrl,
    store: git.store,
    manifests,
    deployments,
  });
  const services = new SimulatedServices(
    Troubles.open({
      file: fileOf('troubles.json'),
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
  const examples = path.join(config.root, 'examples', organisation);
  const componentCount = await countSampleDocuments(examples, {
    file: 'catalog-info.yaml',
    kind: 'Component',
  });
  const sessions = new PersonaSessions(config);
  samples.push(
    new SampleDeliveries({ history, client, api, componentCount }),
    new SampleCounts({
      portal: new PortalSlos(api),
      services,
      file: fileOf('counts.json'),
      sampleCount: await countSampleDocuments(examples, {
        file: 'slo.yaml',
        kind: 'SLO',
      }),
    }),
    new SampleAgreements({
      api,
      now: new Date(),
      file: fileOf('agreements.json'),
    }),
    new SampleResources({
      sessions,
      server: new SampleServer(config.postgres),
      definitionCount: await countSampleDocuments(examples, {
        file: 'definitions/*.yaml',
        kind: 'ResourceDefinition',
      }),
      file: fileOf('resources.json'),
    }),
    new SampleFindings({
      api,
      componentCount,
      file: fileOf('findings.json'),
    }),
    sampleFacts({ api, componentCount, file: fileOf('facts.json') }),
    sampleCalls({ api, componentCount, file: fileOf('calls.json') }),
    new SampleScorecardWork({ sessions, file: fileOf('scorecard.json') }),
    new SampleBills({
      sessions,
      folder: fileOf('bills'),
      file: fileOf('bills.json'),
    }),
  );
  running.push(sampleData);
  // Last, as its health says that the whole sandbox is ready.
  await git.listen();
  process.stdout.write(`The sandbox is ready: ${config.gitUrl}\n`);
  void sampleData.run();
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
