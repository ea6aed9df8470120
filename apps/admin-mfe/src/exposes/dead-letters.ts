import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { deadLettersHead } from '../pages/dead-letters/dead-letters-head.ts';
import { DeadLettersPage } from '../pages/dead-letters/dead-letters-page.tsx';
import { type DeadLettersData, loadDeadLetters } from '../pages/dead-letters/load-dead-letters.ts';

const page: Page<DeadLettersData> = {
  default: DeadLettersPage,
  loader: loadDeadLetters,
  head: deadLettersHead,
};

export default page.default;
export const { loader, head } = page;
