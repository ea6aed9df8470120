import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { VerifyNotice } from '../slots/verify-notice/verify-notice.tsx';

const slot: Slot<'account/verify-notice'> = { default: VerifyNotice };

export default slot.default;
