import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { StepUp } from '../slots/step-up/step-up.tsx';

const slot: Slot<'account/step-up'> = { default: StepUp };

export default slot.default;
