import type { ScopeOptions } from '@atrium/backend-common';
import { writeYaml } from '@atrium/common/yaml';
import {
  type Environment,
  listScoreNeeds,
  matchScoreNeed,
  parseScoreText,
  type ResourceType,
  type Score,
  type ScoreContainer,
  type ScoreNeed,
  type ScoreNeedStatus,
  type ScoreWorkload,
} from '@atrium/plugin-provisioning-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import { catalogRefOf } from '../catalogRefOf';
import type {
  ActiveDefinition,
  DefinitionRegistry,
} from '../definitions/DefinitionRegistry';
import type { ScoreOutputs } from './render/ScoreScope';
import { VOLUME_TYPE } from './render/renderVolumes';
import {
  type RenderedWorkload,
  renderWorkload,
  type RenderWorkloadOptions,
} from './render/renderWorkload';
import type { ScoreFile, ScoreFiles } from './ScoreFiles';
import type { FoundForNeed, ScoreResources } from './ScoreResources';

interface ScoreReadsOptions {
  config: { environments: Environment[] };
  definitions: Pick<DefinitionRegistry, 'list' | 'types'>;
  files: ScoreFiles;
  resources: ScoreResources;
}

/** A Score file, and what there is for it. */
export interface ScoreContext {
  file: ScoreFile;
  entityRef: string;
  types: Map<string, ResourceType>;
}

/** A need, with what is there for it. */
export interface FoundNeed {
  need: ScoreNeed;
  status: ScoreNeedStatus;
  resource?: StoredResource;
}

/** How manifests are rendered. */
export interface ScoreManifestOptions extends ScopeOptions {
  environment: string;
  /** The image of containers that leave it open (`image: .`). */
  image?: string;
}

/** Says what Score files need, what of it is there, and how they run. */
export class ScoreReads {
  readonly #options: ScoreReadsOptions;

  constructor(options: ScoreReadsOptions) {
    this.#options = options;
  }

  /** The Score file of a component, compared over all environments. */
  async get(entityRef: string, options: ScopeOptions): Promise<Score> {
    const { environments } = this.#options.config;
    const context = await this.open(entityRef, options);
    const { problems, source, workload } = context.file;
    const found = workload
      ? await Promise.all(
          environments.map(async environment => ({
            environment,
            needs: await this.listNeeds(context, workload, environment),
          })),
        )
      : [];
    return {
      source,
      workload: workload && summarise(workload),
      problems,
      environments: found.map(({ environment, needs }) => ({
        environment,
        needs: needs.map(({ status }) => status),
      })),
    };
  }

  /**
   * The manifests of a component for an environment, as YAML.
   *
   * @throws ConflictError with each reason where it could not run like this
   */
  async getManifests(
    entityRef: string,
    { environment: name, image, ...options }: ScoreManifestOptions,
  ): Promise<{ fileName: string; text: string }> {
    const environment = this.findEnvironment(name);
    const context = await this.open(entityRef, options);
    const workload = requireWorkload(context.file);
    const { rendered } = await this.render(context, environment, { image });
    if (rendered.issues.length > 0) {
      const lines = rendered.issues.map(({ path, message }) => {
        const { line } = context.file.locate(path);
        return `- line ${line}: ${path.join('.')} ${message}`;
      });
      throw words.error(
        ConflictError,
        words.describe('provisioning.score.cannotRun', {
          name: workload.metadata.name,
          environment: name,
          lines: lines.join('\n'),
        }),
      );
    }
    const comments = rendered.secrets.map(
      secret =>
        `# Needs the Secret '${secret.name}' with ${secret.keys.join(', ')}\n`,
    );
    const documents = rendered.manifests.map(
      manifest => `---\n${writeYaml(manifest)}`,
    );
    return {
      fileName: `${workload.metadata.name}-${name}.yaml`,
      text: [...comments, ...documents].join(''),
    };
  }

  /**
   * Renders a workload for an environment, with what is there for it.
   *
   * @throws ConflictError with each problem where the file has some
   */
  async render(
    context: ScoreContext,
    environment: Environment,
    options: Pick<RenderWorkloadOptions, 'image' | 'images'>,
  ): Promise<{ rendered: RenderedWorkload; needs: FoundNeed[] }> {
    const workload = requireWorkload(context.file);
    const needs = await this.listNeeds(context, workload, environment);
    const rendered = renderWorkload(workload, {
      ...options,
      outputs: await this.getOutputs(context, needs),
      hindrances: findHindrances(needs),
      sources: await this.#options.files.readSources(context.file, workload),
    });
    return { rendered, needs };
  }

  /** Reads the Score file of a component that the reader may see. */
  async open(entityRef: string, options: ScopeOptions): Promise<ScoreContext> {
    const { definitions, files } = this.#options;
    const types = new Map(
      (await definitions.types()).map(type => [type.metadata.name, type]),
    );
    const file = await files.read(entityRef, {
      ...options,
      outputsOf: type => {
        const known = types.get(type.toLowerCase());
        return known && Object.keys(known.spec.outputs.properties);
      },
    });
    return { file, entityRef: stringifyEntityRef(file.entity), types };
  }

