import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  type FieldExtensionComponentProps,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select, Text, TextField } from '@backstage/ui';
import { useDebounced } from '@atrium/ui';
import { t } from '../translation';
import styles from './RepositoryPlaceField.module.css';
import {
  parseRepositoryPlace,
  partsOfHost,
  type RepositoryPart,
  type RepositoryPlace,
  toRepositoryValue,
} from './repositoryValue';
import { nameIn, suggestedRepository } from './suggestedRepository';
import { useSuggestion } from './useSuggestion';
import { requiredHint } from './widgets/WidgetProps';

const names = z.array(z.string()).default([]);

const optionsSchema = z.object({
  allowedHosts: names,
  allowedOrganizations: names,
  allowedOwners: names,
  allowedProjects: names,
  allowedRepos: names,
  ownerLabel: z.string().optional(),
  ownerDescription: z.string().optional(),
  repoLabel: z.string().optional(),
  repoDescription: z.string().optional(),
});
type Options = z.infer<typeof optionsSchema>;

/** What Git hosts and the templates of the portal take as the name of a repository. */
const REPOSITORY_NAME = /^[A-Za-z0-9._-]+$/;

/** Props of {@link RepositoryPlaceField}. */
export type RepositoryPlaceFieldProps = FieldExtensionComponentProps<
  unknown,
  unknown
>;

/**
 * Asks in which host, by whom and under which name a repository is, over the value and
 * the options of the stock picker; the name follows that of what is created until
 * somebody writes another.
 */
export function RepositoryPlaceField(props: RepositoryPlaceFieldProps) {
  const { disabled, errors, formContext, formData, idSchema } = props;
  const {
    onBlur,
    onChange,
    rawErrors = [],
    required,
    schema,
    uiSchema,
  } = props;
  const options = optionsSchema
    .catch(optionsSchema.parse({}))
    .parse(uiSchema['ui:options'] ?? {});
  const scaffolderApi = useApi(scaffolderApiRef);
  const { data: hosts } = useQuery({
    queryKey: ['scaffolder', 'git-hosts', options.allowedHosts],
    queryFn: async () => {
      const { allowedHosts } = options;
      const { integrations } = await scaffolderApi.getIntegrationsList({
        allowedHosts,
      });
      return integrations.filter(
        ({ host }) => allowedHosts.length === 0 || allowedHosts.includes(host),
      );
    },
    staleTime: Infinity,
  });
  const place = parseRepositoryPlace(formData);
  const host = hosts?.find(one => one.host === place.host);
  const parts = partsOfHost(host?.type);

  const name = useDebounced(nameIn(formContext?.formData));
  const suggestion = useSuggestion(props);
  const filled = withDefaults(place, { hosts, parts, options });
  const value =
    (suggestion.isChosen
      ? undefined
      : suggestedRepository(filled, { name, before: suggestion.filled })) ??
    filled;
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value !== undefined && value !== formData) {
      if (parseRepositoryPlace(value).repo === name) {
        suggestion.filled = name;
      }
      change.current(value);
    }
  }, [formData, name, suggestion, value]);

  // The words of the form are about what is missing.
  const isNameWrong =
    rawErrors.length > 0 &&
    parts.every(part => place[part] !== '') &&
    !REPOSITORY_NAME.test(place.repo);
  const isDisabled = disabled || uiSchema['ui:disabled'] === true;
  const set = (changed: Partial<RepositoryPlace>) =>
    onChange(toRepositoryValue({ ...place, ...changed }));
  const leave = () => onBlur(idSchema?.$id ?? '', formData);
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema['ui:description'] ?? schema.description}
      required={required}
      disabled={disabled}
      errors={
        isNameWrong ? (
          <Text as="div" variant="body-small" color="danger">
            {t('repositoryField.nameMayHave')}
          </Text>
        ) : (
          errors
        )
      }
    >
      <fieldset className={styles.fields}>
        {schema.title && (
          <legend className={styles.title}>{schema.title}</legend>
        )}
        {hosts && hosts.length > 1 && (
          <Select
            label={t('repositoryField.host')}
            options={hosts.map(({ host: id, title }) => ({
              value: id,
              label: title,
            }))}
            value={place.host || null}
            isRequired={required}
            secondaryLabel={requiredHint(required)}
            isDisabled={isDisabled}
            onChange={chosen =>
              chosen !== null && set({ host: String(chosen) })
            }
          />
        )}
        {parts.map(part => (
          <PartField
            key={part}
            {...wordsOf(part, { host, options })}
            value={place[part]}
            allowed={allowedOf(part, options)}
            isRequired={required}
            secondaryLabel={requiredHint(required)}
            isDisabled={isDisabled}
            isInvalid={
              (rawErrors.length > 0 && place[part] === '') ||
              (isNameWrong && part === 'repo')
            }
            onChange={text => {
              suggestion.isChosen ||= part === 'repo';
              set({ [part]: text });
            }}
            onBlur={leave}
          />
        ))}
      </fieldset>
    </ScaffolderField>
  );
}

