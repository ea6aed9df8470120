import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { StepUpDialog } from '../slots/step-up/step-up-dialog.tsx';

const slot: Slot<'account/step-up'> = { default: StepUpDialog };

export default slot.default;
