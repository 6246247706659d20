import { Avatar } from '@backstage/ui';
import { useUserProfile } from '@backstage/plugin-user-settings';
import { NavigationLink } from './NavigationLink';

/** Who is signed in, and the way to the settings and to signing out. */
export function UserLink() {
  const { displayName, profile } = useUserProfile();
  return (
    <NavigationLink
      to="/settings"
      icon={
        <Avatar
          size="x-small"
          name={displayName}
          src={profile.picture ?? ''}
          purpose="decoration"
        />
      }
      text={displayName}
    />
  );
}
