import { InputError } from '@backstage/errors';
import type { TaskStep } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import type { TemplateContext, TemplateRenderer } from 'nunjitsu';

/** What a step does with the repository that its `repoUrl` names. */
export type RepositoryUse = 'create' | 'propose' | 'read' | 'write';

/** A repository that a run is going to touch. */
export interface RepositoryTarget {
  step: string;
  repoUrl: string;
  use: RepositoryUse;
}

interface FindRepositoryTargetsOptions {
  parameters: JsonObject;
  renderer: TemplateRenderer;
}

const CREATES = /^publish:[a-zA-Z]+$|^github:repo:create$/;
const PROPOSES = /:(pull-request|merge-request|propose-file)$/;
/** What the first steps of a run decide about the later ones. */
const KNOWN_LATER = /\b(steps|always|failure)\b/;
const READS = /^(github:check-file-absent|catalog:.*|debug:.*|fetch:.*)$/;

/**
 * The repositories that the steps of a run name, as far as its parameters
 * decide which steps run.
 *
 * @throws InputError for a repository that only an earlier step would name:
 * nothing could be checked before it is touched.
 */
export function findRepositoryTargets(
  steps: Pick<TaskStep, 'id' | 'action' | 'if' | 'input'>[],
  { parameters, renderer }: FindRepositoryTargetsOptions,
): RepositoryTarget[] {
  const context: TemplateContext = JSON.parse(JSON.stringify({ parameters }));
  const render = (text: string) => {
    try {
      return renderer.renderValue(text, context, { coercion: 'json' });
    } catch (error) {
      throw new InputError(`'${text}' cannot be read`, error);
    }
  };
  const runs = (condition: TaskStep['if']) =>
    typeof condition !== 'string' || KNOWN_LATER.test(condition)
      ? condition !== false
      : Boolean(render(condition));

  return steps.flatMap(({ id, action, if: condition, input }) => {
    const repoUrl = input?.repoUrl;
    if (typeof repoUrl !== 'string' || !runs(condition)) {
      return [];
    }
    if (/\$\{\{[^}]*\bsteps\b/.test(repoUrl)) {
      throw new InputError(
        `Step '${id}' takes its repository from the result of another step, so that it cannot be checked before the run. Let the template take it from a parameter.`,
      );
    }
    return [{ step: id, repoUrl: String(render(repoUrl)), use: useOf(action) }];
  });
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