interface PartFieldProps {
  label: string;
  description?: string;
  value: string;
  /** What can be chosen among; empty where any text will do. */
  allowed: string[];
  isRequired?: boolean;
  secondaryLabel?: string;
  isDisabled: boolean;
  isInvalid: boolean;
  onChange(value: string): void;
  onBlur(): void;
}

function PartField({
  allowed,
  onChange,
  onBlur,
  value,
  ...field
}: PartFieldProps) {
  return allowed.length > 0 ? (
    <Select
      {...field}
      isDisabled={field.isDisabled || allowed.length === 1}
      options={allowed.map(one => ({ value: one, label: one }))}
      value={value || null}
      onChange={chosen => chosen !== null && onChange(String(chosen))}
    />
  ) : (
    <TextField {...field} value={value} onChange={onChange} onBlur={onBlur} />
  );
}

interface Host {
  host: string;
  title: string;
  type: string;
}

/** Where there is nothing to choose, or something comes first, it is chosen. */
function withDefaults(
  place: RepositoryPlace,
  known: { hosts?: Host[]; parts: RepositoryPart[]; options: Options },
): string | undefined {
  const { hosts, parts, options } = known;
  const defaults = parts.map(part => [
    part,
    place[part] || (allowedOf(part, options)[0] ?? ''),
  ]);
  return toRepositoryValue({
    ...place,
    ...Object.fromEntries(defaults),
    host: place.host || (hosts?.[0]?.host ?? ''),
  });
}

function allowedOf(part: RepositoryPart, options: Options): string[] {
  return {
    owner: options.allowedOwners,
    workspace: options.allowedOwners,
    organization: options.allowedOrganizations,
    project: options.allowedProjects,
    repo: options.allowedRepos,
  }[part];
}

function wordsOf(
  part: RepositoryPart,
  { host, options }: { host?: Host; options: Options },
): Pick<PartFieldProps, 'label' | 'description'> {
  const { ownerDescription, ownerLabel, repoDescription, repoLabel } = options;
  const where = host && t('repositoryField.on', { host: host.title });
  switch (part) {
    case 'owner':
      return {
        label: ownerLabel ?? ownerWord(host?.type),
        description: ownerDescription ?? where,
      };
    case 'organization':
      return {
        label: ownerLabel ?? t('repositoryField.organization'),
        description: ownerDescription ?? where,
      };
    case 'workspace':
      return host?.type === 'gerrit'
        ? { label: t('repositoryField.parent') }
        : {
            label: ownerLabel ?? t('repositoryField.workspace'),
            description: ownerDescription ?? where,
          };
    case 'project':
      return { label: t('repositoryField.project') };
    case 'repo':
      return {
        label: repoLabel ?? t('repositoryField.repository'),
        description: repoDescription,
      };
    default:
      throw new Error(`Unknown part '${part satisfies never}'`);
  }
}

function ownerWord(type: string | undefined): string {
  return type === 'gitlab'
    ? t('repositoryField.group')
    : t('repositoryField.owner');
}
