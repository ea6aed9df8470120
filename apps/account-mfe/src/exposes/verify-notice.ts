import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { VerifyNotice } from '../recovery/verify-notice.tsx';

const slot: Slot<'account/verify-notice'> = { default: VerifyNotice };

export default slot.default;
