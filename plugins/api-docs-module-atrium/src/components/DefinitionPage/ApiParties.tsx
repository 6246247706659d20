import {
  type ApiEntity,
  type CompoundEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
} from '@backstage/catalog-model';
import {
  getEntityRelations,
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { t } from '../../translation';
import styles from './DefinitionPage.module.css';

/** More consumers than this are counted; the overview lists them all. */
const MAX_LINKS = 8;

/** Props of {@link ApiParties}. */
export interface ApiPartiesProps {
  entity: ApiEntity;
}

/** Who provides an API and who would notice when it changes. */
export function ApiParties({ entity }: ApiPartiesProps) {
  return (
    <dl className={styles.parties}>
      <Party
        entity={entity}
        title={t('apiParties.providedBy')}
        relation={RELATION_API_PROVIDED_BY}
        nobody={t('apiParties.noComponentSaysThatItProvides')}
      />
      <Party
        entity={entity}
        title={t('apiParties.consumedBy')}
        relation={RELATION_API_CONSUMED_BY}
        nobody={t('apiParties.noComponentSaysThatItConsumes')}
      />
    </dl>
  );
}

interface PartyProps extends ApiPartiesProps {
  title: string;
  relation: string;
  nobody: string;
}

function Party({ entity, title, relation, nobody }: PartyProps) {
  const parties = getEntityRelations(entity, relation);
  const more = parties.length - MAX_LINKS;
  return (
    <div className={styles.party}>
      <dt>{title}</dt>
      <dd>
        {parties.length === 0 && (
          <span className={styles.nobody}>{nobody}</span>
        )}
        {parties.slice(0, MAX_LINKS).map(party => (
          <PartyLink
            key={`${party.kind}:${party.namespace}/${party.name}`}
            party={party}
          />
        ))}
        {more > 0 && (
          <span className={styles.nobody}>
            {t('apiParties.andMore', { more })}
          </span>
        )}
      </dd>
    </div>
  );
}

function PartyLink({ party }: { party: CompoundEntityRef }) {
  const { primaryTitle } = useEntityPresentation(party);
  const linkTo = useEntityRefLink();
  return (
    <Link href={linkTo(party)} standalone>
      {primaryTitle}
    </Link>
  );
}
