import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadRegister, type RegisterData } from '../pages/register/load-register.ts';
import { registerHead } from '../pages/register/register-head.ts';
import { RegisterPage } from '../pages/register/register-page.tsx';

const page: Page<RegisterData> = { default: RegisterPage, loader: loadRegister, head: registerHead };

export default page.default;
export const { loader, head } = page;
