import type { Profile } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { AvatarSection } from './avatar-section.tsx';
import { ProfileForm } from './profile-form.tsx';

const texts = profileMessages.profile;

export function ProfilePage({ data }: PageProps<Profile>) {
  return (
    <AccountFrame current="profile" title={texts.title} text={texts.text}>
      <AvatarSection profile={data} />
      <ProfileForm profile={data} />
    </AccountFrame>
  );
}
