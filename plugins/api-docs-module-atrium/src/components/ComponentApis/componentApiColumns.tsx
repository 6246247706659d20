import { Link } from '@backstage/ui';
import { type DataColumn, textStyles } from '@atrium/ui';
import type { ApiRow, NamedEntity } from '../../browser/ApiRow';
import { t } from '../../translation';

interface ComponentApiColumnsOptions {
  linkTo(entityRef: string): string;
  /** Whether the component provides them itself, or others do. */
  isProvider: boolean;
}

/** What is said of each API of a component, and of who is at its other end. */
export function componentApiColumns(
  options: ComponentApiColumnsOptions,
): DataColumn<ApiRow>[] {
  const { linkTo, isProvider } = options;
  const links = (entities: (NamedEntity | undefined)[]) =>
    entities.map(
      entity =>
        entity && (
          <div key={entity.entityRef} className={textStyles.nowrap}>
            <Link href={linkTo(entity.entityRef)}>{entity.title}</Link>
          </div>
        ),
    );
  return [
    {
      title: t('apiColumns.api'),
      cell: ({ id, title, description }) => (
        <>
          <Link href={linkTo(id)}>{title}</Link>
          {description && <div className={textStyles.muted}>{description}</div>}
        </>
      ),
    },
    { title: t('apiColumns.type'), cell: ({ typeTitle }) => typeTitle },
    { title: t('apiColumns.lifecycle'), cell: ({ lifecycle }) => lifecycle },
    { title: t('apiColumns.owner'), cell: ({ owner }) => links([owner]) },
    isProvider
      ? {
          title: t('apiColumns.consumers'),
          isNumber: true,
          cell: ({ consumerCount }) => consumerCount,
        }
      : {
          title: t('apiColumns.providedBy'),
          cell: ({ providers }) => links(providers),
        },
  ];
}
