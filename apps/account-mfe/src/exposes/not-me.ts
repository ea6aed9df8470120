import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { notMeMessages } from '../pages/not-me/messages.ts';
import { NotMePage } from '../pages/not-me/not-me-page.tsx';
import { headOf, loadNothing } from '../recovery/plain-page.ts';

const page: Page<null> = { default: NotMePage, loader: loadNothing, head: headOf(notMeMessages) };

export default page.default;
export const { loader, head } = page;
