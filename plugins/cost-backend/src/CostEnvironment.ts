import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  ActionsRegistryService,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import type {
  EntityOrigins,
  EntityPasses,
  SignalPublisher,
  VisibleEntities,
} from '@atrium/backend-common';
import type { GitHosts } from '@atrium/git-hosts';
import type { CostSubject } from '@atrium/plugin-cost-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { SloService } from '@atrium/plugin-slo-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { FinanceRefusals } from './FinanceRefusals';
import type { TokenAccess } from './TokenAccess';

/** What the parts of cost work with. */
export interface CostEnvironment {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  entityPasses: EntityPasses;
  events: EventsService;
  finance: FinanceRefusals;
  gitHosts: GitHosts;
  httpAuth: HttpAuthService;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  origins: EntityOrigins;
  permissions: PermissionsService;
  provisioning: ProvisioningService;
  scheduler: SchedulerService;
  scmEvents: Pick<CatalogScmEventsService, 'publish'>;
  signals: Pick<SignalPublisher<CostSubject>, 'publish'>;
  slos: SloService;
  tokens: TokenAccess;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  visible: VisibleEntities;
}
