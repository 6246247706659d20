import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

/** Some pages of plain text; what is longer is documentation. */
const MAX_DESCRIPTION_CHARACTERS = 5_000;
const MAX_TITLE_CHARACTERS = 200;
const MAX_ANNOTATION_CHARACTERS = 50_000;
const MAX_LINKS = 100;
/** Everything that lists and pages load; an API definition is not among it. */
const MAX_METADATA_CHARACTERS = 250_000;

/** Annotations that pages of the portal turn into links. */
const LINK_ANNOTATIONS = ['backstage.io/view-url', 'backstage.io/edit-url'];
/** Browsers run these, also with control characters and spaces in front. */
const RUNNABLE_ADDRESS = /^[\p{Cc} ]*(?:javascript|data|vbscript)\s*:/iu;
/** Browsers leave these out of addresses before anything else. */
const LINE_BREAKS_AND_TABS = /[\t\n\r]/g;

/**
 * Refuses entities that would harm whoever looks at them: by their size, or by
 * links that run.
 *
 * @remarks The last good version of an entity stays, as after every error.
 */
export class ContentProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ContentProcessor';
  }

  /** @throws InputError that names the field. */
  async preProcessEntity(entity: Entity): Promise<Entity> {
    const { metadata } = entity;
    const { description, title, links, annotations = {} } = metadata;
    requireLength('metadata.description', description, {
      max: MAX_DESCRIPTION_CHARACTERS,
      advice: 'put the rest into its documentation',
    });
    requireLength('metadata.title', title, { max: MAX_TITLE_CHARACTERS });
    for (const [name, value] of Object.entries(annotations)) {
      requireLength(`metadata.annotations['${name}']`, value, {
        max: MAX_ANNOTATION_CHARACTERS,
      });
    }
    if (Array.isArray(links) && links.length > MAX_LINKS) {
      throw new InputError(
        `'metadata.links' has ${links.length} links; at most ${MAX_LINKS} are shown`,
      );
    }
    requireLength('metadata', JSON.stringify(metadata), {
      max: MAX_METADATA_CHARACTERS,
    });
    for (const { field, url } of linksOf(entity)) {
      if (RUNNABLE_ADDRESS.test(url.replaceAll(LINE_BREAKS_AND_TABS, ''))) {
        throw new InputError(
          `'${field}' is no address that a page may link to: it starts a program`,
        );
      }
    }
    return entity;
  }
}

function requireLength(
  field: string,
  value: unknown,
  { max, advice }: { max: number; advice?: string },
): void {
  if (typeof value === 'string' && value.length > max) {
    throw new InputError(
      `'${field}' has ${value.length} characters; at most ${max} are taken${
        advice ? `, ${advice}` : ''
      }`,
    );
  }
}

function linksOf({ metadata }: Entity): { field: string; url: string }[] {
  const links = Array.isArray(metadata.links) ? metadata.links : [];
  return [
    ...links.map((link, index) => ({
      field: `metadata.links[${index}].url`,
      url: String(link?.url ?? ''),
    })),
    ...LINK_ANNOTATIONS.map(name => ({
      field: `metadata.annotations['${name}']`,
      url: String(metadata.annotations?.[name] ?? ''),
    })),
  ];
}
