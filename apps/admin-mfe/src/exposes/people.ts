import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadPeople, type PeopleData } from '../pages/people/load-people.ts';
import { peopleHead } from '../pages/people/people-head.ts';
import { PeoplePage } from '../pages/people/people-page.tsx';

const page: Page<PeopleData> = { default: PeoplePage, loader: loadPeople, head: peopleHead };

export default page.default;
export const { loader, head } = page;
