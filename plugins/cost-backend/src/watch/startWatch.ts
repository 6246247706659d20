import {
  FileProposals,
  MessageSender,
  MessageStore,
  TaskAlarm,
} from '@atrium/backend-common';
import type { Router } from 'express';
import { registerActions } from '../actions';
import type { StartedAnswers } from '../answers/startAnswers';
import { readWatchConfig } from '../config/readWatchConfig';
import type { CostEnvironment } from '../CostEnvironment';
import { ExchangeRateStore } from '../database/ExchangeRateStore';
import { Anomalies } from './anomalies/Anomalies';
import { AnomalyStore } from './anomalies/AnomalyStore';
import { AnomalyTask } from './anomalies/AnomalyTask';
import { BudgetAlertStore } from './budgets/BudgetAlertStore';
import { BudgetProposals } from './budgets/BudgetProposals';
import { BudgetReads } from './budgets/BudgetReads';
import { BudgetTask } from './budgets/BudgetTask';
import { MonthBudgetStore } from './budgets/MonthBudgetStore';
import { createWatchRouter } from './createWatchRouter';
import { PushedMetrics } from './metrics/PushedMetrics';
import {
  MESSAGES_TASK,
  scheduleWatch,
  type WatchAlarms,
} from './scheduleWatch';

/** Starts what watches cost, and tells owners. */
export async function startWatch(
  environment: CostEnvironment,
  { breakdown, budgets, context, summary }: Omit<StartedAnswers, 'router'>,
): Promise<{ alarms: WatchAlarms; router: Router }> {
  const { knex } = environment;
  const config = readWatchConfig(environment.config);
  const sending = new TaskAlarm({ ...environment, id: MESSAGES_TASK });
  const messages = new MessageStore(knex, { onAdded: () => sending.wake() });
  const counter = environment.metrics.createCounter('cost.messages', {
    description: 'Notifications that were sent, or failed',
    unit: '{message}',
  });
  const shared = {
    ...environment,
    ...context,
    alerts: new BudgetAlertStore(knex),
    anomalies: new AnomalyStore(knex),
    budgets,
    messages,
    monthBudgets: new MonthBudgetStore(),
    minimumAmount: config.anomalies.minimumAmount,
    percents: {
      actual: config.budgets.actualPercents,
      forecast: config.budgets.forecastPercents,
    },
  };
  const alarms = await scheduleWatch({
    ...shared,
    anomalyTask: new AnomalyTask(shared),
    budgetTask: new BudgetTask(shared),
    sender: new MessageSender({
      ...environment,
      metrics: { countMessage: outcome => counter.add(1, { outcome }) },
      pluginId: 'cost',
      store: messages,
    }),
  });
  const anomalies = new Anomalies(shared);
  registerActions(environment.actionsRegistry, {
    anomalies,
    breakdown,
    summary,
  });
  return {
    alarms,
    router: createWatchRouter({
      ...environment,
      anomalies,
      budgetProposals: new BudgetProposals({
        ...shared,
        proposals: new FileProposals({
          ...environment,
          // As a webhook would, which may not be set up.
          onCommit: url =>
            environment.scmEvents.publish([{ type: 'location.updated', url }]),
        }),
        rates: new ExchangeRateStore(knex),
      }),
      budgets: new BudgetReads(shared),
      metricSenders: config.metricSenders,
      pushedMetrics: new PushedMetrics(knex),
    }),
  };
}
