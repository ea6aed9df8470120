import type { Address } from '@plaza/contracts';

export const ADDRESS: Address = {
  fullName: 'Ada Lovelace',
  line1: '350 Fifth Avenue',
  line2: '',
  city: 'New York',
  region: 'NY',
  postalCode: '10118',
  country: 'US',
  phone: '',
};
