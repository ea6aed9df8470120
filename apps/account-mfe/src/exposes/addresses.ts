import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { addressesHead } from '../pages/addresses/addresses-head.ts';
import { AddressesPage } from '../pages/addresses/addresses-page.tsx';
import { type AddressesData, loadAddresses } from '../pages/addresses/load-addresses.ts';

const page: Page<AddressesData> = { default: AddressesPage, loader: loadAddresses, head: addressesHead };

export default page.default;
export const { loader, head } = page;
