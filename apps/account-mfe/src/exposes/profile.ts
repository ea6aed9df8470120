import type { Profile } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadProfile } from '../pages/profile/load-profile.ts';
import { profileHead } from '../pages/profile/profile-head.ts';
import { ProfilePage } from '../pages/profile/profile-page.tsx';

const page: Page<Profile> = { default: ProfilePage, loader: loadProfile, head: profileHead };

export default page.default;
export const { loader, head } = page;