  /** @throws InputError where there is no such environment */
  findEnvironment(name: string): Environment {
    const { environments } = this.#options.config;
    const found = environments.find(environment => environment.name === name);
    if (!found) {
      const names = environments.map(environment => environment.name);
      throw words.error(
        InputError,
        words.describe('provisioning.score.environment', {
          name,
          names: names.join(', '),
        }),
      );
    }
    return found;
  }

  /** What a workload needs, and how it stands in an environment. */
  async listNeeds(
    { entityRef }: ScoreContext,
    workload: ScoreWorkload,
    environment: Environment,
  ): Promise<FoundNeed[]> {
    const { definitions, resources } = this.#options;
    const candidates = (await definitions.list())
      .filter(({ removedAt }) => removedAt === undefined)
      .map(toCandidate);
    const place = {
      entityRef,
      environment: environment.name,
      environmentType: environment.type,
    };
    return Promise.all(
      listScoreNeeds(workload).map(async need => {
        const { winner, losers } = matchScoreNeed(need, place, candidates);
        const found =
          need.type === VOLUME_TYPE ? {} : await resources.find(need, place);
        const { inTheWay, resource } = found;
        const shown = resource ?? inTheWay;
        const { params, ...summary } = need;
        const status: ScoreNeedStatus = {
          ...summary,
          status: statusOf(need, { ...found, winner }),
          resource: shown && {
            id: shown.id,
            catalogRef: catalogRefOf(shown),
            name: shown.name,
            type: shown.type,
            class: shown.class,
            state: shown.state,
            definition: shown.definition,
            plan: shown.plan,
          },
          definition:
            winner && !found.sharing
              ? { name: winner.name, title: winner.title }
              : undefined,
          losers,
        };
        return { need, status, resource };
      }),
    );
  }

  /** What the resources that are ready give the workload, by their names. */
  async getOutputs(
    { types }: ScoreContext,
    needs: FoundNeed[],
  ): Promise<Map<string, ScoreOutputs>> {
    const { resources } = this.#options;
    const outputs = new Map<string, ScoreOutputs>();
    for (const { need, status, resource } of needs) {
      if (resource && status.status === 'ready') {
        outputs.set(
          need.name,
          await resources.getOutputs(resource, types.get(need.type)),
        );
      }
    }
    return outputs;
  }
}

/** @throws ConflictError with each problem where the file has some */
export function requireWorkload({
  path,
  problems,
  workload,
}: ScoreFile): ScoreWorkload {
  if (!workload) {
    const lines = problems.map(
      ({ line, message }) =>
        `- ${line === undefined ? '' : `line ${line}: `}${message}`,
    );
    throw words.error(
      ConflictError,
      words.describe('provisioning.score.cannotUse', {
        path,
        lines: lines.join('\n'),
      }),
    );
  }
  return workload;
}

function statusOf(
  { type }: ScoreNeed,
  { inTheWay, resource, sharing, winner }: FoundForNeed & { winner?: object },
): ScoreNeedStatus['status'] {
  if (type === VOLUME_TYPE) {
    return 'part-of-workload';
  }
  if (resource) {
    return resource.state === 'ready' ? 'ready' : 'pending';
  }
  if (inTheWay) {
    return 'name-taken';
  }
  if (sharing) {
    return sharing === 'requested' ? 'pending' : 'missing';
  }
  return winner ? 'missing' : 'unserved';
}

/** By the names of needs, what is there in their place. */
function findHindrances(needs: FoundNeed[]): Map<string, string> {
  return new Map(
    needs.flatMap(({ status: { name, resource, status } }) =>
      resource && status === 'name-taken'
        ? [
            [
              name,
              `but what has that name is a '${resource.type}' of the class '${resource.class}'`,
            ] as const,
          ]
        : [],
    ),
  );
}

function toCandidate({ definition: { metadata, spec } }: ActiveDefinition) {
  return {
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    type: spec.type,
    match: spec.match,
  };
}

function summarise({
  containers,
  metadata,
  service,
}: ScoreWorkload): Score['workload'] {
  return {
    name: metadata.name,
    containers: Object.entries(containers).map(([name, container]) => ({
      name,
      image: container.image,
      needs: listNamedResources(container),
    })),
    ports: Object.entries(service?.ports ?? {}).map(([name, port]) => ({
      name,
      port: port.port,
      protocol: port.protocol,
    })),
  };
}

/** The resources that the texts and volumes of a container name. */
function listNamedResources(container: ScoreContainer): string[] {
  const texts = [
    ...Object.values(container.variables),
    ...container.files.flatMap(({ content, noExpand }) =>
      noExpand ? [] : content ?? [],
    ),
    ...container.volumes.map(({ source }) => source),
  ];
  const names = texts.flatMap(parseScoreText).flatMap(part => {
    const [root, name] = part.kind === 'reference' ? part.path : [];
    return root === 'resources' && name !== undefined ? [name] : [];
  });
  return [...new Set(names)].toSorted();
}
