import {
  audited,
  type AuditedServices,
  type ScopeOptions,
} from '@atrium/backend-common';
import { commonMessages, MessageWriter } from '@atrium/common';
import type { SavedView, SaveView } from '@atrium/plugin-entity-summary-common';
import type {
  AuditorServiceCreateEventOptions,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { KeptView, SavedViewStore } from '../database/SavedViewStore';
import type { EntityLists } from '../services/EntityLists';

const words = new MessageWriter(commonMessages);

interface SavedViewsOptions extends AuditedServices {
  lists: Pick<EntityLists, 'getRows'>;
  userInfo: UserInfoService;
  views: SavedViewStore;
}

type ReadOptions = ScopeOptions<BackstageUserPrincipal>;
type ChangeOptions = ReadOptions & {
  request: AuditorServiceCreateEventOptions['request'];
};

/** Keeps views of the catalog, for the person who saves one or for a team of theirs. */
export class SavedViews {
  readonly #options: SavedViewsOptions;

  constructor(options: SavedViewsOptions) {
    this.#options = options;
  }

  /** Their own, and those of the teams that they are a member of. */
  async list(options: ReadOptions): Promise<SavedView[]> {
    const { userEntityRef } = options.credentials.principal;
    const teams = await this.#listTeams(options);
    const views = await this.#options.views.list(userEntityRef, teams);
    return views.map(view => ({ ...view, canDelete: true }));
  }

  /** @throws NotAllowedError for a team that they are no member of */
  async save(input: SaveView, options: ChangeOptions): Promise<SavedView> {
    const { userEntityRef } = options.credentials.principal;
    return audited(this.#options, {
      eventId: 'view-save',
      request: options.request,
      meta: { title: input.title, teamRef: input.teamRef },
      access: { ...options, permissions: [], refusal: () => '' },
      work: async () => {
        if (input.teamRef) {
          await this.#requireMember(input.teamRef, options);
        }
        const view = await this.#options.views.save(input, userEntityRef);
        return { ...view, canDelete: true };
      },
      describe: ({ id }) => ({ viewId: id }),
    });
  }

  /**
   * @throws NotFoundError where there is none, or it is somebody else's;
   * NotAllowedError for who is no member of its team
   */
  async remove(id: string, options: ChangeOptions): Promise<void> {
    await audited(this.#options, {
      eventId: 'view-delete',
      request: options.request,
      meta: { viewId: id },
      access: { ...options, permissions: [], refusal: () => '' },
      work: async () => {
        const view = await this.#options.views.get(id);
        if (!view || isOfSomebodyElse(view, options)) {
          throw new NotFoundError(`No saved view with id '${id}'`);
        }
        if (view.teamRef) {
          await this.#requireMember(view.teamRef, options);
        }
        await this.#options.views.remove(id);
      },
    });
  }

  async #requireMember(teamRef: string, options: ReadOptions): Promise<void> {
    const teams = await this.#listTeams(options);
    if (!teams.includes(teamRef)) {
      const [team] = await this.#options.lists.getRows([teamRef], options);
      throw words.error(
        NotAllowedError,
        words.describe('common.views.membersOnly', {
          name: team?.title ?? teamRef,
        }),
      );
    }
  }

  async #listTeams({ credentials }: ReadOptions): Promise<string[]> {
    const info = await this.#options.userInfo.getUserInfo(credentials);
    return info.ownershipEntityRefs.filter(ref => ref.startsWith('group:'));
  }
}

function isOfSomebodyElse(view: KeptView, { credentials }: ReadOptions) {
  return (
    view.teamRef === undefined &&
    view.authorRef !== credentials.principal.userEntityRef
  );
}
