import {
  createExtensionBlueprint,
  createExtensionDataRef,
  type IconElement,
} from '@backstage/frontend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';

/** Something that people can go and do from any page. */
export interface Command {
  /** As it is read and found: `Request a database`, or `Deployments of`. */
  title: string;
  icon: IconElement;
  /** Other words that people would type for it. */
  keywords?: readonly string[];
  /**
   * The page where it is done: `/provisioning/requests/new`. Of a command about
   * an entity, where on the page of the entity: `delivery`.
   */
  href: string;
  /** The kinds of entities that it is about; their name follows its title. */
  kinds?: readonly string[];
  /** What somebody must be allowed of the entity that they name. */
  permission?: ResourcePermission<'catalog-entity'>;
}

/** A command as an extension gives it: its words are asked for when they are shown. */
export interface CommandParams extends Omit<Command, 'title' | 'keywords'> {
  title(): string;
  /** Separated by commas. */
  keywords?(): string;
}

const commandDataRef = createExtensionDataRef<CommandParams>().with({
  id: 'atrium.command',
});

/**
 * Adds a command to the search over any page.
 *
 * @remarks Who may not do it is not offered it: say so by `if`, as for a page. Where
 * that depends on the entity, `permission` says so, and the owner is named instead.
 */
export const CommandBlueprint = createExtensionBlueprint({
  kind: 'command',
  attachTo: { id: 'app/layout', input: 'commands' },
  output: [commandDataRef],
  dataRefs: { command: commandDataRef },
  factory: (params: CommandParams) => [commandDataRef(params)],
});

/** A command in the language of the page. */
export function readCommand(params: CommandParams): Command {
  return {
    ...params,
    title: params.title(),
    keywords: params.keywords?.().split(', '),
  };
}
