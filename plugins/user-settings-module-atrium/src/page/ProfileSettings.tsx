import { FactList, QueryState, useEntityTitles } from '@atrium/ui';
import {
  identityApiRef,
  toastApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Avatar, Button } from '@backstage/ui';
import { RiLogoutBoxRLine } from '@remixicon/react';
import { type Identity, useIdentity } from '../queries/useIdentity';
import { t } from '../translation';
import styles from './SettingsPage.module.css';

export function ProfileSettings() {
  const identity = useIdentity();
  return (
    <div className={styles.panel}>
      <QueryState query={identity}>
        {data => <Profile identity={data} />}
      </QueryState>
    </div>
  );
}

function Profile({ identity }: { identity: Identity }) {
  const { userRef, groupRefs, displayName, email, picture = '' } = identity;
  const titles = useEntityTitles([userRef, ...groupRefs]);
  const name = displayName ?? titles.get(userRef) ?? userRef;
  return (
    <>
      <div className={styles.person}>
        <Avatar size="large" name={name} src={picture} purpose="decoration" />
        <span className={styles.name}>
          {name}
          {email && <span className={styles.email}>{email}</span>}
        </span>
        <SignOutButton />
      </div>
      <FactList
        isNarrow
        facts={[
          {
            term: t('profileSettings.inTheCatalog'),
            value: <EntityRefLink entityRef={userRef} title={name} hideIcon />,
          },
          {
            term: t('profileSettings.teams'),
            value:
              groupRefs.length > 0 ? (
                <ul className={styles.teams}>
                  {groupRefs.map(ref => (
                    <li key={ref}>
                      <EntityRefLink
                        entityRef={ref}
                        title={titles.get(ref)}
                        hideIcon
                      />
                    </li>
                  ))}
                </ul>
              ) : (
                t('profileSettings.noneWhatYourTeamOwns')
              ),
          },
        ]}
      />
    </>
  );
}

function SignOutButton() {
  const identityApi = useApi(identityApiRef);
  const toasts = useApi(toastApiRef);
  const signOut = () =>
    identityApi.signOut().catch(() =>
      toasts.post({
        title: t('profileSettings.youCouldNotBeSigned'),
        status: 'danger',
      }),
    );
  return (
    <Button
      variant="secondary"
      iconStart={<RiLogoutBoxRLine />}
      onPress={signOut}
    >
      {t('profileSettings.signOut')}
    </Button>
  );
}
