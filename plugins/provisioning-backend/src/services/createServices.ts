import {
  type AuditedServices,
  type EntityOrigins,
  FileProposals,
  Ownership,
  VisibleEntities,
} from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { CostService } from '@atrium/plugin-cost-node';
import type { SloService } from '@atrium/plugin-slo-node';
import type { WorkloadsService } from '@atrium/plugin-workloads-node';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { ProvisioningConfig } from '../config/readProvisioningConfig';
import type { ProvisioningStores } from '../database/createStores';
import { CredentialHandout } from './CredentialHandout';
import type { DefinitionRegistry } from './definitions/DefinitionRegistry';
import { DefinitionProposals } from './definitions/proposals/DefinitionProposals';
import type { StartedDefinitions } from './definitions/startDefinitions';
import type { DriverRegistry } from './DriverRegistry';
import { ExistingEntities } from './ExistingEntities';
import { ActualCosts } from './reads/ActualCosts';
import { DefinitionReads } from './reads/DefinitionReads';
import { RequestReads } from './reads/RequestReads';
import { ResourceAccess } from './reads/ResourceAccess';
import { ResourceReads } from './reads/ResourceReads';
import { VisibleOwners } from './reads/VisibleOwners';
import { CreateRequests } from './requests/CreateRequests';
import { Decisions } from './requests/Decisions';
import { ErrorBudgetGate } from './requests/ErrorBudgetGate';
import { LifeRequests } from './requests/LifeRequests';
import { Previews } from './requests/Previews';
import type { RequestContext } from './requests/RequestContext';
import { Refusals } from './requests/Refusals';
import { RequestNotifier } from './requests/RequestNotifier';
import { ResourcePlanner } from './requests/ResourcePlanner';
import type { ResourceAnnouncer } from './ResourceAnnouncer';
import { ScoreApplications } from './score/apply/ScoreApplications';
import type { WorkloadClusterRegistry } from './score/apply/WorkloadClusterRegistry';
import { WorkloadPlanner } from './score/apply/WorkloadPlanner';
import { WorkloadProofs } from './score/apply/WorkloadProofs';
import { ScoreFiles } from './score/ScoreFiles';
import { ScoreProvisioning } from './score/ScoreProvisioning';
import { ScoreReads } from './score/ScoreReads';
import { ScoreResources } from './score/ScoreResources';
import type { IssuedSecrets } from './secrets/IssuedSecrets';

interface CreateServicesOptions extends AuditedServices, StartedDefinitions {
  announcer: ResourceAnnouncer;
  auth: AuthService;
  catalog: CatalogService;
  clusters: WorkloadClusterRegistry;
  config: ProvisioningConfig;
  cost: CostService;
  definitions: DefinitionRegistry;
  drivers: DriverRegistry;
  gitHosts: GitHosts;
  installationId: string;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  origins: EntityOrigins;
  queue: RequestContext['queue'];
  secrets: IssuedSecrets;
  slo: SloService;
  stores: ProvisioningStores;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  workloads: WorkloadsService;
}

/** Creates what the routes and actions of provisioning call. */
export function createServices(options: CreateServicesOptions) {
  const { stores } = options;
  const { resources } = stores;
  const owners = new VisibleOwners({
    ...options,
    ownership: new Ownership(options),
    visible: new VisibleEntities(options),
    resources,
  });
  const planner = new ResourcePlanner({
    ...options,
    gate: new ErrorBudgetGate({
      ...options,
      existing: new ExistingEntities(options),
    }),
    owners,
    resources,
  });
  const context: RequestContext = {
    ...options,
    planner,
    notifier: new RequestNotifier(options),
  };
  const access = new ResourceAccess(options);
  const refusals = new Refusals(options);
  const scoreReads = new ScoreReads({
    ...options,
    files: new ScoreFiles(options),
    resources: new ScoreResources({ ...stores, knex: options.knex }),
  });
  const proposals = new FileProposals({
    ...options,
    onCommit: url => options.files.reread(url),
  });
  return {
    planner,
    proposals,
    refusals,
    definitionProposals: new DefinitionProposals({
      ...options,
      approverRefs: options.config.approverRefs,
      environments: options.config.environments,
      proposals,
      store: stores.definitions,
    }),
    previews: new Previews({ ...options, planner, refusals }),
    createRequests: new CreateRequests(context),
    decisions: new Decisions({
      ...context,
      refusals,
      userInfo: options.userInfo,
    }),
    lifeRequests: new LifeRequests(context),
    credentialHandout: new CredentialHandout(options),
    definitionReads: new DefinitionReads({ ...options, resources }),
    requestReads: new RequestReads({ ...options, access, owners }),
    resourceReads: new ResourceReads({
      ...options,
      access,
      actualCosts: new ActualCosts(options),
      owners,
    }),
    scoreApplications: new ScoreApplications({
      ...options,
      planner: new WorkloadPlanner({
        ...options,
        proofs: new WorkloadProofs(options),
        reads: scoreReads,
      }),
      reads: scoreReads,
    }),
    scoreReads,
    scoreProvisioning: new ScoreProvisioning({ reads: scoreReads }),
  };
}
