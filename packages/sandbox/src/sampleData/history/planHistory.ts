import type { DeploymentRecord } from '../../deployments/DeploymentStore.ts';
import { day, hour, minute } from '../../durations.ts';
import { seededFraction } from '../../seed.ts';
import { Dice } from './Dice.ts';
import { HistoryWriter } from './HistoryWriter.ts';
import type { HistoryEvent } from './HistoryWriter.ts';
import { phrases } from './phrases.ts';
import { planChanges } from './planChanges.ts';
import { planDeployments } from './planDeployments.ts';
import type { PlannedIncident } from './planDeployments.ts';
import { planRuns } from './planRuns.ts';
import type { Project } from './readProjects.ts';
import { badDeployment, historyDays, openIncident } from '../../scenario.ts';
import { writeChanges, writeTickets } from './writeChanges.ts';
import {
  newestVersion,
  writeDeployments,
  writeIncidents,
} from './writeDeployments.ts';
import { writeRuns } from './writeRuns.ts';

export interface History {
  /** Oldest first. */
  events: HistoryEvent[];
  /** What runs at its end, by repository. */
  deployments: Map<string, DeploymentRecord>;
  /** What went wrong in production, by repository. */
  incidents: Map<string, PlannedIncident[]>;
  rolledOutAt: RolloutTimes;
}

/** When what runs was deployed, by repository. */
export interface RolloutTimes {
  staging: Map<string, number>;
  production: Map<string, number>;
}

export interface PlanHistoryOptions {
  gitUrl: string;
  /** The end of the history. */
  untilMs: number;
}

type Service = Project & { version: string };

const outageCount = 4;

/**
 * Makes up the past of the sample organisation, the same one each time for the
 * same repositories and end.
 */
export function planHistory(
  projects: Project[],
  options: PlanHistoryOptions,
): History {
  const { untilMs } = options;
  const history: History = {
    events: [],
    deployments: new Map(),
    incidents: new Map(),
    rolledOutAt: { staging: new Map(), production: new Map() },
  };
  const services = projects.filter(isService);
  const slowing = pickBySeed(services, 'slowing-pipeline');
  const shared = planOutages(services, untilMs);
  for (const project of projects) {
    const dice = new Dice(project.fullName);
    const writer = new HistoryWriter(project, options);
    const changes = planChanges(project, dice, untilMs);
    const { runs, builds } = planRuns(changes, dice, {
      baseSeconds: dice.between(70, 520),
      slowdown: project === slowing ? 1.6 : 0,
      fromMs: untilMs - historyDays * day,
      untilMs,
    });
    writeChanges(writer, changes);
    writeRuns(writer, runs);
    writeTickets(writer, project, dice);
    if (isService(project)) {
      const plan = planDeployments(project, builds, { dice, untilMs });
      writeDeployments(writer, project, plan);
      const incidents = [
        ...plan.incidents,
        ...(shared.get(project.name) ?? []),
      ];
      history.incidents.set(project.name, incidents);
      writeIncidents(writer, project, incidents);
      const newest = newestVersion(plan) ?? project.version;
      history.deployments.set(project.name, {
        manifestVersion: project.version,
        newest: { version: newest },
        versions: {
          dev: newest,
          staging: newest,
          production: project.version,
        },
      });
      for (const { environment, atMs } of plan.deployments) {
        if (environment !== 'dev') {
          const times = history.rolledOutAt[environment];
          times.set(project.name, Math.max(atMs, times.get(project.name) ?? 0));
        }
      }
    }
    const oldest = untilMs - historyDays * day;
    history.events.push(...writer.events.filter(({ atMs }) => atMs >= oldest));
  }
  history.events.sort((left, right) => left.atMs - right.atMs);
  return history;
}

/** Incidents that no deployment caused, of several services at a time. */
function planOutages(services: Service[], untilMs: number) {
  const result = new Map<string, PlannedIncident[]>();
  const add = (service: Service, incident: PlannedIncident) =>
    result.set(service.name, [...(result.get(service.name) ?? []), incident]);

  if (services.length === 0) {
    return result;
  }
  const dice = new Dice('outages');
  for (let number = 0; number < outageCount; number++) {
    const { system } = dice.pick(services);
    const startMs = untilMs - dice.between(3, historyDays - 5) * day;
    const description = dice.pick(phrases.outages);
    for (const service of services.filter(item => item.system === system)) {
      const detectedAtMs = startMs + dice.between(0, 20) * minute;
      add(service, {
        detectedAtMs,
        resolvedAtMs: detectedAtMs + dice.between(0.5, 3) * hour,
        description,
      });
    }
  }
  const bad = services.find(({ name }) => name === badDeployment.repository);
  const others = services.filter(({ owner }) => owner !== bad?.owner);
  const troubled = pickBySeed(others, 'open-incident');
  if (troubled) {
    add(troubled, {
      detectedAtMs: untilMs - openIncident.detectedAgoMs,
      description: openIncident.description,
    });
  }
  return result;
}

function isService(project: Project): project is Service {
  return project.version !== undefined;
}

/** One of them, the same each time however many there are. */
function pickBySeed(services: Service[], seed: string): Service | undefined {
  const keyOf = ({ fullName }: Service) =>
    seededFraction(`${seed}:${fullName}`);
  return [...services].sort((left, right) => keyOf(left) - keyOf(right))[0];
}
