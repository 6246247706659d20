import { Avatar } from '@backstage/ui';
import { t } from '../../translation';
import { useProfile } from '../auth/useProfile';
import { NavigationLink } from './NavigationLink';

/** Who is signed in, and the way to the settings and to signing out. */
export function UserLink() {
  const { displayName = t('userLink.settings'), picture = '' } = useProfile();
  return (
    <NavigationLink
      to="/settings"
      icon={
        <Avatar
          size="x-small"
          name={displayName}
          src={picture}
          purpose="decoration"
        />
      }
      text={displayName}
    />
  );
}
