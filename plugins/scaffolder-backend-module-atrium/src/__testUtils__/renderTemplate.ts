import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { TemplateFilter as ScaffolderFilter } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { TemplateContext, TemplateRenderer } from 'nunjitsu';
import { createTemplateRenderer } from 'nunjitsu';
import { parse } from 'yaml';
import { createEngineFilters } from '../filters/createEngineFilters';
import { createActionContext } from './createActionContext';
import { RenderedFiles } from './RenderedFiles';

export const TEMPLATES = resolve(
  resolvePackagePath('@atrium/plugin-scaffolder-backend-module-atrium'),
  '../../templates',
);

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [{ host: 'localhost:7008', baseUrl: 'http://localhost:7008' }],
      github: [{ host: 'github.com' }],
    },
  }),
);

const engineFilters = createEngineFilters(integrations);

export interface RenderedTemplate {
  files: RenderedFiles;
  /** The inputs of all steps that would run, by step id. */
  steps: Record<string, JsonObject>;
  /** What the page of the run says at its end. */
  output: JsonObject;
}

export interface RenderTemplateOptions {
  /** Given to the skeletons in place of what the template makes of its form. */
  values?: Record<string, string>;
}

/** Reads templates/<name>/template.yaml. */
export async function readTemplate(
  name: string,
): Promise<TemplateEntityV1beta3> {
  return parse(await readFile(join(TEMPLATES, name, 'template.yaml'), 'utf8'));
}

/**
 * Runs the fetch steps of a template as the scaffolder does: conditions and
 * inputs through its engine, files through its own action.
 */
export async function renderTemplate(
  name: string,
  parameters: JsonObject,
  options: RenderTemplateOptions = {},
): Promise<RenderedTemplate> {
  const template = await readTemplate(name);
  const renderer = createTemplateRenderer({
    filters: engineFilters,
  });
  const fetchTemplate = createFetchTemplateAction({
    reader: mockServices.urlReader.mock(),
    integrations,
    additionalTemplateFilters: engineFilters as Record<
      string,
      ScaffolderFilter
    >,
  });
  const context: TemplateContext = JSON.parse(
    JSON.stringify({ parameters, steps: {} }),
  );
  const { workspacePath } = await createActionContext({});
  const steps: Record<string, JsonObject> = {};

  for (const step of template.spec.steps) {
    if (step.if !== undefined && !render(renderer, step.if, context)) {
      continue;
    }
    const input = render(renderer, step.input ?? {}, context) as JsonObject;
    steps[String(step.id)] = input;
    if (step.action === 'fetch:template') {
      input.values = { ...Object(input.values), ...options.values };
      await fetchTemplate.handler(
        await createActionContext(input as { url: string }, {
          workspacePath,
          templateInfo: {
            entityRef: `template:default/${name}`,
            baseUrl: pathToFileURL(join(TEMPLATES, name, 'template.yaml')).href,
          },
        }),
      );
    }
  }
  const output = render(renderer, template.spec.output ?? {}, context);
  return {
    files: new RenderedFiles(workspacePath),
    steps,
    output: output as JsonObject,
  };
}

function render(
  renderer: TemplateRenderer,
  value: JsonValue,
  context: TemplateContext,
): JsonValue | undefined {
  return JSON.parse(JSON.stringify(value), (_key, item) =>
    typeof item === 'string'
      ? renderer.renderValue(item, context, { coercion: 'json' })
      : item,
  );
}
