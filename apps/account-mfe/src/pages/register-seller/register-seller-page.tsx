import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import type { FormData } from '../../form/load-form.ts';
import { RegisterFrame } from '../register/register-frame.tsx';

export const RegisterSellerPage = ({ data }: PageProps<FormData>) => (
  <RegisterFrame sells guest={null} data={data} returnTo={paths.sellerListings()} />
);
