import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import type { RegisterData } from '../register/load-register.ts';
import { RegisterFrame } from '../register/register-frame.tsx';

export const RegisterSellerPage = ({ data }: PageProps<RegisterData>) => (
  <RegisterFrame sells data={data} returnTo={paths.sellerListings()} />
);
