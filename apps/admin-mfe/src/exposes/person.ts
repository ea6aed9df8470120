import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadPerson, type PersonData } from '../pages/person/load-person.ts';
import { personHead } from '../pages/person/person-head.ts';
import { PersonPage } from '../pages/person/person-page.tsx';

const page: Page<PersonData> = { default: PersonPage, loader: loadPerson, head: personHead };

export default page.default;
export const { loader, head } = page;
