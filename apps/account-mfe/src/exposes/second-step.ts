import type { SecondStep } from '@plaza/contracts';
import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadSecondStep } from '../pages/second-step/load-second-step.ts';
import { secondStepHead } from '../pages/second-step/second-step-head.ts';
import { SecondStepPage } from '../pages/second-step/second-step-page.tsx';

const page: Page<SecondStep> = { default: SecondStepPage, loader: loadSecondStep, head: secondStepHead };

export default page.default;
export const { loader, head } = page;
