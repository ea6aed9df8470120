import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadSignIn, type SignInData } from '../pages/sign-in/load-sign-in.ts';
import { signInHead } from '../pages/sign-in/sign-in-head.ts';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';

const page: Page<SignInData> = { default: SignInPage, loader: loadSignIn, head: signInHead };

export default page.default;
export const { loader, head } = page;
