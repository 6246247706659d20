import {
  MessageSender,
  MessageStore,
  Ownership,
  type SignalPublisher,
  TaskAlarm,
  VisibleEntities,
} from '@atrium/backend-common';
import type { ScorecardSubject } from '@atrium/plugin-scorecard-common';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { EvaluationQueue } from '../database/EvaluationQueue';
import type { SnapshotStore } from '../database/SnapshotStore';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { RatedCheckStore } from '../reads/RatedCheckStore';
import { ScorecardDefinitions } from '../reads/ScorecardDefinitions';
import { ScorecardManagers } from '../scorecards/ScorecardManagers';
import { ExemptionReads } from './exemptions/ExemptionReads';
import { ExemptionReadStore } from './exemptions/ExemptionReadStore';
import { Exemptions } from './exemptions/Exemptions';
import { ExemptionStore } from './exemptions/ExemptionStore';
import { ExemptionTask } from './exemptions/ExemptionTask';
import { EntityExpressions } from './initiatives/EntityExpressions';
import { InitiativeReadStore } from './initiatives/InitiativeReadStore';
import { Initiatives } from './initiatives/Initiatives';
import { InitiativeStore } from './initiatives/InitiativeStore';
import { InitiativeTask } from './initiatives/InitiativeTask';
import { LevelDropStore } from './levels/LevelDropStore';
import { LevelDropTask } from './levels/LevelDropTask';
import { PeopleMetrics } from './PeopleMetrics';

/** The task that sends what was written down, which wakes it. */
export const MESSAGES_TASK = 'scorecard-messages';

/** What {@link createPeople} works with. */
export interface CreatePeopleOptions {
  auth: AuthService;
  catalog: CatalogService;
  expressions: () => ScorecardExpressions;
  knex: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: Pick<SignalPublisher<ScorecardSubject>, 'publish'>;
  stores: { queue: EvaluationQueue; snapshots: SnapshotStore };
  userInfo: UserInfoService;
}

/** Creates what people agree on: exemptions, initiatives, and what they hear. */
export function createPeople(options: CreatePeopleOptions) {
  const { knex, stores } = options;
  const ownership = new Ownership(options);
  const visible = new VisibleEntities(options);
  const sending = new TaskAlarm({ ...options, id: MESSAGES_TASK });
  const messages = new MessageStore(knex, { onAdded: () => sending.wake() });
  const metrics = new PeopleMetrics(options.metrics);
  const drops = new LevelDropStore(knex);
  const exemptionContext = {
    ...options,
    evaluationQueue: stores.queue,
    messages,
    metrics,
    store: new ExemptionStore(knex),
  };
  const initiativeContext = {
    ...options,
    expressions: new EntityExpressions({ ...options, ...stores }),
    messages,
    ownership,
    reads: new InitiativeReadStore(knex),
    store: new InitiativeStore(knex),
  };
  const initiativeTask = new InitiativeTask(initiativeContext);
  return {
    exemptions: new Exemptions({
      ...exemptionContext,
      checks: new RatedCheckStore(knex),
      ownership,
      visible,
    }),
    exemptionReads: new ExemptionReads({
      ...exemptionContext,
      ownership,
      reads: new ExemptionReadStore(knex),
      visible,
    }),
    initiatives: new Initiatives({
      ...initiativeContext,
      managers: new ScorecardManagers({ ...options, ownership }),
      scorecards: new ScorecardDefinitions(knex),
      task: initiativeTask,
      visible,
    }),
    peopleTasks: {
      drops: new LevelDropTask({ drops, knex, messages }),
      dropStore: drops,
      exemptions: new ExemptionTask(exemptionContext),
      initiatives: initiativeTask,
      messages,
      sender: new MessageSender({
        ...options,
        metrics,
        pluginId: 'scorecard',
        store: messages,
      }),
    },
  };
}
