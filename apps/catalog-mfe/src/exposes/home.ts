import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { homeHead } from '../pages/home/home-head.ts';
import { HomePage } from '../pages/home/home-page.tsx';
import { type HomeData, loadHome } from '../pages/home/load-home.ts';

const page: Page<HomeData> = { default: HomePage, loader: loadHome, head: homeHead };

export default page.default;
export const { loader, head } = page;
