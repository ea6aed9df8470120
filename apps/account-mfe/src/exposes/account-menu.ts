import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { AccountMenu } from '../slots/account-menu/account-menu.tsx';

const slot: Slot<'account/account-menu'> = { default: AccountMenu };

export default slot.default;
