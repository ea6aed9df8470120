import type { ActivityPage as ActivityData } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { activityHead } from '../pages/activity/activity-head.ts';
import { ActivityPage } from '../pages/activity/activity-page.tsx';
import { loadActivity } from '../pages/activity/load-activity.ts';

const page: Page<ActivityData> = { default: ActivityPage, loader: loadActivity, head: activityHead };

export default page.default;
export const { loader, head } = page;
