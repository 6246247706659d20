import { InputError } from '@backstage/errors';
import type { TaskSpec, TaskStep } from '@backstage/plugin-scaffolder-common';
import type { JsonArray, JsonObject } from '@backstage/types';
import type {
  TemplateContext,
  TemplateRenderer,
  TemplateValue,
} from 'nunjitsu';

/** What a step does with the repository that its `repoUrl` names. */
export type RepositoryUse = 'create' | 'propose' | 'read' | 'write';

/** A repository that a run is going to touch. */
export interface RepositoryTarget {
  step: string;
  repoUrl: string;
  use: RepositoryUse;
}

/** What a template says of a step, as far as it decides about repositories. */
export type PlannedStep = Pick<
  TaskStep,
  'id' | 'action' | 'each' | 'if' | 'input'
>;

interface FindRepositoryTargetsOptions {
  parameters: JsonObject;
  /** Whom the run is for. */
  user: TaskSpec['user'];
  renderer: TemplateRenderer;
}

const CREATES = /^publish:[a-zA-Z]+$|^github:repo:create$/;
const PROPOSES = /:(pull-request|merge-request|propose-file)$/;
const EACH = evaluated('each');
/** What only the run knows, or what its first steps decide about the later ones. */
const KNOWN_LATER = evaluated(
  'steps|always|failure|environment|secrets|context',
);
/** No address, condition or item of a loop is longer. */
const MAX_LENGTH = 10_000;
/** A run that names more would wait long before its first step. */
const MAX_TARGETS = 100;
const READS = /^(github:check-file-absent|catalog:.*|debug:.*|fetch:.*)$/;

/**
 * The repositories that the steps of a run name, as far as its parameters
 * decide which steps run, and how often.
 *
 * @throws InputError for a repository that is known only within the run: nothing
 * could be checked before it is touched.
 */
export function findRepositoryTargets(
  steps: PlannedStep[],
  { parameters, user, renderer }: FindRepositoryTargetsOptions,
): RepositoryTarget[] {
  const context: TemplateContext = JSON.parse(
    JSON.stringify({ parameters, user }),
  );
  const render = (text: string, more?: TemplateContext) => {
    try {
      return renderer.renderValue(
        text,
        { ...context, ...more },
        { coercion: 'json' },
      );
    } catch (error) {
      throw new InputError(`'${text}' cannot be read`, error);
    }
  };

  const targets = new Map<string, RepositoryTarget>();
  for (const { id, action, each, if: condition, input } of steps) {
    const repoUrl = input?.repoUrl;
    if (typeof repoUrl !== 'string' || condition === false) {
      continue;
    }
    const loop = each === undefined ? [{}] : readLoop(each, render);
    const isUnknown = (text: string) =>
      evaluates(text, KNOWN_LATER) ||
      (loop === 'later' && evaluates(text, EACH));
    const isSkipped = (round: TemplateContext) =>
      typeof condition === 'string' &&
      !isUnknown(condition) &&
      !render(condition, round);
    for (const round of loop === 'later' ? [{}] : loop) {
      if (isSkipped(round)) {
        continue;
      }
      if (isUnknown(repoUrl)) {
        throw new InputError(
          `Step '${id}' takes its repository from what is known only within the run, such as the result of another step, so that it cannot be checked before. Let the template take it from a parameter.`,
        );
      }
      const target: RepositoryTarget = {
        step: id,
        repoUrl: String(render(repoUrl, round)),
        use: useOf(action),
      };
      targets.set(JSON.stringify(target), target);
    }
  }
  if (targets.size > MAX_TARGETS) {
    throw new InputError(
      `The run names ${targets.size} repositories; at most ${MAX_TARGETS} are possible.`,
    );
  }
  return [...targets.values()];
}

/**
 * What a step sees of each of its rounds, as the engine gives it; `later` where
 * only the run can tell.
 */
function readLoop(
  each: string | JsonArray,
  render: (text: string) => unknown,
): TemplateContext[] | 'later' {
  let isLater = false;
  const rendered = JSON.parse(JSON.stringify(each), (_, value) => {
    if (typeof value !== 'string') {
      return value;
    }
    isLater ||= evaluates(value, KNOWN_LATER);
    return isLater ? value : render(value);
  });
  if (isLater) {
    return 'later';
  }
  // What is neither a list nor an object stops the run.
  const items = typeof rendered === 'object' ? rendered ?? {} : {};
  return Object.entries<TemplateValue>(items).map(([key, value]) => ({
    each: { key, value },
  }));
}

/**
 * Finds one of these names within an expression, where it does not belong to
 * another one, as in `parameters.environment`, and does not stand in quotes.
 */
function evaluated(names: string): RegExp {
  const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
  return new RegExp(
    String.raw`\{[{%](?:${quoted}|[^"'}%]|[}%](?!\}))*?(?<![.\w])(?:${names})\b`,
    's',
  );
}

function evaluates(text: string, names: RegExp): boolean {
  if (text.length > MAX_LENGTH) {
    throw new InputError(
      `A text that decides about repositories has ${text.length} characters; at most ${MAX_LENGTH} are possible`,
    );
  }
  return names.test(text);
}

function useOf(action: string): RepositoryUse {
  if (CREATES.test(action)) {
    return 'create';
  }
  if (PROPOSES.test(action)) {
    return 'propose';
  }
  return READS.test(action) ? 'read' : 'write';
}
