import type { PageProps } from '@plaza/federation/remote';
import { returnPath } from '../../form/return-to.ts';
import type { RegisterData } from './load-register.ts';
import { RegisterFrame } from './register-frame.tsx';

export const RegisterPage = ({ data, search }: PageProps<RegisterData>) => (
  <RegisterFrame sells={false} guest={data.guest} data={data} returnTo={returnPath(search)} />
);
