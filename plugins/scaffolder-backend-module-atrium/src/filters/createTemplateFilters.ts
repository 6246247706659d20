import { parseStrictEntityRef } from '@atrium/backend-common';
import type { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { escapeMarkdownCode, escapeMarkdownText } from './escapeMarkdown';
import { toJavaClassName } from './toJavaClassName';
import { toJavaPackage } from './toJavaPackage';
import { toKubernetesName } from './toKubernetesName';
import { toPascalCase } from './toPascalCase';

export interface CreateTemplateFiltersOptions {
  integrations: ScmIntegrations;
}

/** Creates the filters that the golden paths use in `${{ }}`. */
export function createTemplateFilters(options: CreateTemplateFiltersOptions) {
  const { integrations } = options;
  return [
    createTemplateFilter({
      id: 'repositoryHostType',
      description:
        'The kind of host a repository URL points to, such as github or gitea.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: (repoUrl: string) => {
        const { host } = parseRepoUrl(repoUrl, integrations);
        return integrations.byHost(host)?.type ?? 'unknown';
      },
    }),
    createTemplateFilter({
      id: 'compactEntityRef',
      description:
        'Shortens an entity reference as people write it in catalog-info.yaml: without the default namespace, and without the kind that the field implies.',
      schema: z =>
        z.function().args(z.string(), z.string()).returns(z.string()),
      filter: (entityRef: string, impliedKind: string) => {
        const { kind, namespace, name } = parseStrictEntityRef(entityRef, {
          defaultKind: impliedKind,
        });
        const isImpliedKind = kind.toLowerCase() === impliedKind.toLowerCase();
        const prefix = isImpliedKind ? '' : `${kind.toLowerCase()}:`;
        const folder = namespace === 'default' ? '' : `${namespace}/`;
        return `${prefix}${folder}${name}`;
      },
    }),
    createTemplateFilter({
      id: 'pascalCase',
      description: 'Turns payment-service into PaymentService.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: toPascalCase,
    }),
    createTemplateFilter({
      id: 'javaClassName',
      description:
        'Turns a component name into what the names of its Java classes begin with.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: toJavaClassName,
    }),
    createTemplateFilter({
      id: 'javaPackage',
      description:
        'Turns a component name into one segment of a Java package name.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: toJavaPackage,
    }),
    createTemplateFilter({
      id: 'kubernetesName',
      description:
        'Turns the name of an entity into one that Kubernetes takes for a namespace.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: toKubernetesName,
    }),
    createTemplateFilter({
      id: 'markdownText',
      description:
        'Makes a value running text in Markdown: one line, read as it was typed.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: escapeMarkdownText,
    }),
    createTemplateFilter({
      id: 'markdownCode',
      description: 'Makes a value the content of a code span in Markdown.',
      schema: z => z.function().args(z.string()).returns(z.string()),
      filter: escapeMarkdownCode,
    }),
  ];
}
